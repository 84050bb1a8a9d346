// A case: {name, call(client), sql, [database: 'lists'], [single], [nothing], [count], [status], [adapt(rows)],
// [excepted]: what it calls stays an exception}, or {name, call, error: {status, code}}, or {name, call, thrown: code}.
// With `tables` it is a write: `sql` changes the twin (no SQL: nothing changes), may return the rows of the reply, and the
// tables are compared; `affected` is the count it answers with.
// Names are unique: docs/reference/rest.md cites them.
import embeddings from './cases/embeddings.mjs';
import filters from './cases/filters.mjs';
import shape from './cases/shape.mjs';
import stock from './cases/stock.mjs';
import writes from './cases/writes.mjs';

export const cases = [...filters, ...shape, ...embeddings, ...writes, ...stock];
