// Runs every scenario on the real program, one node and one database a file. Arguments: parts of names, and
// `--store postgres` for a PostgreSQL of the suite's own in SQLite's place.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';

import { exchange, Program, program, root } from '../support/program.mjs';
import { Postgres } from '../support/postgres.mjs';
import { execute } from '../support/sqlite.mjs';
import { Verdict } from '../support/verdict.mjs';
import { matchJson, matchText } from './match.mjs';
import { parseAll } from './parse.mjs';
import { checkReasons } from './reasons.mjs';
import { secret, sign } from './token.mjs';

const here = path.join(root, 'tests/http');
const { values: { store }, positionals: wanted } = parseArgs({ options: { store: { type: 'string', default: 'sqlite' } }, allowPositionals: true });
if (!['sqlite', 'postgres'].includes(store)) throw new Error(`--store is sqlite or postgres, not ${store}`);
const temporary = mkdtempSync(path.join(os.tmpdir(), 'bedplate-http-'));
const verdict = new Verdict();
const postgres = store === 'postgres' ? await Postgres.start() : null;
const environment = { JWT_SECRET: secret };

/** The program makes the tables; they are filled while nobody serves them. */
async function makeTables(directory, database) {
  await (await Program.serve(directory, database, { environment })).stop();
}

/** Makes `file` with a model's rows, where it has any. */
async function fillFile(model, directory, file) {
  if (model === 'chinook') return copyFileSync(path.join(root, 'tests/data/chinook/Chinook_Sqlite.sqlite'), file);
  const rows = path.join(directory, 'rows.sql');
  if (!existsSync(rows)) return;
  await makeTables(directory, file);
  execute(file, readFileSync(rows, 'utf8'));
}

/** A node with a file's rows, and the names of its tokens and keys. */
async function serve({ file: name, model, tokens, keys }) {
  const directory = model === 'chinook' ? path.join(root, 'examples/chinook') : path.join(here, 'models', model);
  const file = path.join(temporary, `${name}.db`);
  const names = Object.fromEntries(tokens.map((token) => [token.name, sign(token.claims, token.how)]));
  const nameKeys = (database) => keys.forEach((key) => (names[key.name] = makeKey(directory, database, key.args)));
  await fillFile(model, directory, file);
  if (!postgres) {
    const node = await Program.serve(directory, file, { environment });
    nameKeys(`sqlite:${file}`);
    return { node, names };
  }
  const database = postgres.newDatabase();
  if (existsSync(file)) {
    await makeTables(directory, database);
    postgres.copyFrom(file, database);
  }
  nameKeys(database); // a node that serves already hears of them seconds later
  return { node: await Program.serve(directory, database, { environment }), names };
}

/** An API key from the command line; the owner of an SQLite file makes it while it serves. */
function makeKey(directory, database, args) {
  const made = spawnSync(program, ['admin', 'key', 'create', directory, '--database', database, ...args],
    { encoding: 'utf8', env: { ...process.env, ...environment } });
  if (made.status !== 0) throw new Error(`admin key create: ${made.stderr}`);
  return made.stdout.trim();
}

function fill(text, names) {
  return text?.replace(/\{\{(?:"((?:[^"\\]|\\.)*)"\*(\d+)|(\w+))\}\}/g, (_, repeated, times, name) => {
    if (name === undefined) return JSON.parse(`"${repeated}"`).repeat(Number(times));
    if (!(name in names)) throw new Error(`nothing is called {{${name}}}`);
    return names[name];
  });
}

function check(text, answer, json, took, log, names) {
  const [word, ...rest] = text.split(' ');
  const argument = rest.join(' ');
  if (word === 'within') return took <= Number(argument) ? [] : [`took ${took} ms, expected ${argument} at the most`];
  if (word === 'save') {
    const [name, where] = argument.split(' = ');
    const found = where.startsWith('header ') ? answer.headers[where.slice(7).toLowerCase()]
      : where.split('.').reduce((value, key) => value?.[key], json);
    if (found === undefined) return [`there is no ${where} to save`];
    names[name] = String(found);
    return [];
  }
  const found = new RegExp(argument.slice(1, -1), 's').test(log);
  return found === (word === 'log') ? [] : [`the log ${found ? 'has' : 'lacks'} ${argument}`];
}

const encode = { gzip: zlib.gzipSync, br: zlib.brotliCompressSync };
const decode = { gzip: zlib.gunzipSync, br: zlib.brotliDecompressSync };

async function run(each, node, names) {
  const logged = node.log.length;
  const started = Date.now();
  const headers = {};
  for (const [name, value] of each.headers) headers[name] = name in headers ? [headers[name], fill(value, names)].flat() : fill(value, names);
  const answer = await exchange(node.port, { method: each.method, target: fill(each.target, names), headers, body: encode[headers['Content-Encoding']]?.(fill(each.body, names)) ?? fill(each.body, names) });
  const took = Date.now() - started;
  const { expect } = each;
  const plain = answer.body.length ? decode[answer.headers['content-encoding']] : undefined;
  const text = (plain?.(answer.body) ?? answer.body).toString('utf8');
  const wrong = answer.status === expect.status ? [] : [`expected ${expect.status}, found ${answer.status}`];
  for (const [name, value] of expect.headers) wrong.push(...matchText(answer.headers[name.toLowerCase()], fill(value, names), name));
  let json;
  try { json = JSON.parse(text); } catch { json = undefined; }
  if (expect.body === '(empty)') {
    if (text !== '') wrong.push(`expected no body, found ${text.slice(0, 500)}`);
  } else if (expect.body?.startsWith('text ')) {
    wrong.push(...matchText(text, expect.body.slice(5), 'body'));
  } else if (expect.body !== undefined) {
    const exact = expect.body.startsWith('= ');
    if (json === undefined) wrong.push(`expected JSON, found ${text.slice(0, 500)}`);
    else wrong.push(...matchJson(json, JSON.parse(fill(exact ? expect.body.slice(2) : expect.body, names)), exact));
  }
  if (expect.checks.some((line) => line.includes('log '))) await new Promise((resolve) => setTimeout(resolve, 150));
  for (const line of expect.checks) wrong.push(...check(line, answer, json, took, node.log.slice(logged), names));
  if (wrong.length) throw new Error(`${each.method} ${each.target.slice(0, 200)}\n${wrong.join('\n')}\n${text.slice(0, 1000)}`);
}

for (const file of parseAll(here)) {
  const chosen = file.scenarios.filter(({ name }) => !wanted.length || wanted.some((part) => `${file.file}: ${name}`.includes(part)));
  if (!chosen.length) continue;
  let node;
  try {
    const served = await serve(file);
    node = served.node;
    const { names } = served;
    for (const { name, exchanges } of chosen) {
      await verdict.check(`${file.file}: ${name}`, async () => { for (const each of exchanges) await run(each, node, names); });
    }
  } catch (error) {
    verdict.fail(file.file, error);
  }
  if (node) await verdict.check(`${file.file}: the program ends when told to`, async () => { const how = await node.stop(); if (how !== 0) throw new Error(`ended with ${how}\n${node.log}`); });
}
await verdict.check('every reason has its request', async () => checkReasons(here));
postgres?.stop();
rmSync(temporary, { recursive: true, force: true });
verdict.close();
