#include "http/server.hpp"

#include <algorithm>
#include <atomic>
#include <fcntl.h>

#include "http/connection.hpp"
#include "http/shard.hpp"

namespace bedplate::http {
namespace {

ServerOptions within_bounds(ServerOptions options) {
  options.limits.head = std::min<std::size_t>(options.limits.head, 16 * 1024);
  options.limits.target = std::min(options.limits.target, options.limits.head);
  options.limits.headers = std::min(options.limits.headers, Request::kMaxHeaders);
  return options;
}

// Sockets with SO_REUSEPORT share a port with any other of the same user, another server too: a socket without it
// asks first whether the port is free.
Result<> require_free(net::Loop& loop, const net::Address& address) {
  BP_TRY([[maybe_unused]] const auto probe, net::Listener::open(loop, address, {}, [](net::Stream) {}));
  return {};
}

}  // namespace

Server::Server(const ServerOptions& options) : options_(within_bounds(options)), unsent_(options.limits.unsent) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::open(net::Loops& loops, const net::Address& address,
                                             const HandlerOf& handler_of, const ServerOptions& options) {
  auto server = std::make_unique<Server>(options);
  server->address_ = address;
  const bool shared = loops.size() > 1;
  if (shared && address.port != 0) BP_TRY_VOID(require_free(loops.at(0), address));
  for (std::size_t i = 0; i < loops.size(); ++i) {
    auto& loop = loops.at(i);
    BP_TRY(auto shard,
           Shard::open(loop, server->address_, shared, handler_of(loop, i), server->options_, server->unsent_));
    server->address_ = shard->address();
    server->shards_.push_back(std::move(shard));
  }
  return server;
}

Result<std::unique_ptr<Server>> Server::take_over(net::Loops& loops, std::vector<net::Descriptor> listening,
                                                  const HandlerOf& handler_of, const ServerOptions& options) {
  auto server = std::make_unique<Server>(options);
  const std::size_t count = listening.size();
  // Clients wait in the queue of each: none may be left out, and each loop has one, shared if need be.
  for (std::size_t i = 0; i < loops.size(); ++i) {
    std::vector<net::Descriptor> mine;
    if (i >= count) mine.emplace_back(::fcntl(listening[i % count].get(), F_DUPFD_CLOEXEC, 0));
    server->shards_.push_back(nullptr);
    for (std::size_t at = i; at < count; at += loops.size())
      mine.emplace_back(::fcntl(listening[at].get(), F_DUPFD_CLOEXEC, 0));
    auto& loop = loops.at(i);
    BP_TRY(server->shards_.back(),
           Shard::open(loop, std::move(mine), handler_of(loop, i), server->options_, server->unsent_));
  }
  server->address_ = server->shards_.front()->address();
  return server;
}

std::vector<net::Descriptor> Server::listening() const {
  std::vector<net::Descriptor> copies;
  for (const auto& shard : shards_)
    for (const auto& listener : shard->listeners())
      copies.emplace_back(::fcntl(listener->descriptor(), F_DUPFD_CLOEXEC, 0));
  return copies;
}

void Server::use_tls(const std::shared_ptr<const net::TlsContext>& tls) {
  for (auto& shard : shards_) shard->loop().post([shard = shard.get(), tls] { shard->use_tls(tls); });
}

void Server::drain(net::Duration at_most, net::Callback done) {
  struct Waiting {
    std::atomic<std::size_t> left;
    net::Callback done;
  };
  auto waiting = std::make_shared<Waiting>(shards_.size(), std::move(done));
  for (auto& shard : shards_) {
    shard->loop().post([shard = shard.get(), waiting, at_most] {
      shard->drain(shard->loop().now() + at_most, [waiting] {
        if (--waiting->left == 0) waiting->done();
      });
    });
  }
}

std::vector<const telemetry::HttpCounters*> Server::counters() const {
  std::vector<const telemetry::HttpCounters*> all;
  for (const auto& shard : shards_) all.push_back(&shard->counters());
  return all;
}

}  // namespace bedplate::http
