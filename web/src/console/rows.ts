// Reading and changing rows: the REST API as any client of it uses it, with the caller's token, so that every rule holds.
import { type Caller, type Problem, Refusal, exchange, problemOf, tokenOf } from '../shared/client';
import type { Row } from './model';

export interface Filter {
  field: string;
  operator: string;
  value: string;
}

/** A list as one looks at it; it lives in the address, so that it can be kept and shared. */
export interface Sight {
  filters: Filter[];
  order: string; // `name.asc`, or empty
  page: string; // `after=…`, `before=…` or `offset=…`, or empty
}

export interface Page {
  rows: Row[];
  total: number | null;
  first: number;
  next: string;
  previous: string;
}

export const kPageSize = 50;
const kShaping = new Set(['order', 'after', 'before', 'offset']);

export function readSight(query: string): Sight {
  const sight: Sight = { filters: [], order: '', page: '' };
  for (const [name, value] of new URLSearchParams(query)) {
    const dot = value.indexOf('.');
    if (name === 'order') sight.order = value;
    else if (kShaping.has(name)) sight.page = new URLSearchParams({ [name]: value }).toString();
    else if (dot > 0) sight.filters.push({ field: name, operator: value.slice(0, dot), value: value.slice(dot + 1) });
  }
  return sight;
}

export function writeSight(sight: Sight): string {
  const query = new URLSearchParams();
  for (const { field, operator, value } of sight.filters) query.append(field, `${operator}.${value}`);
  if (sight.order) query.set('order', sight.order);
  for (const [name, value] of new URLSearchParams(sight.page)) query.set(name, value);
  return query.toString();
}

async function send(method: string, path: string, caller: Caller, headers: Record<string, string> = {}, body?: string) {
  const token = await tokenOf(caller, '/console');
  if (token) headers['Authorization'] = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = await exchange(path, body === undefined ? { method, headers } : { method, headers, body }).catch(() => {
    const problem: Problem = { status: 0, title: '', detail: 'The server does not answer.', hint: 'Is it still running?', reason: '' };
    throw new Refusal(problem);
  });
  if (answer.status >= 400) throw new Refusal(problemOf(answer.status, answer.text));
  return answer;
}

/** What `rel` of a Link field leads to: its cursor or offset. */
function linked(link: string, rel: string): string {
  for (const [, target, name] of link.matchAll(/<([^>]*)>;\s*rel="([^"]*)"/g)) {
    if (name !== rel || !target) continue;
    for (const [key, value] of new URL(target, location.origin).searchParams)
      if (key !== 'order' && kShaping.has(key)) return new URLSearchParams({ [key]: value }).toString();
  }
  return '';
}

// An item's numbers are shown with all their digits, so they are kept as text where a double would lose some.
const parseRows = (text: string): Row[] =>
  JSON.parse(text.replace(/("(?:[^"\\]|\\.)*")|(-?\d{16,}(?:\.\d+)?|-?\d+\.\d{15,})/g, (_, quoted, digits) => quoted ?? `"${digits}"`));

export async function list(path: string, sight: Sight, caller: Caller): Promise<Page> {
  const query = writeSight(sight);
  const answer = await send('GET', `/api/${path}?limit=${kPageSize}${query && `&${query}`}`, caller, { Prefer: 'count=exact' });
  const header = (name: string) => answer.headers.find(([each]) => each === name)?.[1] ?? '';
  const range = /^(\d+)-\d+\/(\d+)$|^\*\/(\d+)$/.exec(header('content-range'));
  const total = range?.[2] ?? range?.[3];
  return {
    rows: parseRows(answer.text),
    total: total === undefined ? null : Number(total),
    first: Number(range?.[1] ?? 0),
    next: linked(header('link'), 'next'),
    previous: linked(header('link'), 'prev'),
  };
}

export async function item(place: string, caller: Caller): Promise<Row> {
  const answer = await send('GET', `/api/${place}`, caller);
  return parseRows(`[${answer.text}]`)[0] ?? {};
}

const one = (text: string): Row | null => {
  const rows = text ? parseRows(text.trimStart().startsWith('[') ? text : `[${text}]`) : [];
  return rows[0] ?? null;
};
const kRepresentation = { Prefer: 'return=representation' };

/** `body` is JSON text. The row as it is then; null where the caller may not read it. */
export async function change(place: string, body: string, caller: Caller): Promise<Row | null> {
  return one((await send('PATCH', `/api/${place}`, caller, { ...kRepresentation }, body)).text);
}
export async function create(resource: string, body: string, caller: Caller): Promise<Row | null> {
  return one((await send('POST', `/api/${resource}`, caller, { ...kRepresentation }, body)).text);
}
export async function remove(place: string, caller: Caller): Promise<void> {
  await send('DELETE', `/api/${place}`, caller);
}

export interface Verdict {
  allowed: boolean | string;
  reason?: string;
  rules?: { effect: string; when: string; rule?: string; line?: number }[];
  fields?: { field: string; allowed: boolean | string }[];
}

export async function verdict(operation: string, resource: string, id: string, caller: Caller): Promise<Verdict> {
  const query = new URLSearchParams({ operation, resource });
  const answer = await send('GET', `/api/$access?${query}${id && `&id=${id}`}`, caller);
  return JSON.parse(answer.text);
}

/** How many rows of a resource the caller may read. */
export async function count(resource: string, caller: Caller): Promise<number> {
  const answer = await send('HEAD', `/api/${resource}?limit=0`, caller, { Prefer: 'count=exact' });
  const range = answer.headers.find(([name]) => name === 'content-range')?.[1] ?? '';
  return Number(range.split('/')[1] ?? 0);
}
