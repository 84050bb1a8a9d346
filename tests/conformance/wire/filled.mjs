// A node whose notes are many, and how much memory it has.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execute } from '../../support/sqlite.mjs';
import { Node, makeProject } from './node.mjs';

export const kRows = 100_000;

/** A node with so many notes of a hundred bytes. */
export async function filled(world, configuration = '', rows = kRows) {
  makeProject(world.folder, { configuration });
  const first = new Node(world.folder);
  world.after(() => first.kill());
  await first.ready();
  first.signal('SIGTERM');
  await first.ended;
  execute(path.join(world.folder, 'data', 'app.db'),
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${rows})
     INSERT INTO notes (id, text) SELECT i, printf('%0100d', i) FROM n;`);
  return Node.serve(world);
}

/** A line of /proc, in bytes: VmHWM, RssAnon. */
export const status = (node, name) =>
  Number(readFileSync(`/proc/${node.child.pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+) kB`))[1]) * 1024;
