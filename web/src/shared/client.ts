// Who asks, and asking: every request of the pages goes to this server alone, with the token of whom one acts as.
export interface Session {
  version: string;
  development: boolean;
  console: boolean;
  docs: boolean;
  roles?: string[];
}

/** Whom requests are made as. In development a role and an id make a token; elsewhere one is pasted. */
export interface Caller {
  role: string;
  id: string;
  tenant: string;
  token: string;
}
export const kNobody: Caller = { role: '', id: '', tenant: '', token: '' };

export interface Problem {
  status: number;
  title: string;
  detail: string;
  hint: string | null;
  reason: string;
  errors?: { path?: string; field?: string; message: string }[];
  [member: string]: unknown;
}

export interface Answer {
  status: number;
  statusText: string;
  headers: [string, string][];
  text: string;
  milliseconds: number;
}

export function callerName(caller: Caller): string {
  if (caller.token) return 'a pasted token';
  const who = [caller.role, caller.id && `id ${caller.id}`, caller.tenant && `tenant ${caller.tenant}`].filter(Boolean);
  return who.length ? who.join(', ') : 'anonymous';
}

export const isNobody = (caller: Caller) => !caller.token && !caller.role && !caller.id;

const minted = new Map<string, Promise<string>>();

/** The credential of a caller; empty for nobody. */
export async function tokenOf(caller: Caller, page: '/docs' | '/console'): Promise<string> {
  if (caller.token) return caller.token;
  if (isNobody(caller)) return '';
  const { role, id, tenant } = caller;
  const key = JSON.stringify([role, id, tenant]);
  let token = minted.get(key);
  if (!token) {
    token = ask<{ token: string }>(`${page}/api/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: key.length ? JSON.stringify({ role, id, tenant }) : '',
    }).then((answer) => answer.token);
    token.catch(() => minted.delete(key));
    minted.set(key, token);
  }
  return token;
}

/** A failed request; its message is for people. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

export function problemOf(status: number, text: string): Problem {
  try {
    const problem = JSON.parse(text);
    if (problem && typeof problem.detail === 'string') return { ...problem, status };
  } catch {
    // not ours
  }
  return { status, title: `status ${status}`, detail: text.slice(0, 200) || `The server answered ${status}.`, hint: null, reason: '' };
}

/** JSON of this server, or a Refusal. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let reply: Response;
  try {
    reply = await fetch(path, { credentials: 'omit', redirect: 'error', ...init });
  } catch {
    throw new Refusal({ status: 0, title: 'no answer', detail: 'The server does not answer.', hint: 'Is it still running?', reason: '' });
  }
  const text = await reply.text();
  if (!reply.ok) throw new Refusal(problemOf(reply.status, text));
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Any request, with all that came back. */
export async function exchange(path: string, init: RequestInit): Promise<Answer> {
  const began = performance.now();
  const reply = await fetch(path, { credentials: 'omit', redirect: 'error', ...init });
  const text = await reply.text();
  return {
    status: reply.status,
    statusText: reply.statusText,
    headers: [...reply.headers],
    text,
    milliseconds: performance.now() - began,
  };
}
