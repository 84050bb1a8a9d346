// The model as /console/api/model tells it, and what the pages ask of it.
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
  inverse?: string;
  manyToMany?: boolean;
  foreignKey?: string[];
  rules?: string[];
}

export interface Entity {
  name: string;
  resource: string;
  description?: string;
  key: string[];
  softDelete?: boolean;
  audit?: boolean;
  version?: string;
  fields: Field[];
  rules?: string[];
}

export interface Model {
  entities: Entity[];
  enums: { name: string; values: string[] }[];
  roles: { name: string; implies: string[] }[];
}

export type Row = Record<string, unknown>;

export const entityOf = (model: Model, resource: string | undefined) =>
  model.entities.find((entity) => entity.resource === resource);

/** The fields that are columns of a table: all that hold a value. */
export const columnsOf = (entity: Entity) =>
  entity.fields.filter((field) => field.kind !== 'one' && field.kind !== 'many' && !field.notServed && !field.writeOnly);

export const relationsOf = (entity: Entity) => entity.fields.filter((field) => field.kind === 'many');

/** A row's place below /api: `orders/7`; none where its key is not shown. */
export function placeOf(entity: Entity, row: Row): string | null {
  const parts = entity.key.map((name) => row[name]);
  if (parts.some((part) => part === undefined || part === null)) return null;
  return `${entity.resource}/${parts.map((part) => encodeURIComponent(String(part))).join(',')}`;
}

/** Where a scalar of a to-one leads, if that takes one value. */
export function leadsTo(model: Model, entity: Entity, field: Field): Entity | null {
  const relation = field.of && entity.fields.find((each) => each.name === field.of);
  const target = relation ? entityOf(model, relation.target) : undefined;
  return target && target.key.length === 1 ? target : null;
}

export const typeName = (field: Field) =>
  `${field.list ? `[${field.type}]` : field.type ?? ''}${field.nullable ? '' : '!'}`;

/** A value as a person reads it in a cell. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

const kNumbers = new Set(['Int', 'BigInt', 'Float', 'Decimal']);
export const isNumber = (field: Field) => !field.list && kNumbers.has(field.type ?? '');

/** What was typed, as JSON of the field's type. Digits stay as they were typed, however many there are. */
export function valueOf(field: Field, typed: string): string {
  if (typed === '' && field.nullable) return 'null';
  if (field.list || field.kind === 'embedded' || field.type === 'JSON') return typed === '' ? 'null' : typed;
  if (field.type === 'Boolean') return typed;
  const asNumber = isNumber(field) && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(typed);
  return asNumber ? typed : JSON.stringify(typed);
}

/** The operators of filters that a field takes, with the words for them. */
export function operatorsOf(field: Field): [string, string][] {
  const equal: [string, string][] = [['eq', 'is'], ['neq', 'is not']];
  const none: [string, string][] = field.nullable ? [['is', 'is (null, not_null)']] : [];
  if (field.list) return [['cs', 'contains'], ...none];
  if (field.kind === 'embedded' || field.type === 'JSON') return [['cs', 'contains'], ...none];
  if (field.type === 'Boolean') return [['is', 'is (true, false, null)']];
  if (field.enum) return [...equal, ['in', 'is one of'], ...none];
  const order: [string, string][] = [['gt', 'is above'], ['gte', 'is at least'], ['lt', 'is below'], ['lte', 'is at most']];
  const texts: [string, string][] = ['String', 'Email', 'URL'].includes(field.type ?? '') ? [['ilike', 'is like (*)']] : [];
  return [...texts, ...equal, ...order, ['in', 'is one of'], ...none];
}
