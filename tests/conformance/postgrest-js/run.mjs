// Each case: a call of postgrest-js against the real program, and SQL written by hand, run by sqlite3 on the untouched
// original; for a write on a twin of the served database, and then both have the same rows. Fails for a method that no
// case calls and exceptions.json doesn't name. Arguments: parts of names; writes build on those before them.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { Program, root } from '../../support/program.mjs';
import { change, contents, dump, execute, query } from '../../support/sqlite.mjs';
import { Verdict } from '../../support/verdict.mjs';
import { cases } from './cases.mjs';
import { declared, PostgrestClient, record } from './methods.mjs';

const here = path.join(root, 'tests/conformance/postgrest-js');
const original = path.join(root, 'tests/data/chinook/Chinook_Sqlite.sqlite');
const exceptions = JSON.parse(readFileSync(path.join(here, 'exceptions.json'), 'utf8'));
const wanted = process.argv.slice(2);
const temporary = mkdtempSync(path.join(os.tmpdir(), 'bedplate-postgrest-js-'));
const verdict = new Verdict();
const programs = {};

async function startAll() {
  const chinook = path.join(temporary, 'chinook.db');
  copyFileSync(original, chinook);
  programs.chinook = { node: await Program.serve(path.join(root, 'examples/chinook'), chinook), file: original, served: chinook };
  // The same store, open to changes as well.
  const [model, shop] = [path.join(temporary, 'shop'), path.join(temporary, 'shop.db')];
  const text = readFileSync(path.join(root, 'examples/chinook/schema.graphql'), 'utf8');
  mkdirSync(model);
  writeFileSync(path.join(model, 'schema.graphql'), text.replaceAll('@allow(to: [READ])', '@allow(to: [READ, CREATE, UPDATE, DELETE])'));
  writeFileSync(path.join(model, 'bedplate.yaml'), 'database: { tx_end: commit-allow-override }\n');
  copyFileSync(original, shop);
  programs.shop = { ...twinned(shop), node: await Program.serve(model, shop) };
  // The program makes the tables, sqlite3 fills them while nobody owns the file.
  const lists = path.join(temporary, 'lists.db');
  await (await Program.serve(path.join(here, 'lists'), lists)).stop();
  execute(lists, readFileSync(path.join(here, 'lists/rows.sql'), 'utf8'));
  await (await Program.serve(path.join(here, 'lists'), lists)).stop();  // it makes the tokens of texts that are searched
  programs.lists = { ...twinned(lists), node: await Program.serve(path.join(here, 'lists'), lists) };
}

function twinned(served) {
  const twin = served.replace('.db', '-twin.db');
  copyFileSync(served, twin);
  return { file: twin, served, twin };
}

async function run(each, client, { file, served }) {
  try {
    await call(each, client, file);
    for (const table of each.tables ?? []) assert.deepEqual(dump(served, table).split('\n'), dump(file, table).split('\n'), table);
  } catch (error) {
    // What went wrong is not held against the writes behind it.
    if (each.tables) execute(served, `.backup '${file}'`);
    throw error;
  }
}

async function call(each, client, file) {
  if (each.thrown) {
    await assert.rejects(async () => { await each.call(client); }, (error) => error.code === each.thrown);
    return;
  }
  const { data, error, status, count } = await each.call(client);
  if (each.error) {
    assert.ok(error, `expected an error, and ${status} came with ${JSON.stringify(data)}`);
    assert.equal(status, each.error.status, JSON.stringify(error));
    if (each.error.code) assert.equal(error.code, each.error.code, JSON.stringify(error));
    return;
  }
  assert.equal(error, null, JSON.stringify(error));
  assert.equal(status, each.status ?? 200);
  if (each.count) assert.equal(count, query(file, each.count)[0].n, 'count');
  const rows = each.sql === undefined ? [] : (each.adapt ?? ((same) => same))((each.tables ? change : query)(file, each.sql));
  if (each.affected !== undefined) assert.equal(count, each.affected, 'count');
  if (each.nothing) return void assert.equal(data, null);
  assert.deepEqual(data, each.single ? rows[0] ?? null : rows);
}

function coverage(covered) {
  const excepted = new Set(Object.values(exceptions).flatMap((group) => group.methods));
  const methods = declared();
  assert.ok(methods.size > 40, `only ${methods.size} methods were found in the type definitions`);
  for (const method of methods) {
    if (!covered.has(method) && !excepted.has(method)) verdict.fail(method, 'no case calls it, and exceptions.json does not name it');
    else verdict.pass();
  }
  for (const method of excepted) {
    if (!methods.has(method)) verdict.fail(method, 'exceptions.json names it, and the type definitions have no such method');
    else if (covered.has(method)) verdict.fail(method, 'exceptions.json names it, and a case with an answer calls it');
  }
}

try {
  await startAll();
  const taken = record();
  const covered = new Set();
  for (const each of cases) {
    if (wanted.length && !wanted.some((part) => each.name.includes(part))) continue;
    const database = programs[each.database ?? 'chinook'];
    const fine = await verdict.check(each.name, () => run(each, new PostgrestClient(`${database.node.url}/api`), database));
    const called = taken();
    if (fine && !each.error && !each.excepted) called.forEach((method) => covered.add(method));
  }
  if (!wanted.length) coverage(covered);
} catch (error) {
  verdict.fail('the program', error);
} finally {
  for (const { node } of Object.values(programs)) await verdict.check('the program ends when told to', async () => assert.equal(await node.stop(), 0, node.log));
}
for (const { served, twin } of Object.values(programs).filter((each) => each.twin))
  await verdict.check('the served database has the rows of its twin', () => assert.deepEqual(contents(served), contents(twin)));
if (programs.chinook) {
  await verdict.check('the served database has the rows and schema of the original', () =>
    assert.deepEqual(contents(programs.chinook.served), contents(original)));
}
rmSync(temporary, { recursive: true, force: true });
verdict.close();
