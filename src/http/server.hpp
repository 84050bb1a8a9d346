#pragma once
// Server: HTTP/1.1 and HTTP/2, in the clear or by TLS, on one address over several loops; each loop accepts, reads,
// answers and closes its own connections and shares nothing. Open it before the loops run; destroy it after they have
// stopped, and before the handlers. Exchanges still with a handler at destruction are gone: finish() must not be called
// on them any more.
#include <functional>
#include <memory>
#include <vector>

#include "http/handler.hpp"
#include "http/server_options.hpp"
#include "http/unsent.hpp"
#include "net/loops.hpp"
#include "telemetry/http_counters.hpp"

namespace bedplate::http {

class Shard;

class Server {
 public:
  /// The handler of a loop (0 …): one for all, or one each with its own state.
  using HandlerOf = std::function<Handler&(net::Loop&, std::size_t)>;

  static Result<std::unique_ptr<Server>> open(net::Loops& loops, const net::Address& address,
                                              const HandlerOf& handler_of, const ServerOptions& options = {});
  /// On sockets that listen already, handed over by the process that served before; at least one.
  static Result<std::unique_ptr<Server>> take_over(net::Loops& loops, std::vector<net::Descriptor> listening,
                                                   const HandlerOf& handler_of, const ServerOptions& options = {});
  explicit Server(const ServerOptions& options);
  ~Server();

  /// Connections that come from now on speak TLS with it; those that are there go on with theirs. From any thread.
  void use_tls(const std::shared_ptr<const net::TlsContext>& tls);
  /// With the port that the kernel chose.
  const net::Address& address() const { return address_; }
  /// Ends gracefully: no new connections, idle ones close, requests under way are answered; what is left after
  /// `at_most` is cut off. `done` runs once, on one of the loops. From any thread; once.
  void drain(net::Duration at_most, net::Callback done);
  /// Copies of its listening sockets, to hand over; on one of the loops or before they run, and before drain().
  std::vector<net::Descriptor> listening() const;
  /// Replies that wait for their clients.
  const Unsent& unsent() const { return unsent_; }
  /// Of each loop.
  std::vector<const telemetry::HttpCounters*> counters() const;

 private:
  ServerOptions options_;
  Unsent unsent_;
  net::Address address_;
  std::vector<std::unique_ptr<Shard>> shards_;
};

}  // namespace bedplate::http
