// The reference as data: what the server tells of its model, made into groups of operations.
export interface Field {
  name: string;
  description?: string;
  kind: 'value' | 'computed' | 'embedded' | 'one' | 'many';
  type?: string;
  enum?: boolean;
  list?: boolean;
  nullable?: boolean;
  unique?: boolean;
  key?: boolean;
  default?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  immutable?: boolean;
  notServed?: boolean;
  of?: string;
  target?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  min?: string;
  max?: string;
  pattern?: string;
}

export interface Entity {
  name: string;
  resource: string;
  description?: string;
  key: string[];
  verbs: string[];
  softDelete?: boolean;
  audit?: boolean;
  version?: string;
  fields: Field[];
}

export interface Reference {
  entities: Entity[];
  enums: { name: string; values: string[] }[];
  errors: { reason: string; status: number; meaning: string }[];
}

export interface Parameter {
  name: string;
  place: 'path' | 'query' | 'header';
  meaning: string;
  example: string;
  /** Filled in from the start where one tries the call. */
  used?: boolean;
}

export interface Operation {
  id: string;
  title: string;
  text: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string; // with {name} for its parameters
  parameters: Parameter[];
  body?: { fields: Field[]; example: Record<string, unknown>; changes: boolean };
  replies: [status: number, meaning: string][];
  client: string; // what one writes with postgrest-js
  reply?: unknown; // what a good reply looks like
}

export const readable = (entity: Entity) => entity.fields.filter((field) => !field.writeOnly && !field.notServed);

/** Fields of a body: relations are written by their key's scalar, or as rows below the row. */
const writable = (entity: Entity, changes: boolean) =>
  entity.fields.filter((field) => (field.kind === 'value' || field.kind === 'embedded') && !field.readOnly && !field.notServed &&
    entity.version !== field.name && !(field.key && field.default) && !(changes && (field.immutable || field.key)));

export const isRequired = (field: Field) => !field.nullable && !field.default;

const kExamples: Record<string, unknown> = {
  Int: 1, BigInt: 1, Float: 1.5, Decimal: 9.9, Boolean: true, DateTime: '2026-01-31T12:00:00Z', LocalDateTime: '2026-01-31T12:00:00',
  Date: '2026-01-31', Time: '12:00:00', Duration: 'PT1H', UUID: '0190a5c2-6f00-7000-8000-000000000001', Email: 'ada@example.com',
  URL: 'https://example.com', JSON: {}, Bytes: 'aGVsbG8=',
};

export function exampleOf(reference: Reference, field: Field): unknown {
  if (field.list) return [];
  if (field.kind === 'embedded') return {};
  if (field.enum) return reference.enums.find((each) => each.name === field.type)?.values[0] ?? '';
  if (isFinite(Number(field.min ?? 'x')) && typeof kExamples[field.type ?? ''] === 'number') return Math.max(1, Number(field.min));
  return kExamples[field.type ?? ''] ?? (field.of || field.key ? '1' : field.name);
}

function bodyOf(reference: Reference, entity: Entity, changes: boolean): Operation['body'] {
  const fields = writable(entity, changes);
  const named = changes ? fields.slice(0, 1) : fields.filter(isRequired);
  return { fields, changes, example: Object.fromEntries(named.map((field) => [field.name, exampleOf(reference, field)])) };
}

/** A row as it is read. */
const rowOf = (reference: Reference, entity: Entity) =>
  Object.fromEntries(readable(entity).filter((field) => field.kind !== 'one' && field.kind !== 'many')
    .map((field) => [field.name, field.nullable && field.kind === 'embedded' ? null : exampleOf(reference, field)]));

const keyOf = (entity: Entity): Parameter => ({
  name: entity.key.join(','), place: 'path', used: true,
  meaning: entity.key.length > 1 ? 'The key, its parts in this order.' : `The ${entity.key[0]} of the row.`,
  example: entity.key.map(() => '1').join(','),
});
const kPrefer: Parameter = {
  name: 'Prefer', place: 'header', meaning: 'return=representation sends the row back, as the caller may read it.',
  example: 'return=representation', used: true,
};
const kIdempotency: Parameter = {
  name: 'Idempotency-Key', place: 'header', meaning: 'The same key and body again give the first reply, and no second effect.', example: 'order-1042',
};
const kIfMatch: Parameter = { name: 'If-Match', place: 'header', meaning: 'The ETag of the row as last read; another version is 412.', example: '' };

function listParameters(entity: Entity): Parameter[] {
  const values = readable(entity).filter((field) => field.kind === 'value' && !field.list);
  const plain = values.find((field) => !field.key && !field.of) ?? values[0];
  return [
    { name: 'select', place: 'query', meaning: 'Fields and related rows, in this order. Without it every field that the caller may read.',
      example: values.slice(0, 3).map((field) => field.name).join(',') },
    { name: plain?.name ?? 'field', place: 'query', meaning: 'A filter: operator.value. Any field takes one, several are all required.',
      example: `${plain?.enum ? 'in' : 'eq'}.…` },
    { name: 'order', place: 'query', meaning: 'Fields with .asc or .desc, and .nullsfirst or .nullslast.', example: `${plain?.name ?? 'id'}.asc` },
    { name: 'limit', place: 'query', meaning: 'How many rows at most.', example: '10', used: true },
    { name: 'after', place: 'query', meaning: 'The cursor of the next page, from the Link field of the reply.', example: '' },
    { name: 'Prefer', place: 'header', meaning: 'count=exact tells in Content-Range how many rows there are.', example: 'count=exact' },
  ];
}

