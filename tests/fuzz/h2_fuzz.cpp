// Bytes as an HTTP/2 client may send them, through a real connection on a socket pair, in two parts: nothing may break,
// every request that reaches the handler keeps the promises of request.hpp, and when the client is gone nothing is
// left. The first byte says where the parts meet and how the handler answers. links: http
#include <array>
#include <sys/socket.h>

#include "base/assert.hpp"
#include "http/shard.hpp"
#include "http/syntax.hpp"

namespace {

using namespace bedplate;

class Answer final : public http::Handler {
 public:
  void handle(http::Request& request, http::ReplyWriter& writer) override {
    BP_ASSERT(request.target() == "*" || request.path().starts_with('/'));
    BP_ASSERT(!request.authority().empty() && !request.method_text().empty());
    BP_ASSERT(request.headers().size() <= http::Request::kMaxHeaders);
    for (const auto& field : request.headers()) {
      BP_ASSERT(!field.name.empty() && http::syntax::is_field_value(field.value));
      BP_ASSERT(field.known != http::HeaderName::kTransferEncoding && field.known != http::HeaderName::kConnection);
      if (field.known != http::HeaderName::kOther) BP_ASSERT(request.has(field.known));
    }
    writer.reply().body.assign(size, 'x');
    writer.reply().add_header("X-Echo", request.target());
    if (!later) return writer.finish();
    writer.loop().defer([&writer] { writer.finish(); });
  }
  std::size_t size = 0;
  bool later = false;
};

struct World {
  World() : loop(std::move(net::Loop::create()).value()), unsent(1u << 20) {
    options.limits.body = 64 * 1024;
    options.limits.streams = 8;
  }
  std::unique_ptr<net::Loop> loop;
  http::ServerOptions options;
  http::Unsent unsent;
  Answer answer;
};

void turn(net::Loop& loop, int client) {
  std::array<char, 65536> nowhere;
  for (int i = 0; i < 4; ++i) {
    loop.run_turn(net::Duration::zero());
    while (::recv(client, nowhere.data(), nowhere.size(), MSG_DONTWAIT) > 0) {
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 100'000) return 0;
  static World world;
  world.answer.size = (data[0] & 3) * 20'000;
  world.answer.later = (data[0] & 4) != 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string input = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + std::string(bytes);
  const std::size_t split = input.size() * (data[0] >> 3) / 32;
  int ends[2];
  BP_ASSERT(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) == 0);
  {
    http::Shard shard(*world.loop, world.answer, world.options, world.unsent);
    const net::Descriptor client(ends[0]);
    shard.accept(net::Stream(net::Descriptor(ends[1]), {}));
    for (const auto& part : {input.substr(0, split), input.substr(split)}) {
      (void)::send(client.get(), part.data(), part.size(), MSG_NOSIGNAL);
      turn(*world.loop, client.get());
    }
    ::shutdown(client.get(), SHUT_WR);
    turn(*world.loop, client.get());
    BP_ASSERT(shard.counters().requests.value() <= size);
  }
  BP_ASSERT(world.unsent.held() == 0);
  return 0;
}
