// Serves fixed bytes on every path: the cost of a request before any work, which ./dev bench compares others with.
//   bedplate_bench_fixed 127.0.0.1:8090 [loops]
#include <cstdio>
#include <cstdlib>
#include <string>

#include "http/server.hpp"

namespace {

class FixedBytes final : public bedplate::http::Handler {
 public:
  void handle(bedplate::http::Request&, bedplate::http::ReplyWriter& writer) override {
    writer.reply().body.append(R"({"id":1,"title":"For Those About To Rock We Salute You","artistId":1})");
    writer.finish();
  }
};

int fail(const bedplate::Error& error) {
  std::fprintf(stderr, "%s: %s\n", error.message().c_str(), error.detail().c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace bedplate;
  const auto address = net::parse_address(argc > 1 ? argv[1] : "127.0.0.1:8090");
  if (!address) return fail(address.error());
  auto loops = net::Loops::create(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
  if (!loops) return fail(loops.error());
  FixedBytes handler;
  const auto server =
      http::Server::open(**loops, *address, [&](net::Loop&, std::size_t) -> http::Handler& { return handler; });
  if (!server) return fail(server.error());
  std::printf("listening on %s\n", (*server)->address().text().c_str());
  std::fflush(stdout);
  (*loops)->run();
  return 0;
}
