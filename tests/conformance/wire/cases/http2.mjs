import { writeFileSync } from 'node:fs';
import http2 from 'node:http2';
import path from 'node:path';
import { Raw, code, fields, flag, frame, request, type } from '../frames.mjs';
import { Node, equal, makeProject, match, pause, run, soon } from '../node.mjs';

async function started(world, options = {}) {
  makeProject(world.folder, options);
  const node = await Node.serve(world);
  world.after(() => {
    if (/Sanitizer|assertion/i.test(node.log)) throw new Error(node.log);
  });
  return node;
}

function raw(world, node, options) {
  const made = new Raw(node.port, options);
  world.after(() => made.destroy());
  return made;
}

function connect(world, node) {
  // Its own bound on what it buffers is ten megabytes.
  const session = http2.connect(node.url, { rejectUnauthorized: false, maxSessionMemory: 200 });
  session.on('error', () => {});
  world.after(() => session.destroy());
  return session;
}

/** { status, headers, body } of one request; trailers are sent behind its body. */
function ask(session, headers, body, trailers) {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers, { endStream: body === undefined, waitForTrailers: trailers !== undefined });
    const chunks = [];
    let head = {};
    stream.on('response', (found) => (head = found));
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    stream.on('error', reject);
    stream.on('close', () =>
      resolve({ status: head[':status'], headers: head, body: Buffer.concat(chunks).toString(), code: stream.rstCode }));
    if (body !== undefined) stream.end(body);
  });
}

const post = (session, text, trailers) =>
  ask(session, { ':method': 'POST', ':path': '/api/notes', 'content-type': 'application/json' },
    JSON.stringify({ text }), trailers);

/** The server is well and the connection too. */
async function stillServes(node, connection, stream) {
  connection.get(stream);
  await soon(`stream ${stream}`, () => connection.answered(stream));
}

const data = (stream, bytes, last = true) => frame(type.DATA, last ? flag.END_STREAM : 0, stream, bytes);
const open = (stream, more, method = 'POST') =>
  frame(type.HEADERS, flag.END_HEADERS, stream, request('/api/notes', more, method));

