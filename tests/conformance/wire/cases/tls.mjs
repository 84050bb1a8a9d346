import { readFileSync, writeFileSync, copyFileSync, renameSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { program } from '../../../support/program.mjs';
import { Node, equal, makeCertificate, makeProject, match, pause, run, soon } from '../node.mjs';

const authority = (world) => path.join(world.folder, 'tls.crt');

async function started(world, configuration) {
  makeProject(world.folder, { tls: true, configuration });
  return Node.serve(world);
}

function connect(node, options = {}) {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ port: node.port, host: '127.0.0.1', rejectUnauthorized: false, ...options });
    socket.once('secureConnect', () => resolve(socket));
    socket.once('error', reject);
  });
}

const request = 'GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n';

/** Sends one request and resolves to what came first. */
function ask(socket) {
  return new Promise((resolve, reject) => {
    socket.once('data', (bytes) => resolve(bytes.toString()));
    socket.once('error', reject);
    socket.once('end', () => reject(new Error('ended')));
    socket.write(request);
  });
}

const commonName = (socket) => socket.getPeerCertificate().subject.CN;

export const cases = {
  'TLS: curl verifies the certificate, reads and writes': async (world) => {
    const node = await started(world);
    const common = ['-sS', '--cacert', authority(world)];
    for (const version of [['--tls-max', '1.2'], ['--tlsv1.3']]) {
      const wrote = await run('curl', [...common, ...version, `${node.url}/api/notes`, '-w', '%{http_code}',
        '-H', 'Content-Type: application/json', '-d', '{"text":"a"}']);
      equal(wrote, { code: 0, out: '201' });
    }
    const read = await run('curl', [...common, `${node.url}/api/notes?select=text`]);
    equal(read, { code: 0, out: '[{"text":"a"},{"text":"a"}]' });
    // One body larger than any record, both ways.
    const large = 'x'.repeat(700_000);
    writeFileSync(path.join(world.folder, 'large'), JSON.stringify({ text: large }));
    const put = await run('curl', [...common, `${node.url}/api/notes`, '-H', 'Content-Type: application/json', '-o',
      '/dev/null', '-w', '%{http_code}', '--data-binary', `@${path.join(world.folder, 'large')}`]);
    equal(put, { code: 0, out: '201' });
    const got = await run('curl', [...common, `${node.url}/api/notes?id=eq.3`]);
    equal(JSON.parse(got.out)[0].text.length, large.length);
    // A reader slower than the server: ten of them, five megabytes and more.
    for (let i = 0; i < 9; ++i)
      await run('curl', [...common, `${node.url}/api/notes`, '-H', 'Content-Type: application/json', '--data-binary',
        `@${path.join(world.folder, 'large')}`]);
    const slow = await run('curl', [...common, '--limit-rate', '8M', `${node.url}/api/notes?select=text&order=id`]);
    equal(slow.out.length, JSON.stringify([...'aa', ...Array(10).fill(large)].map((text) => ({ text }))).length);
  },

  'TLS: openssl s_client negotiates versions, ciphers and ALPN': async (world) => {
    const node = await started(world);
    const client = (...words) =>
      run('openssl', ['s_client', '-connect', `127.0.0.1:${node.port}`, '-CAfile', authority(world), ...words]);
    match((await client('-tls1_3')).out, /Verify return code: 0[^]*/);
    match((await client('-tls1_2')).out, /Cipher is ECDHE-ECDSA-/);
    match((await client('-tls1_2', '-cipher', 'AES128-SHA@SECLEVEL=0')).out, /Cipher is \(NONE\)/);
    match((await client('-tls1_1', '-cipher', 'ALL@SECLEVEL=0')).out, /Cipher is \(NONE\)/);
    match((await client('-alpn', 'h3,http/1.1')).out, /ALPN protocol: http\/1\.1/);
    match((await client('-alpn', 'h3')).out, /no application protocol/);
  },

  'TLS: a session is resumed by its ticket': async (world) => {
    const node = await started(world);
    for (const version of ['TLSv1.2', 'TLSv1.3']) {
      const options = { minVersion: version, maxVersion: version };
      const first = await connect(node, options);
      const session = new Promise((resolve) => first.once('session', resolve));
      match(await ask(first), /200 OK/);
      const again = await connect(node, { ...options, session: first.getSession() ?? (await session) });
      if (version === 'TLSv1.3') {
        first.destroy();
        const resumed = await connect(node, { ...options, session: await session });
        equal(resumed.isSessionReused(), true, version);
        match(await ask(resumed), /200 OK/);
        resumed.destroy();
      } else {
        equal(again.isSessionReused(), true, version);
      }
      again.destroy();
      first.destroy();
    }
  },

  'TLS: a renewed certificate is taken, by itself and on SIGHUP, and connections go on': async (world) => {
    const node = await started(world);
    const old = await connect(node);
    equal(commonName(old), 'localhost');
    match(await ask(old), /200 OK/);
    makeCertificate(world.folder, 'second');
    const taken = (name) => async () => {
      const fresh = await connect(node);
      const found = commonName(fresh);
      fresh.destroy();
      return found === name;
    };
    await soon('the second certificate', taken('second'));
    match(await ask(old), /200 OK/);

    // Half a renewal is reported, and the former pair stays.
    copyFileSync(path.join(world.folder, 'tls.key'), path.join(world.folder, 'kept.key'));
    copyFileSync(path.join(world.folder, 'tls.crt'), path.join(world.folder, 'kept.crt'));
    makeCertificate(world.folder, 'third');
    renameSync(path.join(world.folder, 'kept.key'), path.join(world.folder, 'tls.key'));
    node.signal('SIGHUP');
    await soon('the report', () => /certificate not loaded.*does not belong to the certificate/.test(node.log));
    equal(await taken('second')(), true);
    makeCertificate(world.folder, 'fourth');
    node.signal('SIGHUP');
    await soon('the fourth certificate', taken('fourth'), 1);
    match(await ask(old), /200 OK/);
    old.destroy();
  },

  'TLS: a wrong key or certificate is a finding of check and serve': async (world) => {
    makeProject(world.folder, { tls: true });
    const good = readFileSync(path.join(world.folder, 'tls.key'));
    const write = (name, text) => writeFileSync(path.join(world.folder, name), text);
    const finds = async (pattern) => {
      for (const command of ['check', 'serve']) {
        const found = await run(program, [command, world.folder]);
        equal(found.code, 1, command);
        match(found.out, pattern);
        match(found.out, /hint: /);
        match(found.out, /bedplate\.yaml:1:\d+/);
        if (/PRIVATE KEY-----\n/.test(found.out)) throw new Error('the key is shown');
      }
    };
    const other = path.join(world.folder, 'other.key');
    await run('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', other]);
    copyFileSync(other, path.join(world.folder, 'tls.key'));
    await finds(/tls\.key: the private key does not belong to the certificate/);
    await run('openssl', ['pkey', '-in', other, '-aes256', '-passout', 'pass:x', '-out',
      path.join(world.folder, 'tls.key')]);
    await finds(/tls\.key: the private key is encrypted/);
    write('tls.key', 'nothing');
    await finds(/tls\.key: this is no private key in PEM/);
    write('tls.key', good);
    write('tls.crt', good);
    await finds(/tls\.crt: this is no certificate in PEM/);
    write('tls.crt', '');
    await finds(/tls\.crt: this is no certificate in PEM/);
    renameSync(path.join(world.folder, 'tls.crt'), path.join(world.folder, 'gone'));
    await finds(/tls\.crt cannot be read/);
    write('bedplate.yaml', 'server: { tls: { certificate: tls.crt } }\n');
    const half = await run(program, ['check', world.folder]);
    match(half.out, /server\.tls needs its key/);
  },

  'TLS: plain text, half a handshake and noise harm nobody': async (world) => {
    const node = await started(world);
    const plain = await run('curl', ['-sS', '-m', '5', `http://127.0.0.1:${node.port}/readyz`]);
    if (plain.code === 0) throw new Error('answered in the clear');
    const silent = [];
    for (let i = 0; i < 50; ++i) silent.push(net.connect(node.port, '127.0.0.1').on('error', () => {}));
    silent.forEach((socket, i) => socket.write(i % 2 ? '\x16\x03\x01\x00\xff\x01\x00' : Buffer.from([0x16, 3, 1, 0xff, 0xff])));
    await pause(100);
    const fine = await connect(node);
    match(await ask(fine), /200 OK/);
    fine.destroy();
    silent.forEach((socket) => socket.destroy());
  },

  'TLS: requests in one record and bytes in many records are read alike': async (world) => {
    const node = await started(world);
    const socket = await connect(node);
    let all = '';
    socket.on('data', (bytes) => (all += bytes));
    socket.write(request.repeat(200));
    await soon('200 replies', () => all.split('200 OK').length === 201);
    all = '';
    for (const byte of request.repeat(3)) socket.write(byte);
    await soon('3 replies', () => all.split('200 OK').length === 4);
    const body = JSON.stringify({ text: 'y'.repeat(100_000) });
    all = '';
    socket.write(`POST /api/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`);
    for (let at = 0; at < body.length; at += 1000) socket.write(body.slice(at, at + 1000));
    await soon('the post', () => /201 Created/.test(all));
    // The end is told by a close_notify, not by silence.
    socket.write('GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await new Promise((resolve) => socket.once('end', resolve));
  },

  'TLS: an idle connection costs at most 20 KiB in all': async (world) => {
    const node = await started(world);
    const resident = () => Number(readFileSync(`/proc/${node.child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);
    const sockets = [];
    const open = async (count) => {
      for (let i = 0; i < count; i += 50) {
        sockets.push(...(await Promise.all(Array.from({ length: 50 }, async () => {
          const socket = await connect(node);
          await ask(socket);
          return socket;
        }))));
      }
    };
    await open(200);
    const before = resident();
    await open(1000);
    await pause(100);
    const each = (resident() - before) / 1000;
    sockets.forEach((socket) => socket.destroy());
    if (each > 20) throw new Error(`${each} KiB`);
  },
};
