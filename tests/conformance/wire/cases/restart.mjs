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

/** A connection for one request; `status` is that of its reply, once the server has closed it. */
class Client {
  static connect(port) {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(new Client(socket)));
      socket.once('error', reject);
    });
  }
  constructor(socket) {
    this.socket = socket;
    this.status = new Promise((resolve) => {
      let text = '';
      const ended = () => resolve(Number(text.match(/^HTTP\/1\.1 (\d{3}) /)?.[1]));
      socket.on('data', (bytes) => (text += bytes));
      socket.on('error', ended);
      socket.on('close', ended);
    });
  }
  write(text) {
    this.socket.write(text);
  }
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
    // All have begun; most are whole only while it drains. More at once would be a load, and might be refused.
    const clients = await Promise.all(Array.from({ length: 1000 }, () => Client.connect(node.port)));
    clients.forEach((client, i) => client.write(i % 50 === 0 ? post : post.slice(0, -5)));
    await pause(2);
    node.signal('SIGTERM');
    await pause(50);
    clients.forEach((client, i) => i % 50 === 0 || client.write(post.slice(-5)));
    const statuses = await Promise.all(clients.map((client) => client.status));
    equal(statuses.filter((status) => status === 201).length, 1000);
    equal(await node.ended, 0);
    const again = await Node.serve(world);
    equal(await count(again), 1000);
  },

  'Threat125: SIGTERM amid a burst: each is answered or refused, and what was answered is there': async (world) => {
    makeProject(world.folder);
    const node = await Node.serve(world);
    const clients = await Promise.all(Array.from({ length: 1000 }, () => Client.connect(node.port)));
    clients.forEach((client) => client.write(post));
    await pause(2);
    node.signal('SIGTERM');
    const statuses = await Promise.all(clients.map((client) => client.status));
    const made = statuses.filter((status) => status === 201).length;
    equal(statuses.filter((status) => status === 503).length, 1000 - made);
    equal(await node.ended, 0);
    const again = await Node.serve(world);
    equal(await count(again), made);
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
