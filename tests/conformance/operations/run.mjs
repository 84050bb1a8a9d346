// Cases on the real program: `node run.mjs [part of a name]` runs some.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { exchange, Program, program, root } from '../../support/program.mjs';
import { execute } from '../../support/sqlite.mjs';
import { Verdict } from '../../support/verdict.mjs';
import { secret, sign } from '../../http/token.mjs';

const shelf = path.join(root, 'tests/http/models/shelf');
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const staff = () => `Bearer ${sign({ sub: '00000000-0000-7000-8000-00000000000f', roles: ['STAFF'] })}`;

function equal(got, wanted, what = 'got') {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`);
}
function match(text, pattern) {
  if (!pattern.test(text)) throw new Error(`${JSON.stringify(String(text).slice(0, 2000))} does not match ${pattern}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => resolve(port)); });
  });
}

/** Sends bytes and waits for the connection's end. */
function raw(port, bytes) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.end(Buffer.from(bytes, 'latin1')));
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.resume();
  });
}

/** A node with the shelf's rows. */
async function serve(world, environment = {}, directory = shelf) {
  const database = path.join(world.folder, 'app.db');
  const all = { JWT_SECRET: secret, BEDPLATE_LOG_FORMAT: 'json', ...environment };
  if (!world.filled) {
    await (await Program.serve(directory, database, { environment: all })).stop();
    execute(database, readFileSync(path.join(shelf, 'rows.sql'), 'utf8'));
    world.filled = true;
  }
  const node = await Program.serve(directory, database, { environment: all });
  world.after(() => node.stop());
  return node;
}

const lines = (node) => node.log.split('\n').filter(Boolean).map((line) => JSON.parse(line));

/** The lines of requests that came while `body` ran. */
async function logged(node, body) {
  await pause(150);
  const before = lines(node).length;
  await body();
  await pause(150);
  return lines(node).slice(before);
}

