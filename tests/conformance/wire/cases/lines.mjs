import http from 'node:http';
import http2 from 'node:http2';
import { filled, kRows, status } from '../filled.mjs';
import { equal, match, pause, run, soon } from '../node.mjs';

const ask = (node, accept, headers = {}) => new Promise((resolve, reject) => {
  http.get({ host: '127.0.0.1', port: node.port, path: '/api/notes?order=id', agent: false,
    headers: { Accept: accept, ...headers } }, resolve).on('error', reject);
});

function connect(world, node) {
  const session = http2.connect(node.url);
  session.on('error', () => {});
  world.after(() => session.destroy());
  return session;
}

/** A stream of HTTP/2 whose head has come and whose content nobody reads yet. */
const open = (session, headers) => new Promise((resolve, reject) => {
  const stream = session.request({ ':path': '/api/notes?order=id', ...headers });
  stream.on('error', reject);
  stream.once('response', (head) => resolve([stream, head]));
});

export const cases = {
  'Threat 142: an export to a slow client holds neither memory nor others': async (world) => {
    const node = await filled(world);
    const reply = await ask(node, 'text/csv', { Prefer: 'count=exact' });
    equal([reply.statusCode, reply.headers['transfer-encoding'], reply.headers['content-range']],
      [200, 'chunked', `0-${kRows - 1}/${kRows}`]);
    const chunks = [];
    let size = 0;
    let until = 0;
    reply.on('data', (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= until) reply.pause();
    });
    // About 1 MB/s at first.
    let slowest = 0;
    for (let i = 0; i < 15; ++i) {
      const begin = Date.now();
      await run('curl', ['-sS', `${node.url}/api/notes?id=eq.7`]);
      slowest = Math.max(slowest, Date.now() - begin);
      await pause(100);
      until = size + 100_000;
      reply.resume();
      while (size < until && !reply.complete) await pause(1);
    }
    if (size > 6_000_000) throw new Error(`${size} bytes already: the client was not slow`);
    if (slowest > 1000) throw new Error(`another request took ${slowest} ms`);
    until = Infinity;
    reply.resume();
    await new Promise((resolve, reject) => { reply.on('end', resolve); reply.on('error', reject); });
    const lines = Buffer.concat(chunks).toString().split('\n');
    equal([lines.length, lines[0], lines[kRows]], [kRows + 1, 'id,text', `${kRows},${String(kRows).padStart(100, '0')}`]);
    const most = status(node, 'VmHWM');
    if (most > 64 << 20) throw new Error(`VmHWM is ${most}`);
  },

  'Threat 142: a client that leaves ends its export': async (world) => {
    const node = await filled(world);
    const open = [];
    for (let i = 0; i < 40; ++i) {
      const reply = await ask(node, 'application/x-ndjson');
      equal(reply.statusCode, 200);
      reply.on('error', () => {});
      open.push(reply);
      if (open.length === 8) for (const each of open.splice(0)) each.destroy();
      await pause(20);
    }
    for (const each of open) each.destroy();
    await pause(200);
    const whole = await run('curl', ['-sS', '-H', 'Accept: application/x-ndjson', `${node.url}/api/notes?order=id.desc`]);
    const lines = whole.out.trimEnd().split('\n');
    equal([whole.code, lines.length, JSON.parse(lines[0]).id], [0, kRows, kRows]);
  },

  'Threat 142: what is given up is no whole file': async (world) => {
    const node = await filled(world, 'limits: { stream: 1s }\n', 4 * kRows);  // more than sockets hold
    for (const version of ['--http1.1', '--http1.0']) {
      const cut = await run('curl', ['-sS', version, '--limit-rate', '1M', '-H', 'Accept: text/csv', '-o', '/dev/null',
        `${node.url}/api/notes?order=id`], { seconds: 60 });  // what its socket holds is read first, at that rate
      if (cut.code === 0) throw new Error(`${version}: ends as if it were whole`);
      match(cut.out, /curl: \((18|56)\)/);
    }
    match(node.log, /DEADLINE_EXCEEDED/);
  },

  'Threat 142: exports over HTTP/2 wait for their readers, their neighbours for none': async (world) => {
    const node = await filled(world);
    const session = connect(world, node);
    const exports = [];
    for (let i = 0; i < 6; ++i) exports.push(await open(session, { accept: 'application/x-ndjson', prefer: 'count=exact' }));
    for (const [, head] of exports)
      equal([head[':status'], head['content-range'], head['content-length']], [200, `0-${kRows - 1}/${kRows}`, undefined]);
    await pause(300);
    for (let i = 0; i < 20; ++i) {
      const begin = Date.now();
      const [stream, head] = await open(session, { ':path': `/api/notes?id=eq.${i + 1}` });
      let body = '';
      for await (const chunk of stream) body += chunk;
      equal([head[':status'], JSON.parse(body)[0].id], [200, i + 1]);
      if (Date.now() - begin > 1000) throw new Error(`another request took ${Date.now() - begin} ms`);
    }
    // The database's file is mapped once for each of them, which costs no memory.
    const own = () => {
      if (status(node, 'RssAnon') > 24 << 20) throw new Error(`RssAnon is ${status(node, 'RssAnon')}`);
    };
    own();
    await Promise.all(exports.map(async ([stream]) => {
      let lines = 0;
      let last = '';
      for await (const chunk of stream) {
        for (const byte of chunk) lines += byte === 10;
        last = (last + chunk).slice(-200);
      }
      equal([lines, stream.rstCode], [kRows, 0]);
      match(last, new RegExp(`"id":${kRows},"text":"0*${kRows}"}\n$`));
    }));
    own();
  },

  'Threat 142: exports over HTTP/2 end with their streams, which are many': async (world) => {
    const node = await filled(world);
    const session = connect(world, node);
    for (let i = 0; i < 40; ++i) {
      const [stream, head] = await open(session, { accept: 'text/csv' });
      equal(head[':status'], 200);
      stream.on('error', () => {});
      stream.close(http2.constants.NGHTTP2_CANCEL);
      if (i % 8 === 7) await pause(50);
    }
    const [stream] = await open(session, { accept: 'text/csv' });
    let size = 0;
    for await (const chunk of stream) size += chunk.length;
    if (size < kRows * 100) throw new Error(`${size} bytes only`);
  },

  'Threat 139: one caller holds a third of the exports, the others are for others': async (world) => {
    const node = await filled(world);
    const session = connect(world, node);  // all on one loop
    const statuses = [];
    for (let i = 0; i < 10; ++i) statuses.push((await open(session, { accept: 'text/csv' }))[1][':status']);
    // Of 16 it begins another while it holds less than half of those left.
    equal(statuses, [...Array(6).fill(200), 503, 503, 503, 503]);
    for (let i = 0; i < 4; ++i) {  // on every loop
      const other = http2.connect(node.url, { localAddress: '127.0.0.2' });
      other.on('error', () => {});
      world.after(() => other.destroy());
      equal((await open(other, { accept: 'text/csv' }))[1][':status'], 200);
    }
  },

  'Threat 142: what is given up over HTTP/2 is a stream without its end': async (world) => {
    const node = await filled(world, 'limits: { stream: 1s }\n');
    const session = connect(world, node);
    const [stream] = await open(session, { accept: 'text/csv' });
    stream.removeAllListeners('error');
    const ended = new Promise((resolve) => stream.on('error', () => {}).on('close', () => resolve(stream.rstCode)));
    await pause(1500);
    stream.resume();
    equal(await ended, http2.constants.NGHTTP2_INTERNAL_ERROR);
    await soon('its line in the log', () => /DEADLINE_EXCEEDED/.test(node.log));
    const [next, head] = await open(session, { ':path': '/api/notes?limit=1' });
    next.resume();
    equal(head[':status'], 200);
  },
};
