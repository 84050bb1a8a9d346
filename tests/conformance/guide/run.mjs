// Each entry is one reader, who goes through these pages in this order, and what they have in their folder.
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Postgres } from '../../support/postgres.mjs';
import { freePort, root } from '../../support/program.mjs';
import { Verdict } from '../../support/verdict.mjs';
import { differences, readSnippets } from './page.mjs';
import { Shell } from './shell.mjs';

const guide = (name) => `docs/guide/${name}.md`;
const readers = [
  { pages: ['README.md'] },
  { pages: [guide('first-api')] },
  { pages: [guide('trash')] },
  { pages: [guide('test')], has: ['examples/shop'] },
  { pages: ['examples/shop/README.md'], has: ['examples/shop'] },
  { pages: ['examples/chinook/README.md'], has: ['examples/chinook', 'tests/data/chinook'] },
  { pages: ['examples/helpdesk/README.md'], has: ['examples/helpdesk'] },
  { pages: ['1-model', '2-rules', '3-reading', '4-writing', '5-production'].map((name) => guide(`helpdesk/${name}`)), postgres: true },
];

// Each address of a page becomes a free one on loopback, the same for all pages of a reader.
const kAddress = /(?:127\.0\.0\.1|0\.0\.0\.0):(\d+)/g;
async function readdress(text, ports) {
  for (const [, port] of text.matchAll(kAddress)) if (!ports.has(port)) ports.set(port, await freePort());
  return text.replace(kAddress, (_, port) => `127.0.0.1:${ports.get(port)}`);
}

async function follow({ pages, has = [], postgres }, verdict) {
  const ports = new Map([['8080', await freePort()]]);
  const database = postgres ? await Postgres.start() : null;
  // Where the pages name none: the address, and a database of PostgreSQL.
  const shell = new Shell({ BEDPLATE_SERVER_LISTEN: `127.0.0.1:${ports.get('8080')}`, ...(database && { DATABASE_URL: database.newDatabase() }) });
  for (const each of has) cpSync(path.join(root, each), path.join(shell.folder, each), { recursive: true });
  symlinkSync(path.join(root, 'tests/node_modules'), path.join(shell.folder, 'node_modules'));
  try {
    for (const page of pages)
      for (const { kind, line, path: file, text, expected } of readSnippets(path.join(root, page))) {
        const said = await readdress(text, ports);
        if (kind === 'file') {
          mkdirSync(path.dirname(path.join(shell.folder, file)), { recursive: true });
          writeFileSync(path.join(shell.folder, file), said);
          continue;
        }
        const { printed, fine } = await shell.run(said);
        if (process.env.SHOW) console.log(`--- ${page}:${line}\n${printed}`);
        const shown = expected && { ...expected, text: await readdress(expected.text, ports) };
        await verdict.check(`${page}:${line}`, () => {
          const wrong = fine ? shown ? differences(printed, shown) : [] : ['a command failed'];
          if (wrong.length > 0) throw new Error(`${text}${wrong.join('\n')}\nprinted\n${printed}`);
        });
      }
  } finally {
    await shell.end();
    database?.stop();
  }
}

const verdict = new Verdict();
const only = process.argv[2] ?? '';
for (const reader of readers.filter(({ pages }) => pages.some((page) => page.includes(only)))) await follow(reader, verdict);
verdict.close();
