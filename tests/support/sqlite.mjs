// SQL written by hand, run by the sqlite3 shell: what the program's answers are compared with.
import { spawnSync } from 'node:child_process';

function shell(file, args, sql) {
  const ran = spawnSync('sqlite3', ['-batch', '-bail', ...args, file], { input: sql, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.error) throw ran.error;
  if (ran.status !== 0) throw new Error(`sqlite3: ${ran.stderr.trim()}\n${sql}`);
  return ran.stdout;
}

function rows(text) {
  return (text.trim() === '' ? [] : JSON.parse(text)).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) =>
      name.startsWith('json:') ? [name.slice(5), value === null ? null : JSON.parse(value)] : [name, value])));
}

/** Rows as objects; a column called "json:name" holds JSON and becomes `name`. The file is opened read-only. */
export const query = (file, sql) => rows(shell(file, ['-readonly', '-json'], sql));

/** Changes the file, foreign keys heeded; what the one statement that returns rows returned, as query() does. */
export const change = (file, sql) => rows(shell(file, ['-json'], `PRAGMA foreign_keys = ON;\n${sql};`));

export const execute = (file, sql) => shell(file, [], sql);

/** A table's rows as text. */
export const dump = (file, table) => shell(file, ['-readonly', '-quote'], `SELECT rowid, * FROM "${table}" ORDER BY rowid`);

/** Schema and rows of every table but Bedplate's own, as text that two databases can be compared by. */
export function contents(file) {
  const own = "name NOT LIKE 'bp\\_%' ESCAPE '\\' AND tbl_name NOT LIKE 'bp\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
  const schema = query(file, `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE ${own} ORDER BY type, name`);
  const tables = schema.filter((each) => each.type === 'table').map((each) => each.name);
  return { schema, rows: Object.fromEntries(tables.map((name) =>
    [name, dump(file, name)])) };
}