export const cases = {
  'HTTP/2: curl by ALPN and by prior knowledge, bodies larger than any window': async (world) => {
    for (const options of [{ tls: true }, {}]) {
      const node = await started({ ...world, folder: path.join(world.folder, options.tls ? 'a' : 'b') }, options);
      const common = ['-sSk', options.tls ? '--http2' : '--http2-prior-knowledge'];
      const large = 'x'.repeat(900_000);
      const file = path.join(world.folder, 'large');
      writeFileSync(file, JSON.stringify({ text: large }));
      for (let i = 0; i < 8; ++i) {
        const wrote = await run('curl', [...common, `${node.url}/api/notes`, '-H', 'Content-Type: application/json',
          '--data-binary', `@${file}`, '-w', '%{http_version} %{http_code}']);
        equal(wrote, { code: 0, out: '2 201' });
      }
      const all = JSON.stringify(Array(8).fill({ text: large }));
      const read = await run('curl', [...common, '--limit-rate', '20M', `${node.url}/api/notes?select=text`]);
      equal(read.out === all, true, `reading ${read.out.length} of ${all.length}`);
      const head = await run('curl', [...common, '-I', `${node.url}/api/notes?select=text`]);
      match(head.out, /^HTTP\/2 200/);
      const missing = await run('curl', [...common, `${node.url}/api/nothing`, '-o', '/dev/null', '-w', '%{http_code}']);
      equal(missing.out, '404');
    }
  },

  'HTTP/2: pages of an origin that is named may read replies and errors, others none': async (world) => {
    const node = await started(world, { configuration: 'cors: { origins: ["https://app.example"] }\n' });
    const session = connect(world, node);
    const granted = async (origin, target) =>
      (await ask(session, { ':path': target, ...(origin && { origin }) })).headers['access-control-allow-origin'];
    for (const target of ['/api/notes', '/api/nothing']) {
      equal(await granted('https://app.example', target), 'https://app.example');
      equal(await granted('https://app.example.evil', target), undefined);
      equal(await granted(undefined, target), undefined);
    }
  },

  'HTTP/2: a client that asks for an upgrade is answered in HTTP/1.1': async (world) => {
    const node = await started(world);
    const found = await run('curl', ['-sS', '--http2', `${node.url}/readyz`, '-w', '%{http_version}']);
    equal(found.out, 'ready\n1.1');
  },

  'HTTP/2: node asks a thousand times on one connection, many at a time': async (world) => {
    const node = await started(world, { tls: true });
    const session = connect(world, node);
    for (let round = 0; round < 10; ++round) {
      const replies = await Promise.all(Array.from({ length: 100 }, (_, i) =>
        i % 4 === 0 ? post(session, `note ${round} ${i}`, i % 8 === 0 ? { 'x-checksum': 'abc' } : undefined)
                    : ask(session, { ':path': i % 4 === 1 ? '/readyz' : '/api/notes?limit=3&order=id.desc' })));
      replies.forEach(({ status }, i) => equal(status, i % 4 === 0 ? 201 : 200, `reply ${i}`));
    }
    const count = await ask(session, { ':path': '/api/notes?limit=0', prefer: 'count=exact' });
    equal(count.headers['content-range'], '*/250');
    const reply = await ask(session, { ':path': '/readyz', ':method': 'HEAD' });
    equal([reply.status, reply.body], [200, '']);
    // Nothing of one request is seen by the next one on its stream's memory.
    await ask(session, { ':path': '/api/notes', accept: 'application/vnd.pgrst.object+json', authorization: 'Bearer no' });
    equal((await ask(session, { ':path': '/api/notes?limit=1' })).status, 200);
  },

  'HTTP/2: eighty uploads at once share a budget and all arrive': async (world) => {
    const node = await started(world);
    const session = connect(world, node);
    const replies = await Promise.all(Array.from({ length: 80 }, (_, i) => post(session, String(i % 10).repeat(300_000))));
    replies.forEach(({ status }, i) => equal(status, 201, `upload ${i}`));
  },

  'HTTP/2: heads and bodies over their limits are refused, the connection goes on': async (world) => {
    const node = await started(world);
    const session = connect(world, node);
    equal((await ask(session, { ':path': '/readyz', 'x-large': 'y'.repeat(17_000) })).status, 431);
    equal((await ask(session, { ':path': `/${'p'.repeat(9_000)}` })).status, 414);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`x-${i}`, '1']));
    equal((await ask(session, { ':path': '/readyz', ...many })).status, 431);
    const large = await ask(session, { ':path': '/api/notes', ':method': 'POST', 'content-length': '2000000' }, 'x'.repeat(2_000_000))
      .catch((error) => ({ status: error.code }));
    equal(large.status, 413);
    equal((await ask(session, { ':path': '/api/notes', ':method': 'POST' }, 'x'.repeat(2_000_000))
      .catch((error) => ({ status: error.code }))).status, 413);
    const two = frame(type.HEADERS, flag.END_HEADERS | flag.END_STREAM, 1,
      request('/readyz', [['authorization', 'a'], ['authorization', 'b']]));
    const other = frame(type.HEADERS, flag.END_HEADERS | flag.END_STREAM, 3, request('/readyz', [['host', 'evil']]));
    const connection = raw(world, node);
    connection.send(two, other);
    await soon('both answered', () => connection.answered(1) && connection.answered(3));
    for (const stream of [1, 3]) match(connection.of(type.DATA, stream)[0].payload.toString(), /"status":400/);
    equal((await ask(session, { ':path': '/readyz' })).status, 200);
  },

  'Threat089: what would be smuggled on is a stream error, and the connection goes on': async (world) => {
    const node = await started(world);
    const bad = {
      'CR LF in a value': [['x', 'a\r\nb: c']],
      'LF in a value': [['x', 'a\nb']],
      'NUL in a value': [['x', 'a\0b']],
      'a value that begins with a blank': [['x', ' a']],
      'a colon in a name': [['x:y', 'a']],
      'a blank in a name': [['x y', 'a']],
      'a name in capitals': [['X-Y', 'a']],
      'an empty name': [['', 'a']],
      'Transfer-Encoding': [['transfer-encoding', 'chunked']],
      'Connection': [['connection', 'close']],
      'Keep-Alive': [['keep-alive', '1']],
      'Upgrade': [['upgrade', 'websocket']],
      'TE but trailers': [['te', 'gzip']],
      'two Content-Lengths': [['content-length', '1'], ['content-length', '1']],
      'a signed Content-Length': [['content-length', '+1']],
      'a pseudo field behind others': [['x', 'a'], [':path', '/']],
      'an unknown pseudo field': [[':secret', 'a']],
      'a second path': [[':path', '/']],
    };
    const connection = raw(world, node);
    let stream = 1;
    for (const [name, more] of Object.entries(bad)) {
      connection.send(frame(type.HEADERS, flag.END_HEADERS | flag.END_STREAM, stream, request('/readyz', more)));
      await soon(name, () => connection.reset(stream) !== undefined, 3);
      equal(connection.reset(stream), code.PROTOCOL_ERROR, name);
      equal(connection.answered(stream), false, name);
      stream += 2;
    }
    const lengths = { 'more content than said': ['3', 'abcd'], 'less content than said': ['9', 'abcd'] };
    for (const [name, [said, content]] of Object.entries(lengths)) {
      connection.send(open(stream, [['content-length', said]]), data(stream, content));
      await soon(name, () => connection.reset(stream) !== undefined, 3);
      equal(connection.reset(stream), code.PROTOCOL_ERROR, name);
      stream += 2;
    }
    await stillServes(node, connection, stream);
    match((await run('curl', ['-sS', `${node.url}/api/notes`])).out, /^\[\]$/);
  },

  'Threat091: who begins and resets streams is sent away, and slowly doing so is served': async (world) => {
    const node = await started(world);
    const connection = raw(world, node);
    const cancel = Buffer.from([0, 0, 0, 8]);
    let stream = 1;
    for (let i = 0; i < 20; ++i, stream += 2)
      connection.send(open(stream, []), frame(type.RST_STREAM, 0, stream, cancel));
    await stillServes(node, connection, stream);
    for (let i = 0; i < 3000 && !connection.closed; ++i) {
      stream += 2;
      connection.send(frame(type.HEADERS, flag.END_HEADERS | flag.END_STREAM, stream, request('/api/notes')),
        frame(type.RST_STREAM, 0, stream, cancel));
      if (i % 100 === 0) await pause(1);
    }
    await soon('GOAWAY', () => connection.goaway() !== undefined && connection.closed);
    equal(connection.goaway(), code.ENHANCE_YOUR_CALM);
    equal((await run('curl', ['-sS', `${node.url}/readyz`])).out, 'ready\n');
  },

  'Threat091: streams over the limit are refused, also while abandoned ones are at work': async (world) => {
    const node = await started(world);
    const connection = raw(world, node);
    for (let i = 0; i < 110; ++i) connection.send(open(1 + 2 * i, []));
    await soon('refusals', () => connection.of(type.RST_STREAM).length === 10);
    for (const one of connection.of(type.RST_STREAM)) equal(one.payload.readUInt32BE(0), code.REFUSED_STREAM);
    equal(connection.reset(201), code.REFUSED_STREAM);
    for (let i = 0; i < 100; ++i) connection.send(data(1 + 2 * i, '{"text":"x"}'));
    await soon('all answered', () => Array.from({ length: 100 }, (_, i) => 1 + 2 * i).every((id) => connection.answered(id)));
    await stillServes(node, connection, 301);
  },

  'Threat093: floods of frames that ask for nothing are cut off': async (world) => {
    const node = await started(world);
    const ping = frame(type.PING, 0, 0, Buffer.alloc(8));
    const floods = {
      SETTINGS: frame(type.SETTINGS, 0, 0, Buffer.from([0, 3, 0, 0, 0, 100])),
      PING: ping,
      PRIORITY: frame(type.PRIORITY, 0, 1, Buffer.from([0, 0, 0, 3, 9])),
      WINDOW_UPDATE: frame(type.WINDOW_UPDATE, 0, 0, Buffer.from([0, 0, 0, 1])),
      'unknown frames': frame(0xf0, 0, 0, Buffer.alloc(300)),
    };
    for (const [name, one] of Object.entries(floods)) {
      const connection = raw(world, node);
      for (let i = 0; i < 100 && !connection.closed; ++i) {
        connection.send(Buffer.concat(Array(100).fill(one)));
        if (i % 10 === 0) await pause(1);
      }
      await soon(`${name}: closed`, () => connection.closed, 5);
    }
    const empty = raw(world, node);
    empty.send(open(1, []));
    for (let i = 0; i < 100 && !empty.closed; ++i) empty.send(Buffer.concat(Array(100).fill(data(1, '', false))));
    await soon('empty DATA: closed', () => empty.closed, 5);
    const head = raw(world, node);
    head.send(frame(type.HEADERS, flag.END_STREAM, 1, request('/readyz')));
    for (let i = 0; i < 1000 && !head.closed; ++i) head.send(frame(type.CONTINUATION, 0, 1, fields([['x', 'y']])));
    await soon('CONTINUATION: closed', () => head.closed, 5);
    // A small block that unpacks to megabytes.
    const bomb = raw(world, node);
    const indexed = Buffer.concat([Buffer.from([0x40]), fields([['x', 'y'.repeat(3900)]]).subarray(1), Buffer.alloc(10_000, 0xbe)]);
    bomb.send(frame(type.HEADERS, flag.END_STREAM | flag.END_HEADERS, 1, Buffer.concat([request('/readyz'), indexed])));
    await soon('HPACK bomb: closed', () => bomb.closed || bomb.answered(1), 5);
    // A few of each are ordinary.
    const calm = raw(world, node);
    calm.send(floods.SETTINGS, ping, ping, floods.PRIORITY, floods.WINDOW_UPDATE, floods['unknown frames']);
    await stillServes(node, calm, 1);
    equal(calm.of(type.PING).filter((one) => one.flags & flag.ACK).length, 2);
  },

  'HTTP/2: a client without window holds up only itself': async (world) => {
    const node = await started(world);
    const session = connect(world, node);
    equal((await post(session, 'z'.repeat(500_000))).status, 201);
    const none = Buffer.from([0, 4, 0, 0, 0, 0]);  // SETTINGS_INITIAL_WINDOW_SIZE 0
    const connection = raw(world, node, { settings: none });
    connection.get(1, '/api/notes');
    await soon('the head', () => connection.of(type.HEADERS, 1).length === 1);
    await pause(50);
    equal(connection.of(type.DATA, 1).length, 0);
    equal((await ask(session, { ':path': '/readyz' })).status, 200);
    const update = (stream, by) => {
      const payload = Buffer.alloc(4);
      payload.writeUInt32BE(by);
      return frame(type.WINDOW_UPDATE, 0, stream, payload);
    };
    connection.send(update(1, 1000));
    await soon('1000 bytes', () => connection.of(type.DATA, 1).reduce((sum, one) => sum + one.payload.length, 0) === 1000);
    connection.send(update(0, 1_000_000), update(1, 1_000_000));
    await soon('the rest', () => connection.answered(1));
  },

  'HTTP/2: no magic, garbage and half frames harm nobody': async (world) => {
    const node = await started(world);
    for (const bytes of ['PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' + '\x00'.repeat(100),
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nGET / HTTP/1.1\r\n\r\n', 'PRI * HTTP/2.0\r\nHost: x\r\n\r\n']) {
      const connection = raw(world, node);
      connection.socket.removeAllListeners('data');
      const plain = new Raw(node.port);
      plain.destroy();
      const { connect: to } = await import('node:net');
      const socket = to(node.port, '127.0.0.1').on('error', () => {});
      socket.resume();
      socket.write(bytes);
      await new Promise((resolve) => socket.once('close', resolve));
    }
    equal((await run('curl', ['-sS', `${node.url}/readyz`])).out, 'ready\n');
  },

  'HTTP/2: draining answers what was begun, says GOAWAY and ends': async (world) => {
    const node = await started(world);
    const connection = raw(world, node);
    for (let i = 0; i < 50; ++i) connection.send(open(1 + 2 * i, []));
    await stillServes(node, connection, 101);
    node.signal('SIGTERM');
    await soon('the notice', () => connection.goaway() === code.NO_ERROR);
    // Begun before the client could have heard of it: served all the same.
    connection.get(103);
    for (let i = 0; i < 50; ++i) connection.send(data(1 + 2 * i, '{"text":"x"}'));
    await soon('all answered', () => Array.from({ length: 52 }, (_, i) => 1 + 2 * i).every((id) => connection.answered(id)));
    for (const one of connection.of(type.PING)) if (!(one.flags & flag.ACK)) connection.send(frame(type.PING, flag.ACK, 0, one.payload));
    equal(await node.ended, 0);
    equal(connection.closed || (await soon('closed', () => connection.closed)), true);
  },
};
