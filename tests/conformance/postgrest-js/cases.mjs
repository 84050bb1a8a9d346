// A case: {name, call(client), sql, [database: 'lists'], [single], [nothing], [count], [status], [adapt(rows)],
// [excepted]: what it calls stays an exception}, or {name, call, error: {status, code}}, or {name, call, thrown: code}.
// Names are unique: docs/reference/rest.md cites them.
import embeddings from './cases/embeddings.mjs';
import filters from './cases/filters.mjs';
import shape from './cases/shape.mjs';

export const cases = [...filters, ...shape, ...embeddings];
