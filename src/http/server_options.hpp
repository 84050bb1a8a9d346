#pragma once
// What an HTTP server allows itself and its clients.
#include <chrono>
#include <cstddef>
#include <memory>

#include "http/limits.hpp"

namespace bedplate::net {
class TlsContext;
}

namespace bedplate::http {

struct ServerOptions {
  Limits limits;
  /// Every connection speaks TLS with it; null: none does.
  std::shared_ptr<const net::TlsContext> tls;
  /// Of a loop; one more is answered 503 and closed.
  std::size_t max_connections = 20'000;
  /// Deadlines are absolute, so that a client that drips bytes gains nothing (threat 90).
  std::chrono::milliseconds handshake_deadline{10'000};  ///< of TLS, from the connection's begin
  std::chrono::milliseconds head_deadline{10'000};       ///< from the first byte of a request to the end of its head
  std::chrono::milliseconds body_deadline{60'000};       ///< from there to the end of its body
  std::chrono::milliseconds write_deadline{60'000};      ///< for the client to take one reply
  std::chrono::milliseconds idle_deadline{75'000};       ///< between requests; also for the first one to begin
  std::chrono::milliseconds drain_idle{250};             ///< the same while draining: a request may be on its way
  std::chrono::milliseconds linger{1'000};               ///< to let the client read a refusal before the close
};

}  // namespace bedplate::http
