// HTTP/2 frames by hand, for what no client library would send.
import net from 'node:net';
import { soon } from './node.mjs';

export const type = { DATA: 0, HEADERS: 1, PRIORITY: 2, RST_STREAM: 3, SETTINGS: 4, PING: 6, GOAWAY: 7,
  WINDOW_UPDATE: 8, CONTINUATION: 9 };
export const flag = { END_STREAM: 1, ACK: 1, END_HEADERS: 4 };
export const code = { NO_ERROR: 0, PROTOCOL_ERROR: 1, REFUSED_STREAM: 7, ENHANCE_YOUR_CALM: 0xb };

export function frame(kind, flags, stream, payload = Buffer.alloc(0)) {
  const bytes = Buffer.from(payload);
  const head = Buffer.alloc(9);
  head.writeUIntBE(bytes.length, 0, 3);
  head[3] = kind;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, bytes]);
}

function text(value) {
  const bytes = Buffer.from(value, 'latin1');
  if (bytes.length < 127) return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  const size = [127];
  let rest = bytes.length - 127;
  for (; rest >= 128; rest >>= 7) size.push((rest & 127) | 128);
  return Buffer.concat([Buffer.from([...size, rest]), bytes]);
}

/** Fields as literals that are not indexed. */
export const fields = (list) => Buffer.concat(list.map(([name, value]) =>
  Buffer.concat([Buffer.from([0]), text(name), text(value)])));

export const request = (path, more = [], method = 'GET') => fields([[':method', method], [':scheme', 'http'],
  [':authority', 'localhost'], [':path', path], ...more]);

/** A connection that collects what comes: `frames` of { kind, flags, stream, payload }. */
export class Raw {
  constructor(port, { settings = Buffer.alloc(0) } = {}) {
    this.frames = [];
    this.closed = false;
    this.socket = net.connect(port, '127.0.0.1');
    this.socket.on('error', () => (this.closed = true));
    this.socket.on('close', () => (this.closed = true));
    let rest = Buffer.alloc(0);
    this.socket.on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      while (rest.length >= 9 && rest.length >= 9 + rest.readUIntBE(0, 3)) {
        const size = rest.readUIntBE(0, 3);
        this.frames.push({ kind: rest[3], flags: rest[4], stream: rest.readUInt32BE(5),
          payload: rest.subarray(9, 9 + size) });
        rest = rest.subarray(9 + size);
      }
    });
    this.send(Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), frame(type.SETTINGS, 0, 0, settings));
  }
  send(...parts) { if (!this.closed) this.socket.write(Buffer.concat(parts)); }
  get(stream, path = '/readyz', more = []) {
    this.send(frame(type.HEADERS, flag.END_HEADERS | flag.END_STREAM, stream, request(path, more)));
  }
  of(kind, stream) { return this.frames.filter((one) => one.kind === kind && (stream === undefined || one.stream === stream)); }
  reset(stream) { return this.of(type.RST_STREAM, stream)[0]?.payload.readUInt32BE(0); }
  goaway() { return this.of(type.GOAWAY).at(-1)?.payload.readUInt32BE(4); }
  answered(stream) {
    return this.frames.some((one) => one.stream === stream && [type.HEADERS, type.DATA].includes(one.kind) &&
      (one.flags & flag.END_STREAM));
  }
  soon(what, condition, seconds) { return soon(what, condition, seconds); }
  destroy() { this.socket.destroy(); }
}
