#pragma once
// RawServer: a server on loopback that answers each connection with whatever bytes a test wants, one after another on a
// thread of its own. `answer` may be slow: it ends soon after `stopping` turns true. Counts connections.
#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>

#include "net/descriptor.hpp"

namespace bedplate::test {

class RawServer {
 public:
  /// Sends bytes; false when the client has gone or the server stops.
  using Send = std::function<bool(std::string_view)>;
  /// Gets a request's head and answers it; the connection is closed after it.
  using Answer = std::function<void(const std::string& head, const Send& send)>;

  explicit RawServer(Answer answer) : answer_(std::move(answer)), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listener_.get(), reinterpret_cast<sockaddr*>(&at), sizeof at);
    ::listen(listener_.get(), 16);
    socklen_t size = sizeof at;
    ::getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&at), &size);
    port_ = ntohs(at.sin_port);
    thread_ = std::jthread([this] { run(); });
  }
  ~RawServer() { stopping = true; }

  std::uint16_t port() const { return port_; }
  std::string url(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
  }
  int connections() const { return connections_; }

  std::atomic<bool> stopping = false;

 private:
  static bool ready(int descriptor, short events) {
    pollfd wait{descriptor, events, 0};
    return ::poll(&wait, 1, 20) > 0;
  }
  void run() {
    while (!stopping) {
      if (!ready(listener_.get(), POLLIN)) continue;
      const net::Descriptor client(::accept(listener_.get(), nullptr, nullptr));
      ++connections_;
      serve(client.get());
    }
  }
  void serve(int client) {
    std::string head;
    while (!stopping && head.find("\r\n\r\n") == std::string::npos) {
      if (!ready(client, POLLIN)) continue;
      char bytes[4096];
      const auto size = ::recv(client, bytes, sizeof bytes, 0);
      if (size <= 0) return;
      head.append(bytes, static_cast<std::size_t>(size));
    }
    answer_(head, [&](std::string_view bytes) {
      while (!bytes.empty() && !stopping) {
        if (!ready(client, POLLOUT)) continue;
        const auto sent = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
      }
      return !stopping;
    });
  }

  Answer answer_;
  net::Descriptor listener_;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_ = 0;
  std::jthread thread_;
};

}  // namespace bedplate::test
