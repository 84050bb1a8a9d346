import http from 'node:http';
import http2 from 'node:http2';
import zlib from 'node:zlib';
import { status } from '../filled.mjs';
import { Node, equal, makeProject, match, pause, run, soon } from '../node.mjs';

const headers = { 'content-type': 'application/x-ndjson', prefer: 'import=partial' };

async function started(world, configuration = '') {
  makeProject(world.folder, { configuration });
  return Node.serve(world);
}

/** An import over HTTP/1.1 whose parts the caller writes: [request, promise of { status, lines }]. */
function begin(node, more = {}) {
  let request;
  const reply = new Promise((resolve, reject) => {
    request = http.request({ host: '127.0.0.1', port: node.port, method: 'POST', path: '/api/notes', agent: false,
      headers: { ...headers, ...more } }, async (response) => {
      const chunks = [];
      try {
        for await (const chunk of response) chunks.push(chunk);
        resolve({ status: response.statusCode, lines: Buffer.concat(chunks).toString().trimEnd().split('\n').map(JSON.parse) });
      } catch (error) { reject(error); }
    });
    request.on('error', reject);
  });
  return [request, reply];
}

const written = (stream, bytes) => new Promise((resolve) => { if (stream.write(bytes)) resolve(); else stream.once('drain', resolve); });
const total = async (node) => {
  const head = await run('curl', ['-sSI', '-H', 'Prefer: count=exact', `${node.url}/api/notes?limit=0`]);
  return Number(head.out.match(/content-range: \*\/(\d+)/i)[1]);
};

