// Slow clients: every other one sends a head byte by byte, the rest ask for much and read nothing.
//   node bench/slow_clients.mjs PORT COUNT TOKEN      until it is ended
import net from 'node:net';

const [port, count, who] = process.argv.slice(2);
for (let i = 0; i < Number(count); ++i) {
  const socket = net.connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  if (i % 2) {
    socket.write(`GET /api/orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${who}\r\n\r\n`.repeat(20));
    socket.pause();
  } else {
    socket.write('GET /api/orders HTTP/1.1\r\nX-Slow: ');
    const drip = setInterval(() => socket.write('a'), 500);
    socket.on('close', () => clearInterval(drip));
  }
}
