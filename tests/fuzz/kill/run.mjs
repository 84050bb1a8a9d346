// Kills a serving node at random moments under mixed writes, starts it again on the same file, and compares what is there
// with the ledger. Arguments: how many kills, the seed (chosen and printed without one), the most seconds it may take.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

import { Program, root } from '../../support/program.mjs';
import { execute, query } from '../../support/sqlite.mjs';
import { Verdict } from '../../support/verdict.mjs';
import { Ledger } from './ledger.mjs';
import { Random } from './random.mjs';
import { counters, Writer } from './writes.mjs';

const [kills, seed, seconds] = [Number(process.argv[2] || 50), Number(process.argv[3] || Date.now() % 1_000_000), Number(process.argv[4] || 3600)];
const model = path.join(root, 'tests/fuzz/kill');
const temporary = mkdtempSync(path.join(os.tmpdir(), 'bedplate-kill-'));
const file = path.join(temporary, 'kill.db');
const random = new Random(seed);
const ledger = new Ledger();
const writers = Array.from({ length: 8 }, (_, owner) => new Writer(owner + 1, new Random(random.within(1, 1e9)), ledger));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The status; null if none came. */
function send(node, agent, { method, target, prefer, body }) {
  return new Promise((resolve) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { ...(prefer && { Prefer: prefer }), ...(text && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }) };
    const request = http.request({ host: '127.0.0.1', port: node.port, method, path: target, headers, agent }, (response) => {
      const chunks = [];
      const end = () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() });
      // The status is the acknowledgement, whatever becomes of the rest.
      response.on('data', (chunk) => chunks.push(chunk)).on('end', end).on('error', end);
    });
    request.on('error', () => resolve(null));
    request.end(text);
  });
}

/** One client: a write after the other on one connection until the node is gone. */
async function client(node, writer, state) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  while (!state.killed) {
    const write = writer.write();
    const reply = await send(node, agent, write);
    if (reply === null) {
      assert.ok(state.killed, `${write.what}: the connection broke and nobody killed the node`);
      ledger.pending.push(write);
      break;
    }
    assert.equal(reply.status, write.status, `${write.what}: ${reply.body}`);
    if (write.status < 300) ledger.acknowledge(write);
    else ledger.tally.refused += 1;
  }
  agent.destroy();
}

function found() {
  const [integrity] = query(file, 'PRAGMA integrity_check');
  assert.equal(integrity.integrity_check, 'ok');
  assert.deepEqual(query(file, 'PRAGMA foreign_key_check'), []);
  const rows = query(file, 'SELECT id, owner, batch, number, text, counter_id AS counterId FROM entries');
  return { entries: new Map(rows.map((row) => [row.id, row])),
    counters: new Map(query(file, 'SELECT id, value FROM counters').map(({ id, value }) => [id, value])) };
}

/** What it serves is what the file holds. */
async function served(node) {
  const agent = new http.Agent();
  const { body } = await send(node, agent, { method: 'GET', target: '/api/counters?order=id' });
  assert.deepEqual(JSON.parse(body).map(({ id, value }) => [id, Number(value)]), [...ledger.counters]);
}

async function start() {
  // Now and then it is killed again while it recovers.
  while (random.next() < 0.1) {
    const delay = random.within(0, 60);
    const starting = Program.serve(model, file, { started: (child) => setTimeout(() => child.kill('SIGKILL'), delay) });
    const early = await starting.catch((error) => assert.match(error.message, /ended with SIGKILL/));
    if (early) assert.equal(await early.ended, 'SIGKILL', early.log);
  }
  return Program.serve(model, file);
}

async function round() {
  const node = await start();
  ledger.settle(found());
  await served(node);
  const state = { killed: false };
  const clients = writers.map((writer) => client(node, writer, state));
  const killing = pause(random.pick([random.within(0, 20), random.within(0, 200), random.within(0, 400)])).then(() => {
    state.killed = true;
    node.child.kill('SIGKILL');
  });
  const ends = await Promise.allSettled(clients);
  await killing;
  assert.equal(await node.ended, 'SIGKILL', node.log);
  for (const { reason } of ends) if (reason) throw reason;
}

const verdict = new Verdict();
console.log(`seed ${seed}`);
const begun = Date.now();
try {
  await (await Program.serve(model, file)).stop();
  for (let id = 1; id <= counters; ++id) {
    execute(file, `INSERT INTO counters (id, value) VALUES (${id}, 0)`);
    ledger.counters.set(id, 0);
  }
  let fine = true;
  let killed = 0;
  for (; fine && killed < kills && Date.now() - begun < seconds * 1000; ++killed) fine = await verdict.check(`Threat110 kill ${killed + 1} of seed ${seed}`, round);
  if (fine) {
    fine = await verdict.check('after the last kill', async () => {
      const node = await Program.serve(model, file);
      ledger.settle(found());
      await served(node);
      assert.equal(await node.stop(), 0, node.log);
      assert.deepEqual(query(file, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
    });
  }
  const { acknowledged, refused, happened, vanished } = ledger.tally;
  console.log(`${killed} kills, ${acknowledged} writes acknowledged, ${refused} refused; of those under way ${happened} happened, ${vanished} did not`);
  await verdict.check('the load is a load', async () => assert.ok(!fine || acknowledged > killed && happened + vanished > 0));
  if (fine) rmSync(temporary, { recursive: true, force: true });
  else console.log(`the database is kept: ${file}`);
} catch (error) {
  verdict.fail('the program', error);
}
verdict.close();