export const cases = {
  'import: a hundred megabytes in flat memory, others are answered meanwhile': async (world) => {
    const node = await started(world);
    const [request, reply] = begin(node);
    const rows = `${JSON.stringify({ text: 'x'.repeat(10_000) })}\n`.repeat(100);
    let most = 0;
    for (let i = 0; i < 100; ++i) {
      await written(request, rows);
      most = Math.max(most, status(node, 'RssAnon'));
      if (i % 25 === 0) equal((await run('curl', ['-sS', '-m', '2', `${node.url}/readyz`])).out, 'ready\n');
    }
    request.end();
    equal(await reply, { status: 200, lines: [{ inserted: 10_000, refused: 0 }] });
    if (most > 48 << 20) throw new Error(`RssAnon was ${most}`);
    equal(await total(node), 10_000);
  },

  'import: lines end with CRLF, also those beside one that is wrong': async (world) => {
    const node = await started(world);
    const [request, reply] = begin(node, { 'content-type': 'text/csv' });
    request.end('text\r\nfirst\r\nsecond,more\r\n"third"\r\nfourth\r\n');
    const { status: code, lines } = await reply;
    equal([code, lines.length, lines[0].line, lines[0].reason, lines.at(-1)],
      [200, 2, 3, 'MALFORMED_REQUEST', { inserted: 3, refused: 1 }]);
    const rows = await run('curl', ['-sS', `${node.url}/api/notes?select=text&order=id`]);
    equal(JSON.parse(rows.out), [{ text: 'first' }, { text: 'third' }, { text: 'fourth' }]);
  },

  'import: a body that goes on with no chunk is told so, behind what was right': async (world) => {
    const node = await started(world);
    const head = `POST /api/notes HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-ndjson\r\nPrefer: import=partial\r\n`;
    const row = '{"text": "a"}\n';
    const chunk = `${row.length.toString(16)}\r\n${row}\r\n`;
    const reply = await run('bash', ['-c', `exec 3<>/dev/tcp/127.0.0.1/${node.port}
      printf '%b' "$1" >&3; timeout 5 cat <&3`, '_', `${head}Transfer-Encoding: chunked\r\n\r\n${chunk}no chunk\r\n`]);
    match(reply.out, /^HTTP\/1.1 400 /);
    match(reply.out, /"reason": ?"MALFORMED_REQUEST"/);
    match(reply.out, /Connection: close/i);
  },

  'Threat075 import: a body that unpacks to far more than came is 413, and holds up nobody': async (world) => {
    const node = await started(world);
    const lines = Buffer.alloc(200 << 20, '\n');
    const fast = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 2 } };
    for (const [coding, bomb] of [['br', zlib.brotliCompressSync(lines, fast)], ['gzip', zlib.gzipSync(lines)]]) {
      const [request, reply] = begin(node, { 'content-encoding': coding });
      request.on('error', () => {});
      const began = Date.now();
      request.end(bomb);
      const health = await run('curl', ['-sS', '-m', '2', '-w', '%{time_total}', `${node.url}/healthz`]);
      const { status: code, lines: [problem] } = await reply;
      equal([code, problem.reason], [413, 'PAYLOAD_TOO_LARGE']);
      if (Date.now() - began > 1000) throw new Error(`${coding}: took ${Date.now() - began} ms`);
      match(health.out, /^ok/);
    }
    const [request, reply] = begin(node, { 'content-encoding': 'gzip' });
    request.end(zlib.gzipSync('{"text": "a"}\n'.repeat(20)).subarray(0, 12));
    equal((await reply).status, 400);
    equal(await total(node), 0);
  },

  'import: rows without number that are refused are told in flat memory': async (world) => {
    const node = await started(world);
    const [request, reply] = begin(node, { 'accept-encoding': 'identity' });
    const rows = '{"text": 1}\n'.repeat(1000);
    for (let i = 0; i < 100; ++i) await written(request, rows);
    request.end();
    const { status: code, lines } = await reply;
    equal([code, lines.length, lines[99_999].line, lines[100_000]], [200, 100_001, 100_000, { inserted: 0, refused: 100_000 }]);
    if (status(node, 'RssAnon') > 48 << 20) throw new Error(`RssAnon is ${status(node, 'RssAnon')}`);
  },

  'import: over HTTP/2, in a coding, beside other requests': async (world) => {
    const node = await started(world);
    const session = http2.connect(node.url);
    session.on('error', () => {});
    world.after(() => session.destroy());
    const stream = session.request({ ':method': 'POST', ':path': '/api/notes', ...headers, 'content-encoding': 'gzip' });
    const reply = (async () => { let text = ''; for await (const chunk of stream) text += chunk; return text; })();
    const packed = zlib.createGzip();
    packed.pipe(stream);
    for (let i = 0; i < 200; ++i) await written(packed, Array.from({ length: 100 }, (_, j) => `{"text": "${i} ${j} ${Math.random()}"}\n`).join(''));
    const other = session.request({ ':path': '/api/notes?limit=1' });
    let text = '';
    for await (const chunk of other) text += chunk;
    packed.end();
    equal(await reply, '{"inserted":20000,"refused":0}\n');
    equal([await total(node), JSON.parse(text).length], [20_000, 1]);
  },

  'import: what is cut leaves whole batches': async (world) => {
    const node = await started(world);
    for (const protocol of ['HTTP/1.1', 'HTTP/2']) {
      const before = await total(node);
      const rows = '{"text": "cut"}\n'.repeat(5_100);
      if (protocol === 'HTTP/1.1') {
        const [request, reply] = begin(node);
        reply.catch(() => {});
        await written(request, rows);
        await soon('some rows', async () => (await total(node)) > before);
        request.destroy();
      } else {
        const session = http2.connect(node.url);
        session.on('error', () => {});
        const stream = session.request({ ':method': 'POST', ':path': '/api/notes', ...headers });
        stream.on('error', () => {});
        await written(stream, rows);
        await soon('some rows', async () => (await total(node)) > before);
        session.destroy();
      }
      await pause(300);
      const left = (await total(node)) - before;
      if (left === 0 || left % 500 !== 0 || left > 5_000) throw new Error(`${protocol}: ${left} rows`);
    }
  },

  'Threat075 import: it ends at limits.import, and tells where': async (world) => {
    const node = await started(world, 'limits: { import: 64KiB }\n');
    const bomb = zlib.gzipSync(Buffer.from('{"text": "a row like any"}\n'.repeat(4_000_000)));
    const [request, reply] = begin(node, { 'content-encoding': 'gzip' });
    request.end(bomb);
    const { status: code, lines } = await reply;
    const [last] = lines;
    equal([code, lines.length, last.inserted, last.refused, last.line, last.reason], [413, 1, 2000, 0, 2001, 'PAYLOAD_TOO_LARGE']);
    equal(await total(node), 2000);
    if (status(node, 'RssAnon') > 32 << 20) throw new Error(`RssAnon is ${status(node, 'RssAnon')}`);
  },
};
