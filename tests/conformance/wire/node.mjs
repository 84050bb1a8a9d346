// A folder with a schema, made certificates, and `bedplate serve` on it; what the cases share.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { program } from '../../support/program.mjs';

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function soon(what, condition, seconds = 10) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(20)) {
    const found = await condition();
    if (found) return found;
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

export function equal(got, wanted, what = 'got') {
  if (JSON.stringify(got) !== JSON.stringify(wanted))
    throw new Error(`${what} ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`);
}
export function match(text, pattern) {
  if (!pattern.test(text)) throw new Error(`${JSON.stringify(String(text).slice(0, 2000))} does not match ${pattern}`);
}

/** Runs a program to its end: { code, out } with both streams. */
export function run(command, words, { input = '', seconds = 20 } = {}) {
  return new Promise((resolve) => {
    const child = execFile(command, words, { timeout: seconds * 1000, maxBuffer: 64 << 20 }, (error, out, err) =>
      resolve({ code: error ? (error.code ?? error.signal) : 0, out: out + err }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** A new key with a certificate of its own for 127.0.0.1, written to folder/tls.key and folder/tls.crt. */
export function makeCertificate(folder, name = 'localhost') {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
    '-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
    '-keyout', path.join(folder, 'tls.key'), '-out', path.join(folder, 'tls.crt')], { stdio: 'ignore' });
}

export const schema = `
type Note @entity @allow(to: [READ, CREATE, DELETE]) { id: Int!  text: String! }
`;

export function makeProject(folder, { tls = false, configuration = '' } = {}) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'schema.graphql'), schema);
  const server = tls ? 'server: { listen: 127.0.0.1:0, tls: { certificate: tls.crt, key: tls.key } }\n'
                     : 'server: { listen: 127.0.0.1:0 }\n';
  writeFileSync(path.join(folder, 'bedplate.yaml'), server + configuration);
  if (tls) makeCertificate(folder);
}

/** A running program; `ready` rejects when it ends before. */
export class Node {
  constructor(folder, words = []) {
    this.log = '';
    this.child = spawn(program, ['serve', folder, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', (text) => (this.log += text));
    this.ended = new Promise((resolve) => this.child.once('exit', (code, signal) => resolve(signal ?? code)));
    process.on('exit', () => this.child.kill('SIGKILL'));
  }

  static async serve(world, words = []) {
    const node = new Node(world.folder, words);
    world.after(() => node.kill());
    await node.ready();
    return node;
  }

  async ready() {
    let over = false;
    this.ended.then(() => (over = true));
    await soon('ready', () => over || / ready address=/.test(this.log), 20);
    const [, url] = this.log.match(/ready address=(https?:\/\/[^/ ]+)\/api/) ?? [];
    if (over || !url) throw new Error(`not ready:\n${this.log}`);
    this.url = url;
    this.port = Number(new URL(url).port);
  }

  signal(name) { this.child.kill(name); }
  async kill() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
