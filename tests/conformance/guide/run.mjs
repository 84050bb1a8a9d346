// Follows pages of docs/guide in a folder of their own. A fence after a line "`path`:" is that file; a fence of `sh` is
// run, all of a page in one shell; a fence of `json` or `text` behind it is what it prints: instants may be others, and
// of a problem members that the page leaves out may be there. `bedplate dev` serves on a free port meanwhile.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { matchJson } from '../../http/match.mjs';
import { freePort, program, root } from '../../support/program.mjs';
import { Verdict } from '../../support/verdict.mjs';

const pages = process.argv.length > 2 ? process.argv.slice(2) : ['trash.md'];
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

const steady = (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00Z');

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
    let script = 'set -u\n';
    fences.forEach(({ language, text, file }, index) => {
      if (file !== null) {
        mkdirSync(path.dirname(path.join(work, file)), { recursive: true });
        writeFileSync(path.join(work, file), text);
      }
      const here = text.replaceAll(written, address);
      if (language === 'sh') script += here.startsWith('bedplate dev ') ? served(here, address) : `{\n${here}} >${index}.out 2>&1\n`;
    });
    spawnSync('bash', ['-c', script], { cwd: work, timeout: 60_000, env: { ...process.env, PATH: `${work}/bin:${process.env.PATH}` } });
    for (const [index, fence] of fences.entries()) {
      if (!['json', 'text'].includes(fence.language) || fences[index - 1]?.language !== 'sh') continue;
      const out = path.join(work, `${index - 1}.out`);
      const found = existsSync(out) ? readFileSync(out, 'utf8') : '(nothing)';
      await verdict.check(`${name}:${fences[index - 1].line}`, () => {
        try {
          compare(fence, found);
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