async function scrape(port, headers = {}) {
  const answer = await exchange(port, { target: '/metrics', headers });
  equal(answer.status, 200, 'status of /metrics');
  equal(answer.headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8', 'type');
  const parsed = spawnSync('/usr/bin/python3', [path.join(root, 'tests/conformance/operations/parse.py')], { input: answer.body, encoding: 'utf8' });
  if (parsed.status !== 0) throw new Error(`Prometheus' parser: ${parsed.stderr}`);
  const families = JSON.parse(parsed.stdout);
  families.of = (name, labels = {}) => {
    const family = families[name.replace(/_(bucket|sum|count|total)$/, '')] ?? families[name];
    if (!family) throw new Error(`there is no ${name}`);
    const found = family.samples.filter(([sample, given]) => sample === name && Object.entries(labels).every(([key, value]) => given[key] === value));
    return found.reduce((sum, [, , value]) => sum + value, 0);
  };
  families.text = answer.body.toString();
  return families;
}

const cases = {
  'a request has one line, with the id that the reply has': async (world) => {
    const node = await serve(world);
    let answer;
    const found = await logged(node, async () => {
      answer = await exchange(node.port, { target: '/api/items?select=id&title=eq.a-secret-value&order=id', headers: { 'X-Request-Id': 'mine-1' } });
    });
    equal(answer.headers['x-request-id'], 'mine-1', 'header');
    equal(found.length, 1, 'lines');
    const { time, ms, ...rest } = found[0];
    match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    if (!(ms > 0 && ms < 5000)) throw new Error(`ms is ${ms}`);
    equal(rest, { level: 'info', event: 'request', id: 'mine-1', method: 'GET', path: '/api/items', params: 'select,title,order',
      status: 200, bytes: 2, client: '127.0.0.1' }, 'line');
  },

  'an id comes from a trace, or is made': async (world) => {
    const node = await serve(world);
    const traced = await exchange(node.port, { target: '/api/items', headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' } });
    equal(traced.headers['x-request-id'], '0af7651916cd43dd8448eb211c80319c', 'of a trace');
    const made = [];
    for (let i = 0; i < 20; ++i) made.push((await exchange(node.port, { target: '/api/items' })).headers['x-request-id']);
    equal(new Set(made).size, 20, 'different ids');
    made.forEach((id) => match(id, /^[0-9a-f]{24}$/));
  },

  'an error names its request': async (world) => {
    const node = await serve(world);
    const answer = await exchange(node.port, { target: '/api/itms', headers: { 'X-Request-Id': 'r1' } });
    const problem = JSON.parse(answer.body);
    equal([answer.status, answer.headers['x-request-id'], problem.requestId, problem.instance], [404, 'r1', 'r1', '/api/itms'], 'problem');
  },

  'Threat078: no input begins a line or colours a terminal': async (world) => {
    for (const format of ['text', 'json']) {
      const node = await serve(world, { BEDPLATE_LOG_FORMAT: format });
      const before = node.log.length;
      const forged = '\\r\\n2026-01-01T00:00:00.000Z error forged\\x1b[31m';
      await raw(node.port, 'GET /api/a%0d%0a\x1b[31m HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      await raw(node.port, `GET /api/%0d%0aforged%1b?x%0a=1&\x9b0m=2 HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\tb${forged}\r\nConnection: close\r\n\r\n`);
      await raw(node.port, 'GET /api/\x85%1b[31m?\x9b=1 HTTP/1.1\r\nHost: x\r\nX-Request-Id: a b\r\nConnection: close\r\n\r\n');
      await pause(150);
      const text = node.log.slice(before);
      if (/[\x00-\x09\x0b-\x1f\x7f-\x9f]/.test(text)) throw new Error(JSON.stringify(text));
      for (const line of text.split('\n').filter(Boolean)) match(line, format === 'json' ? /^\{"time":.*\}$/ : /^\d{4}-\d\d-\d\dT[^ ]* info request /);
      await node.stop();
    }
  },

  'log.requests says which requests have lines; health has none': async (world) => {
    const wanted = { all: [200, 404], errors: [404], none: [] };
    for (const [requests, statuses] of Object.entries(wanted)) {
      const node = await serve(world, { BEDPLATE_LOG_REQUESTS: requests });
      const found = await logged(node, async () => {
        for (const target of ['/healthz', '/readyz', '/api/items', '/api/none']) await exchange(node.port, { target });
      });
      equal(found.map((line) => line.status), statuses, requests);
      await node.stop();
    }
  },

  'Threat079: planted secrets are in no log, error or metric': async (world) => {
    const canary = 'CANARY0123456789';
    const port = await freePort();
    const environment = { BEDPLATE_METRICS_LISTEN: `127.0.0.1:${port}`, BEDPLATE_LOG_LEVEL: 'debug',
      JWT_SECRET: `${secret}${canary}` };
    const node = await serve(world, environment);
    const answers = [];
    const ask = async (options) => { const { body, headers } = await exchange(node.port, options); answers.push(body.toString() + JSON.stringify(headers)); };
    const token = sign({ sub: canary, roles: ['STAFF'], canary }, { key: environment.JWT_SECRET });
    for (const headers of [{ Authorization: `Bearer ${token}` }, { Authorization: `Bearer ${canary}.${canary}.${canary}` },
      { Authorization: `Basic ${canary}` }, { apikey: canary }, { apikey: `bp_${canary}_${canary}` }, { Cookie: `session=${canary}` }, { traceparent: canary }]) {
      await ask({ target: '/api/items?select=id', headers });
      await ask({ target: '/api/vaults', headers });
    }
    // Of a query the values stay out of the log; an error may quote to the client what the client sent.
    const sent = [];
    for (const target of [`/api/items?title=eq.${canary}`, `/api/items?apikey=${canary}`, `/api/items?${canary}`, `/api/items?or=(title.eq.${canary})`])
      sent.push((await exchange(node.port, { target })).status);
    for (const body of [`{"title": "${canary}"`, `{"titel": "x", "isbn": "${canary}"}`, `{"title": "x", "price": "${canary}"}`])
      await exchange(node.port, { method: 'POST', target: '/api/items', body, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' } });
    await pause(150);
    const page = await scrape(port);
    await node.stop();
    for (const [where, text] of Object.entries({ log: node.log, metrics: page.text, errors: answers.join('\n') }))
      if (text.includes(canary)) throw new Error(`in ${where}: ${text.slice(Math.max(0, text.indexOf(canary) - 300), text.indexOf(canary) + 50)}`);
    equal(sent.length, 4, 'asked');

    const closed = await freePort();
    for (const url of [`postgres://u:${canary}@127.0.0.1:${closed}/x`, `postgres://127.0.0.1:${closed}/x?user=u&password=${canary}`,
      `mysql://u:${canary}@h/x`, `postgres://u:${canary}@[bad/x`]) {
      const run = spawnSync(program, ['serve', shelf], { encoding: 'utf8', timeout: 20_000,
        env: { ...process.env, JWT_SECRET: secret, BEDPLATE_DATABASE_URL: url, BEDPLATE_SERVER_LISTEN: `127.0.0.1:${port}` } });
      if (run.status === 0 || `${run.stdout}${run.stderr}`.includes(canary)) throw new Error(`${run.status} ${run.stdout}${run.stderr}`);
    }
  },

  'metrics are as Prometheus reads them, and count what happened': async (world) => {
    const port = await freePort();
    const node = await serve(world, { BEDPLATE_METRICS_LISTEN: `127.0.0.1:${port}` });
    for (let i = 0; i < 7; ++i) await exchange(node.port, { target: '/api/items?select=id' });
    await exchange(node.port, { target: '/api/items/1' });
    await exchange(node.port, { target: '/api/items/77777' });
    await exchange(node.port, { method: 'PATCH', target: '/api/items/1', body: '{"title": "Dune II"}', headers: { Authorization: staff(), 'Content-Type': 'application/json' } });
    for (let i = 0; i < 50; ++i) await exchange(node.port, { target: `/api/made-up-${i}`, method: i % 2 ? 'GET' : 'PURGE' });
    await exchange(node.port, { method: 'POST', target: '/api/$batch', body: '{}', headers: { 'Content-Type': 'application/json' } });
    const page = await scrape(port);
    const requests = (labels) => page.of('bedplate_http_requests_total', labels);
    equal(requests({ method: 'GET', route: '/api/items', status: '2xx' }), 7, 'lists');
    equal(requests({ method: 'POST', route: '/api/$batch' }), 1, 'batches');
    equal(requests({ route: '/api/items/{key}' }), 3, 'items');
    equal(requests({ method: 'GET', route: '/api/items/{key}', status: '4xx' }), 1, 'missing items');
    equal(requests({ route: '/api/(unknown)' }), 50, 'unknown');
    equal(page.of('bedplate_http_request_duration_seconds_count', { method: 'GET', route: '/api/items' }), 7, 'durations');
    equal(page.of('bedplate_http_request_duration_seconds_bucket', { method: 'GET', route: '/api/items', le: '+Inf' }), 7, 'buckets');
    equal(page.of('bedplate_store_group_size_count') >= 1, true, 'a write');
    equal(page.of('bedplate_store_commits_total') >= 1, true, 'a commit');
    equal(page.of('bedplate_build_info'), 1, 'build info');
    equal(page.of('bedplate_ready'), 1, 'ready');
    for (const name of ['process_resident_memory_bytes', 'process_open_fds', 'process_cpu_seconds_total', 'bedplate_http_received_bytes_total',
      'bedplate_http_sent_bytes_total', 'bedplate_http_connections_accepted_total', 'bedplate_loops'])
      equal(page.of(name) > 0, true, name);
    // The second scrape has no more series than the first: clients make none.
    for (let i = 0; i < 50; ++i) await exchange(node.port, { target: `/api/more-${i}/x/y?z=${i}`, method: i % 2 ? 'GET' : `M${i}` }).catch(() => {});
    const again = await scrape(port);
    equal(again.bedplate_http_requests.samples.length, page.bedplate_http_requests.samples.length, 'series');
  },

  'metrics are served where metrics.listen says, and nowhere else': async (world) => {
    const port = await freePort();
    const apart = await serve(world, { BEDPLATE_METRICS_LISTEN: `127.0.0.1:${port}` });
    equal((await exchange(apart.port, { target: '/metrics' })).status, 404, 'beside the API');
    equal((await exchange(port, { target: '/api/items' })).status, 404, 'the API beside metrics');
    equal((await exchange(port, { target: '/healthz' })).status, 200, 'health');
    equal((await exchange(port, { target: '/metrics', method: 'POST' })).status, 405, 'POST');
    await apart.stop();
    const none = await serve(world);
    equal((await exchange(none.port, { target: '/metrics' })).status, 404, 'unconfigured');
  },

  'Threat086: links begin with the path or base_url, whatever the client calls the server': async (world) => {
    const forged = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher', Forwarded: 'host=evil.example' };
    const write = { method: 'POST', target: '/api/items', headers: { ...forged, Authorization: staff(), 'Content-Type': 'application/json' }, body: '{"title": "New", "price": 1}' };
    for (const base of ['', 'https://api.example.com/shop']) {
      const node = await serve(world, { ...(base ? { BEDPLATE_SERVER_BASE_URL: `${base}/` } : {}), BEDPLATE_SERVER_TRUSTED_PROXIES: '[127.0.0.0/8]' });
      const made = await exchange(node.port, write);
      equal(made.status, 201, 'status');
      match(made.headers.location, new RegExp(`^${base}/api/items/\\d+$`));
      const list = await exchange(node.port, { target: '/api/parcels?select=id', headers: { ...forged, Authorization: staff() } });
      if (list.headers.link) match(list.headers.link, new RegExp(`^<${base}/api/parcels\\?`));
      if (JSON.stringify([made.headers, list.headers, String(list.body)]).includes('evil')) throw new Error('the forged name came back');
      await node.stop();
    }
  },

  'Threat086: only a trusted proxy says who the client is': async (world) => {
    const client = async (environment, value) => {
      const node = await serve(world, environment);
      const [line] = await logged(node, () => exchange(node.port, { target: '/api/items', headers: { 'X-Forwarded-For': value } }));
      await node.stop();
      return line.client;
    };
    equal(await client({}, '198.51.100.9'), '127.0.0.1', 'without trust');
    equal(await client({ BEDPLATE_SERVER_TRUSTED_PROXIES: '10.0.0.0/8' }, '198.51.100.9'), '127.0.0.1', 'another proxy');
    equal(await client({ BEDPLATE_SERVER_TRUSTED_PROXIES: '[127.0.0.1, 10.0.0.0/8]' }, '203.0.113.5, 198.51.100.9, 10.1.1.1'), '198.51.100.9', 'trusted');
  },
};

const wanted = process.argv[2] ?? '';
const verdict = new Verdict();
for (const [name, body] of Object.entries(cases)) {
  if (!name.includes(wanted)) continue;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bedplate-operations-'));
  const undo = [() => rmSync(folder, { recursive: true, force: true })];
  await verdict.check(name, () => body({ folder, after: (action) => undo.push(action) }));
  for (const action of undo.reverse()) await action();
}
verdict.close();
process.exit();
