// reasons.http against the table of docs/reference/errors.md, which a unit test keeps equal to the program's own.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../support/program.mjs';
import { parseAll, parseFile } from './parse.mjs';

export function checkReasons(here) {
  const file = path.join(here, 'reasons.http');
  const asked = new Map(parseFile(file).scenarios.map(({ name, exchanges }) => [name.replace('reason ', ''), exchanges.at(-1).expect]));
  const unreached = new Map();
  for (const [, word, why] of readFileSync(file, 'utf8').matchAll(/^# unreached: (\w+) (.+)$/gm)) {
    const where = why.match(/\b(?:src|tests)\/[\w/.-]+/g) ?? [];
    for (const name of where) if (!existsSync(path.join(root, name))) throw new Error(`${word}: there is no ${name}`);
    unreached.set(word, why);
  }
  const wrong = [];
  for (const { file: name, scenarios } of parseAll(here))
    for (const { expect } of scenarios.flatMap(({ exchanges }) => exchanges))
      for (const [, word] of (expect.body ?? '').matchAll(/"reason": "([A-Z_]+)"/g))
        if (unreached.has(word)) wrong.push(`${word} is said to be unreached, and ${name} reaches it`);
  const table = readFileSync(path.join(root, 'docs/reference/errors.md'), 'utf8');
  const rows = [...table.matchAll(/^\| `([A-Z_]+)` \| (\d+)/gm)];
  if (rows.length < 40) wrong.push('the table of docs/reference/errors.md has hardly a row');
  for (const [, word, status] of rows) {
    const expect = asked.get(word);
    if (expect && unreached.has(word)) wrong.push(`${word} has a request and is said to be unreached`);
    else if (expect && (expect.status !== Number(status) || JSON.parse(expect.body).reason !== word)) wrong.push(`${word}: its request expects something else than ${status} ${word}`);
    else if (!expect && !unreached.has(word)) wrong.push(`${word} has neither a request nor a line that says why`);
    asked.delete(word);
  }
  for (const word of asked.keys()) wrong.push(`${word} is no reason of docs/reference/errors.md`);
  if (wrong.length) throw new Error(wrong.join('\n'));
}