const kRefused: [number, string][] = [[401, 'Nobody is known, and nobody in particular may do it.'], [403, 'No rule grants it to this caller.']];
const kMissing: [number, string] = [404, 'There is no such row, or the caller may not read it.'];
const kConflict: [number, string] = [409, 'A value that must be unique is taken, or a relation leads nowhere.'];
const kWrong: [number, string] = [400, 'A value, a field or the body is wrong; errors names each field.'];

/** What is served of an entity. */
export function operationsOf(reference: Reference, entity: Entity): Operation[] {
  const path = `/api/${entity.resource}`;
  const item = `${path}/{${entity.key.join(',')}}`;
  const from = `client.from('${entity.resource}')`;
  const key = entity.key.map((name) => `.eq('${name}', '1')`).join('');
  const found: Operation[] = [];
  const row = rowOf(reference, entity);
  const can = (verb: string) => entity.verbs.includes(verb);
  const related = readable(entity).find((field) => field.kind === 'many');
  if (can('READ')) {
    found.push({ id: 'list', title: `List ${entity.resource}`, method: 'GET', path, parameters: listParameters(entity),
      text: 'Every row that the caller may read, each once. Link leads to the next page.',
      replies: [[200, 'The rows.'], [206, 'A part of them; Link leads on.'], [400, 'A parameter is wrong; the hint says how.'], ...kRefused],
      client: `${from}.select().limit(10)`, reply: [row] });
    found.push({ id: 'get', title: `Get one ${entity.name}`, method: 'GET', path: item, text: 'One row by its key.',
      parameters: [keyOf(entity), listParameters(entity)[0]!], replies: [[200, 'The row.'], kMissing], client: `${from}.select()${key}.single()`, reply: row });
  }
  if (can('READ') && related)
    found.push({ id: 'related', title: 'List what a row is related to', method: 'GET', path: `${item}/{relation}`,
      text: `A row's ${readable(entity).filter((field) => field.kind === 'many').map((field) => field.name).join(', ')}, with filters, order and pages as in any list.`,
      parameters: [keyOf(entity), { name: 'relation', place: 'path', meaning: 'The relation.', example: related.name, used: true },
        { name: 'limit', place: 'query', meaning: 'How many rows at most.', example: '10', used: true }],
      replies: [[200, 'The rows.'], kMissing], client: `${from}.select('${related.name}(*)')${key}.single()` });
  if (can('CREATE')) {
    const body = bodyOf(reference, entity, false)!;
    found.push({ id: 'create', title: `Create ${entity.resource}`, method: 'POST', path, body,
      text: 'One row, or an array of them, all or none. Related rows may be nested below a row.', parameters: [kPrefer, kIdempotency],
      replies: [[201, 'Created; Location names the row.'], kWrong, ...kRefused, kConflict],
      client: `${from}.insert(${literal(body.example)}).select()`, reply: [row] });
  }
  if (can('UPDATE')) {
    const body = bodyOf(reference, entity, true)!;
    found.push({ id: 'update', title: `Update one ${entity.name}`, method: 'PATCH', path: item, body,
      text: 'The fields that the body names; all others stay as they are.',
      parameters: [keyOf(entity), kPrefer, ...(entity.version ? [kIfMatch] : []), kIdempotency],
      replies: [[204, 'Changed; 200 with the row where it was asked for.'], kWrong, ...kRefused, kMissing, kConflict,
        ...(entity.version ? [[412, 'The row has changed since it was read.'] as [number, string]] : [])],
      client: `${from}.update(${literal(body.example)})${key}.select()`, reply: row });
  }
  if (can('DELETE'))
    found.push({ id: 'delete', title: `Delete one ${entity.name}`, method: 'DELETE', path: item, parameters: [keyOf(entity), kIdempotency],
      text: entity.softDelete ? 'The row goes into the trash, from where it can be restored.' : 'The row is gone for good.',
      replies: [[204, 'Deleted.'], ...kRefused, kMissing, [409, 'Other rows still refer to it.']], client: `${from}.delete()${key}` });
  if (entity.softDelete) found.push(...trash(entity, path, item));
  if (entity.audit)
    found.push({ id: 'history', title: 'See who changed what', method: 'GET', path: `${item}/$history`, parameters: [keyOf(entity)],
      text: 'The changes of a row, the newest first, with their time, author and values.', replies: [[200, 'The changes.'], kMissing], client: '' });
  return found;
}

function trash(entity: Entity, path: string, item: string): Operation[] {
  const found: Operation[] = [
    { id: 'trash', title: 'List the trash', method: 'GET', path: `${path}/$trash`, text: 'Deleted rows, as any list.',
      parameters: [{ name: 'limit', place: 'query', meaning: 'How many rows at most.', example: '10', used: true }], replies: [[200, 'The rows.'], ...kRefused], client: '' },
    { id: 'restore', title: 'Restore from the trash', method: 'POST', path: `${item}/$restore`, text: 'The row, and what went into the trash along with it.',
      parameters: [keyOf(entity)], replies: [[204, 'Restored.'], kMissing, [409, 'A value that must be unique has been taken since.']], client: '' },
  ];
  if (entity.verbs.includes('PURGE'))
    found.push({ id: 'purge', title: 'Delete from the trash', method: 'POST', path: `${item}/$purge`, text: 'The row is gone for good.',
      parameters: [keyOf(entity)], replies: [[204, 'Deleted.'], ...kRefused, kMissing], client: '' });
  return found;
}

/** An object as one writes it in JavaScript. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value && typeof value === 'object') {
    const members = Object.entries(value).map(([name, each]) => `${name}: ${literal(each)}`);
    return members.length ? `{ ${members.join(', ')} }` : '{}';
  }
  return typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value);
}
