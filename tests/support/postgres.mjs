// A PostgreSQL of the suite's own, as postgres.hpp has it for C++: made by initdb in a temporary folder, on a port of
// 127.0.0.1, without fsync, run as user `postgres` where the suite runs as root, and ended with the suite however that ends.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { freePort } from './program.mjs';
import { query } from './sqlite.mjs';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function findPrograms() {
  const versions = '/usr/lib/postgresql';
  const found = existsSync(versions) ? readdirSync(versions).map((version) => path.join(versions, version, 'bin')) : [];
  const bin = [...found.sort(), '/usr/local/bin'].find((each) => existsSync(path.join(each, 'initdb')));
  if (!bin) throw new Error('PostgreSQL is not installed: initdb was not found (apt-get install postgresql)');
  return bin;
}

const asRoot = process.getuid() === 0;
const name = (text) => `"${text.replaceAll('"', '""')}"`;
const literal = (value) => (value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`);

export class Postgres {
  static async start() {
    const made = new Postgres();
    made.bin = findPrograms();
    made.folder = mkdtempSync(path.join(os.tmpdir(), 'bedplate-postgres-'));
    if (asRoot) chownSync(made.folder, Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout), -1);
    const data = path.join(made.folder, 'data');
    made.run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync']);
    made.port = await freePort();
    const [command, args] = made.command('postgres', ['-D', data, '-p', made.port, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=',
      '-c', 'fsync=off', '-c', 'max_connections=50', '-c', 'shared_buffers=16MB']);
    made.child = spawn(command, args, { cwd: '/', stdio: 'ignore' });
    process.on('exit', () => made.stop());
    for (let attempt = 0; spawnSync(path.join(made.bin, 'pg_isready'), ['-q', ...made.at()]).status !== 0; ++attempt) {
      if (attempt === 300 || made.child.exitCode !== null) throw new Error('postgres does not start');
      await pause(20);
    }
    return made;
  }

  /** A URL of a new, empty database. */
  newDatabase() {
    const database = `t${(this.databases = (this.databases ?? 0) + 1)}`;
    this.run('createdb', [...this.at(), '-U', 'postgres', database]);
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  /** What psql prints of it, unaligned. */
  execute(url, sql) {
    const ran = spawnSync(path.join(this.bin, 'psql'), ['-XqAt', '-v', 'ON_ERROR_STOP=1', url], { input: sql, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (ran.status !== 0) throw new Error(`psql: ${ran.stderr?.trim() || ran.error.message}`);
    return ran.stdout;
  }

  /** The rows of an SQLite file that has the same model, into tables that are there and empty. */
  copyFrom(file, url) {
    const tables = JSON.parse(this.execute(url, `
      SELECT coalesce(json_object_agg(table_name, columns), '{}') FROM (
        SELECT table_name, json_agg(json_build_object('name', column_name, 'type', data_type, 'scale', numeric_scale,
          'sequence', pg_get_serial_sequence(format('%I', table_name), column_name)) ORDER BY ordinal_position) AS columns
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE 'bp\\_%' AND is_generated = 'NEVER'
        GROUP BY table_name) AS t`));
    // Rows may refer to each other in any order.
    const statements = ['BEGIN', 'SET LOCAL session_replication_role = replica'];
    for (const [table, all] of Object.entries(tables)) {
      const there = new Set(query(file, `SELECT name FROM pragma_table_info(${literal(table)})`).map((column) => column.name));
      const columns = all.filter((column) => there.has(column.name)); // what a search reads differs: the program fills it
      const rows = query(file, `SELECT ${columns.map((column) => name(column.name)).join(', ')} FROM ${name(table)}`);
      const tuples = rows.map((row) => `(${columns.map((column) => this.value(column, row[column.name])).join(', ')})`);
      for (let i = 0; i < tuples.length; i += 1000)
        statements.push(`INSERT INTO ${name(table)} (${columns.map((column) => name(column.name)).join(', ')}) OVERRIDING SYSTEM VALUE VALUES ${tuples.slice(i, i + 1000).join(', ')}`);
      for (const { name: column, sequence } of columns)
        if (sequence && rows.length) statements.push(`SELECT setval(${literal(sequence)}, (SELECT max(${name(column)}) FROM ${name(table)}))`);
    }
    this.execute(url, `${[...statements, 'COMMIT'].join(';\n')};`);
  }

  /** SQLite stores Decimals as integers scaled, instants as microseconds, Booleans as 0 and 1. */
  value({ type, scale }, value) {
    if (value === null || value === undefined) return 'NULL';
    if (type === 'boolean') return value ? 'true' : 'false';
    if (type === 'numeric') return `${literal(value)}::numeric / ${10 ** scale}`;
    if (type === 'timestamp with time zone') return `'epoch'::timestamptz + ${literal(value)}::bigint * interval '1 microsecond'`;
    return literal(value);
  }

  /** At once: nothing in it is worth a checkpoint. */
  stop() {
    if (this.child?.exitCode === null && this.child.signalCode === null) this.child.kill('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  at() { return ['-h', '127.0.0.1', '-p', String(this.port)]; }

  /** PostgreSQL refuses to run as root; it ends when this process does, even where that was killed. */
  command(program, args) {
    const user = asRoot ? ['--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
    return ['setpriv', ['--pdeathsig', 'QUIT', ...user, '--', path.join(this.bin, program), ...args.map(String)]];
  }

  run(program, args) {
    const [command, all] = this.command(program, args);
    const ran = spawnSync(command, all, { cwd: '/', encoding: 'utf8' });
    if (ran.error || ran.status !== 0) throw new Error(`${program}: ${ran.error?.message ?? ran.stderr.trim()}`);
  }
}
