// docs/reference/rest.md: the last cell of every row names tests that exist, or says 'differs: why' or 'not yet'.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseAll } from '../../http/parse.mjs';
import { Verdict } from '../../support/verdict.mjs';
import { cases } from '../postgrest-js/cases.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const page = path.join(root, 'docs/reference/rest.md');
const verdict = new Verdict();
const names = [...cases.map(({ name }) => name), ...parseAll(path.join(root, 'tests/http')).flatMap(({ scenarios }) => scenarios.map(({ name }) => name))];
// Golden requests are `model/case`.
const golden = path.join(root, 'tests/golden/requests');
const folders = (of) => readdirSync(of, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name);
const known = new Set([...names, ...folders(golden).flatMap((model) => folders(path.join(golden, model)).map((each) => `${model}/${each}`))]);

function wrong(cell) {
  const cited = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const missing = cited.filter((name) => !known.has(name));
  if (missing.length) return `no test is called ${missing.map((name) => `'${name}'`).join(', ')}`;
  const rest = cell.replace(/`[^`]+`/g, '').replace(/[\s,]/g, '');
  if (/^differs: .{12,}/.test(cell)) return null;
  // What is not served yet answers 501, and a test says so.
  if (/^not yet(:|$)/.test(cell)) return cited.length ? null : "'not yet' names the test of its 501";
  if (cited.length && rest === '') return null;
  return `'${cell}' is neither tests nor 'differs: why' nor 'not yet: test'`;
}

const rows = readFileSync(page, 'utf8').split('\n')
  .filter((line) => line.startsWith('|') && !/^\| *-/.test(line) && !/\| test \|$/.test(line));
if (rows.length < 100) verdict.fail('docs/reference/rest.md', `has ${rows.length} rows only`);
for (const row of rows) {
  const cells = row.replace(/\\\|/g, '\u0000').split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('\u0000', '|'));
  const found = cells.length === 3 ? wrong(cells[2]) : 'has not three cells';
  if (found) verdict.fail(`docs/reference/rest.md: ${cells[0]}`, found);
  else verdict.pass();
}
for (const name of names.filter((each, index) => names.indexOf(each) !== index)) verdict.fail(name, 'two tests have this name');
verdict.close();
