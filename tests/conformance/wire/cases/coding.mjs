import { writeFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { filled, kRows, status } from '../filled.mjs';
import { Node, equal, makeProject, run } from '../node.mjs';

const codings = ['gzip', 'br', 'zstd'];

export const cases = {
  'codings: exports and lists come whole in each, by both protocols': async (world) => {
    const node = await filled(world);
    for (const version of ['--http1.1', '--http2-prior-knowledge']) {
      for (const coding of codings) {
        const common = ['-sS', version, '--compressed', '-H', `Accept-Encoding: ${coding}`];
        const lines = await run('curl', [...common, '-H', 'Accept: application/x-ndjson', `${node.url}/api/notes?order=id`,
          '-w', '%{size_download} %header{content-encoding} %header{vary}']);
        const all = lines.out.split('\n');
        const [size, named, vary] = all[kRows].split(' ');
        equal([lines.code, all.length, JSON.parse(all[kRows - 1]).id, named, vary],
          [0, kRows + 1, kRows, coding, 'Accept,'], `${version} ${coding}`);
        if (Number(size) > 3_000_000) throw new Error(`${coding}: ${size} bytes`);
        const list = await run('curl', [...common, `${node.url}/api/notes?order=id&limit=500`]);
        equal(JSON.parse(list.out).length, 500);
      }
    }
    if (status(node, 'RssAnon') > 32 << 20) throw new Error(`RssAnon is ${status(node, 'RssAnon')}`);
  },

  'Threat075 codings: bombs end at limits.body, in flat memory': async (world) => {
    makeProject(world.folder);
    const node = await Node.serve(world);
    const zeros = Buffer.alloc(900 << 20);
    const bombs = { gzip: zlib.gzipSync(zeros), br: zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } }) };
    for (const [coding, bomb] of Object.entries(bombs)) {
      const file = path.join(world.folder, coding);
      writeFileSync(file, bomb);
      const replies = await Promise.all(Array.from({ length: 10 }, () => run('curl', ['-sS', '-o', '/dev/null',
        '-w', '%{http_code}', '-H', 'Content-Type: application/json', '-H', `Content-Encoding: ${coding}`,
        '--data-binary', `@${file}`, `${node.url}/api/notes`])));
      for (const reply of replies) equal(reply, { code: 0, out: '413' });
    }
    if (status(node, 'RssAnon') > 32 << 20) throw new Error(`RssAnon is ${status(node, 'RssAnon')}`);
  },

  'codings: a body in zstd is read': async (world) => {
    makeProject(world.folder);
    const node = await Node.serve(world);
    // A frame of one block that holds its content as it is (RFC 8878).
    const text = Buffer.from('{"text":"zstd"}');
    const body = Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, text.length, (text.length << 3) | 1, 0, 0]), text]);
    const reply = await fetch(`${node.url}/api/notes`, { method: 'POST', body,
      headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'zstd' } });
    equal(reply.status, 201, await reply.text());
  },
};
