// Eight connections that read a URL without a pause until SIGTERM: how many reads were answered as they should, and
// the first that was not.
import http from "node:http";

const [url] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
let answered = 0,
  failed = 0,
  first = "",
  ending = false;
process.on("SIGTERM", () => (ending = true));

function read() {
  return new Promise((resolve) => {
    const done = (fault) => {
      if (fault) {
        failed += 1;
        first ||= fault;
      } else answered += 1;
      resolve();
    };
    http
      .get(url, { agent }, (reply) => {
        let body = "";
        reply.on("data", (part) => (body += part));
        reply.on("end", () => done(reply.statusCode < 300 && body.startsWith("[") ? "" : `${reply.statusCode} ${body}`));
      })
      .on("error", (error) => done(String(error)));
  });
}

await Promise.all(
  Array.from({ length: 8 }, async () => {
    while (!ending) await read();
  }),
);
agent.destroy();
if (first) console.log(first);
console.log(`${answered} answered, ${failed} failed`);
