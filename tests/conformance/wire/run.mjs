// Each file of cases/ exports cases: { name: async (world) => … }. `node run.mjs [part of a name]` runs some.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Verdict } from '../../support/verdict.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const wanted = process.argv[2] ?? '';
process.setMaxListeners(0);
const verdict = new Verdict();
for (const file of readdirSync(path.join(here, 'cases')).filter((name) => name.endsWith('.mjs')).sort()) {
  const { cases } = await import(path.join(here, 'cases', file));
  for (const [name, body] of Object.entries(cases)) {
    if (!`${file} ${name}`.includes(wanted)) continue;
    const folder = mkdtempSync(path.join(tmpdir(), 'bedplate-wire-'));
    const undo = [() => rmSync(folder, { recursive: true, force: true })];
    await verdict.check(name, async () => {
      const late = new Promise((_, reject) => {
        const timer = setTimeout(() => reject(new Error('took more than 60 s')), 60_000);
        undo.push(() => clearTimeout(timer));
      });
      await Promise.race([late, body({ folder, after: (action) => undo.push(action) })]);
    });
    for (const action of undo.reverse()) await action();
  }
}
verdict.close();
process.exit();
