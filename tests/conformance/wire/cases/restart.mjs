import { writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { Node, equal, makeProject, match, pause, run, soon } from '../node.mjs';

const post = 'POST /api/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{"text":"abc"}';

async function count(node) {
  const found = await run('curl', ['-sS', '-I', '-H', 'Prefer: count=exact', `${node.url}/api/notes?limit=0`]);
  return Number(found.out.match(/content-range: \*\/(\d+)/i)[1]);
}

/** Asks without pause on `clients` kept connections until stopped; counts what was answered and what failed. */
class Load {
  constructor(port, clients) {
    this.port = port;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: clients });
    this.made = 0;
    this.read = 0;
    this.failed = [];
    this.slowest = 0;
    this.going = true;
    this.workers = Array.from({ length: clients }, (_, i) => this.work(i));
  }
  one(write) {
    return new Promise((resolve, reject) => {
      const request = http.request({ port: this.port, host: '127.0.0.1', agent: this.agent,
        path: write ? '/api/notes' : '/api/notes?limit=1', method: write ? 'POST' : 'GET', headers: write ? { 'content-type': 'application/json' } : {} }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(write ? '{"text":"under load"}' : undefined);
    });
  }
  async work(number) {
    for (let i = number; this.going; ++i) {
      const write = i % 2 === 0;
      const begun = Date.now();
      try {
        const status = await this.one(write);
        if (status === (write ? 201 : 200)) write ? ++this.made : ++this.read;
        else this.failed.push(status);
      } catch (error) {
        this.failed.push(error.message);
      }
      this.slowest = Math.max(this.slowest, Date.now() - begun);
    }
  }
  async stop() {
    this.going = false;
    await Promise.all(this.workers);
    this.agent.destroy();
  }
}

export const cases = {
  'Threat125: SIGTERM with a thousand requests in flight answers them all': async (world) => {
    makeProject(world.folder);
    const node = await Node.serve(world);
    const sockets = await Promise.all(Array.from({ length: 1000 }, () => new Promise((resolve, reject) => {
      const socket = net.connect(node.port, '127.0.0.1', () => resolve(socket));
      socket.once('error', reject);
    })));
    let answered = 0;
    const closed = sockets.map((socket) => new Promise((resolve) => {
      let text = '';
      socket.on('data', (bytes) => (text += bytes));
      socket.on('error', resolve);
      socket.on('close', () => {
        if (/^HTTP\/1\.1 201 /.test(text)) answered += 1;
        resolve();
      });
    }));
    // Some have begun only: their bodies come while it drains.
    sockets.forEach((socket, i) => socket.write(i % 10 === 0 ? post.slice(0, -5) : post));
    await pause(2);
    node.signal('SIGTERM');
    await pause(50);
    sockets.forEach((socket, i) => i % 10 === 0 && socket.write(post.slice(-5)));
    await Promise.all(closed);
    equal(answered, 1000);
    equal(await node.ended, 0);
    const again = await Node.serve(world);
    equal(await count(again), 1000);
  },

  'A restart by hand-over under load fails no request and loses none': async (world) => {
    makeProject(world.folder);
    let node = await Node.serve(world);
    const load = new Load(node.port, 32);
    for (let i = 0; i < 3; ++i) {
      await pause(400);
      const next = new Node(world.folder, ['--take-over', '--listen', `127.0.0.1:${node.port}`]);
      world.after(() => next.kill());
      await next.ready();
      equal(next.port, node.port);
      equal(await node.ended, 0, 'the former program ended with');
      match(node.log, /draining handed_over=1[^]*stopped/);
      node = next;
    }
    await pause(300);
    await load.stop();
    equal([load.failed.length, load.failed.slice(0, 5)], [0, []], 'failed');
    if (load.made < 100 || load.read < 100) throw new Error(`too few: ${load.made} writes, ${load.read} reads`);
    if (load.slowest > 5000) throw new Error(`one waited ${load.slowest} ms`);
    equal(await count(node), load.made);
  },

  'A restart whose program has errors leaves the running one alone': async (world) => {
    makeProject(world.folder);
    const node = await Node.serve(world);
    writeFileSync(path.join(world.folder, 'schema.graphql'), 'type Note @entity { id: Strange! }');
    const next = new Node(world.folder, ['--take-over', '--listen', `127.0.0.1:${node.port}`]);
    equal(await next.ended, 1);
    equal((await run('curl', ['-sS', `${node.url}/readyz`])).out, 'ready\n');
  },

  'Where nobody serves, taking over is an ordinary start': async (world) => {
    makeProject(world.folder);
    const node = await Node.serve(world, ['--take-over']);
    equal((await run('curl', ['-sS', `${node.url}/readyz`])).out, 'ready\n');
    const second = new Node(world.folder, []);
    equal(await second.ended, 1);
    match(second.log, /owned by/);
    await soon('still served', async () => (await run('curl', ['-sS', `${node.url}/readyz`])).out === 'ready\n');
  },
};
