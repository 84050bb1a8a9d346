// Starts the real program for a suite on a free loopback port, waits until it answers, and stops it by its pid.
import { spawn } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const program = path.resolve(root, process.env.BEDPLATE_PROGRAM ?? 'build/dev/bedplate');

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** One exchange, byte for byte as given: no redirects, no decoding. `body` may be a string or a Buffer. */
export function exchange(port, { method = 'GET', target = '/', headers = {}, body } = {}, limit = 10_000) {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const request = http.request(
      { host: '127.0.0.1', port, method, path: target, headers: { ...length, ...headers }, agent: false },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
      });
    request.setTimeout(limit, () => request.destroy(new Error(`no answer within ${limit} ms`)));
    request.on('error', reject);
    request.end(body);
  });
}

// However the suite ends, no program outlives it.
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(1));

export class Program {
  /**
   * serve(directory, database): a running `bedplate serve` on a file of SQLite, or on what a URL names; rejects with
   * its log if it ends or isn't ready.
   * `started` gets the process before it is ready.
   */
  static async serve(directory, database, options) {
    const args = ['serve', directory, '--database', /^\w+:/.test(database) ? database : `sqlite:${database}`];
    return Program.run(args, options);
  }

  /** dev(directory): a running `bedplate dev` on the folder's own database. */
  static async dev(directory, options) { return Program.run(['dev', directory], options); }

  static async run(command, { environment = {}, seconds = 20, started } = {}) {
    const made = new Program();
    made.port = await freePort();
    made.log = '';
    const args = [...command, '--listen', `127.0.0.1:${made.port}`];
    made.child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(made.child);
    started?.(made.child);
    for (const stream of [made.child.stdout, made.child.stderr]) stream.on('data', (text) => (made.log += text));
    made.ended = new Promise((resolve) => {
      made.child.once('exit', (code, signal) => resolve(signal ?? code));
      made.child.once('error', (error) => { made.log += error.message; resolve(error.code); });
    });
    let over = null;
    made.ended.then((how) => {
      over = how;
      running.delete(made.child);
    });
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline && over === null; await pause(50)) {
      const answer = await exchange(made.port, { target: '/readyz' }, 1000).catch(() => null);
      if (answer !== null && answer.status < 500) return made;
    }
    await made.stop();
    throw new Error(`${program} ${args.join(' ')} ${over === null ? 'is not ready' : `ended with ${over}`}:\n${made.log}`);
  }

  get url() { return `http://127.0.0.1:${this.port}`; }

  /** SIGTERM, SIGKILL after five seconds; resolves to the exit code or signal. */
  async stop() {
    if (this.child.pid === undefined) return this.ended;
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    const last = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    const how = await this.ended;
    clearTimeout(last);
    return how;
  }
}
