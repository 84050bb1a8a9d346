// Follows pages of docs/guide in a folder of their own. A fence after a line "`path`:" is that file; a fence of `sh` is
// run, all of a page in one shell, and succeeds; a fence of `json` or `text` behind it is what it prints: instants and
// ids may be others, and of a problem members that the page leaves out may be there. `bedplate dev` serves on a free
// port meanwhile; `bedplate serve` is for machines that others reach, and left out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { matchJson } from '../../http/match.mjs';
import { freePort, program, root } from '../../support/program.mjs';
import { Verdict } from '../../support/verdict.mjs';

const pages = process.argv.length > 2 ? process.argv.slice(2) : ['first-api.md', 'trash.md'];
const written = '127.0.0.1:8081'; // the address that the pages have
const verdict = new Verdict();

/** The fences of a page in their order: { language, text, file, line }. */
function fencesOf(page) {
  const fences = [];
  let open = null, file = null;
  page.split('\n').forEach((line, number) => {
    if (open === null && line.startsWith('```')) {
      open = { language: line.slice(3), text: '', file, line: number + 1 };
    } else if (line === '```') {
      fences.push(open);
      open = null;
    } else if (open !== null) {
      open.text += `${line}\n`;
    } else if (line !== '') {
      file = line.match(/^`([\w./-]+)`:$/)?.[1] ?? null;
    }
  });
  return fences;
}

/** `bedplate dev` as a reader leaves it running in another terminal. */
function served(text, address) {
  return `${text.trim()} >server.log 2>&1 &
server=$!
trap 'kill $server; wait $server' EXIT
for _ in $(seq 200); do curl -sf http://${address}/readyz >/dev/null && break; sleep 0.1; done
`;
}

const steady = (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00Z')
  .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '00000000-0000-7000-8000-000000000000');

function compare(expected, found) {
  if (expected.language === 'text') {
    if (found !== expected.text) throw new Error(`expected ${expected.text}found ${found}`);
    return;
  }
  const wanted = JSON.parse(steady(expected.text));
  const differences = matchJson(JSON.parse(steady(found)), wanted, !('reason' in wanted));
  if (differences.length > 0) throw new Error(differences.join('\n'));
}

async function follow(name) {
  const fences = fencesOf(readFileSync(path.join(root, 'docs/guide', name), 'utf8'));
  const work = mkdtempSync(path.join(os.tmpdir(), 'bedplate-guide-'));
  const address = `127.0.0.1:${await freePort()}`;
  try {
    mkdirSync(path.join(work, 'bin'));
    symlinkSync(program, path.join(work, 'bin/bedplate'));
    const isRun = ({ language, text }) => language === 'sh' && !text.startsWith('bedplate serve ');
    let script = 'set -u\n';
    fences.forEach((fence, index) => {
      if (fence.file !== null) {
        mkdirSync(path.dirname(path.join(work, fence.file)), { recursive: true });
        writeFileSync(path.join(work, fence.file), fence.text);
      }
      const here = fence.text.replaceAll(written, address);
      if (!isRun(fence)) return;
      script += here.startsWith('bedplate dev ') ? served(here, address) : `{\n${here}} >${index}.out 2>&1 && : >${index}.done\n`;
    });
    spawnSync('bash', ['-c', script], { cwd: work, timeout: 60_000, env: { ...process.env, PATH: `${work}/bin:${process.env.PATH}` } });
    for (const [index, fence] of fences.entries()) {
      if (!isRun(fence) || fence.text.startsWith('bedplate dev ')) continue;
      const out = path.join(work, `${index}.out`);
      const found = existsSync(out) ? readFileSync(out, 'utf8') : '(nothing)';
      const next = fences[index + 1];
      await verdict.check(`${name}:${fence.line}`, () => {
        try {
          if (!existsSync(path.join(work, `${index}.done`))) throw new Error('it does not succeed');
          if (['json', 'text'].includes(next?.language)) compare(next, found);
        } catch (error) {
          throw new Error(`${error.message}\nprinted: ${found.slice(0, 1000)}`);
        }
      });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

for (const name of pages) await follow(name);
verdict.close();
