// A call as one fills it in, and the same as a command and as a client's line.
import type { Operation } from './reference';

export interface Call {
  values: Record<string, string>; // by the parameter's name
  body: string;
}

/** As an operation is first shown: what is needed, filled in. */
export const firstCall = (operation: Operation): Call => ({
  values: Object.fromEntries(operation.parameters.filter((each) => each.used).map((each) => [each.name, each.example])),
  body: operation.body ? JSON.stringify(operation.body.example, null, 2) : '',
});

/** The target below the server, with what was filled in. */
export function targetOf(operation: Operation, call: Call): string {
  const path = operation.path.replace(/\{([^}]*)\}/g, (_, name) =>
    (call.values[name] ?? '').split(',').map(encodeURIComponent).join(','));
  const query = operation.parameters
    .filter((each) => each.place === 'query' && call.values[each.name])
    .map((each) => `${encodeURIComponent(each.name)}=${encodeURIComponent(call.values[each.name] ?? '').replace(/%2C/g, ',').replace(/%3A/g, ':')}`);
  return path + (query.length ? `?${query.join('&')}` : '');
}

export function headersOf(operation: Operation, call: Call): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const each of operation.parameters)
    if (each.place === 'header' && call.values[each.name]) headers[each.name] = call.values[each.name] ?? '';
  if (operation.body) headers['Content-Type'] = 'application/json';
  return headers;
}

const quoted = (text: string) => `'${text.replace(/'/g, `'\\''`)}'`;

export function curl(operation: Operation, call: Call, authorized: boolean): string {
  const lines = [`curl ${quoted(location.origin + targetOf(operation, call))}`];
  if (operation.method !== 'GET' && !(operation.method === 'POST' && operation.body)) lines[0] = `curl -X ${operation.method} ${lines[0]!.slice(5)}`;
  if (authorized) lines.push(`-H "Authorization: Bearer $token"`);
  for (const [name, value] of Object.entries(headersOf(operation, call))) lines.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (operation.body) lines.push(`-d ${quoted(compact(call.body))}`);
  return lines.join(' \\\n  ');
}

function compact(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}

export function postgrest(operation: Operation, authorized: boolean): string {
  const headers = authorized ? ", {\n  headers: { Authorization: `Bearer ${token}` },\n}" : '';
  return `import { PostgrestClient } from '@supabase/postgrest-js';\n\nconst client = new PostgrestClient('${location.origin}/api'${headers});\nconst { data, error } = await ${operation.client.replace(/\.(select|insert|update|delete|eq|limit|single)\(/g, '\n  .$1(')};`;
}
