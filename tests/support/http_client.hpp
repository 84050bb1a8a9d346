#pragma once
// A blocking HTTP client for tests: sends raw bytes, reads whole replies, sees what the wire holds. Every read ends
// after five seconds. Asserts nothing; a failed read is an empty Reply with status 0. One thread.
#include <arpa/inet.h>
#include <cstdlib>
#include <cstring>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/time.h>
#include <utility>

#include "net/descriptor.hpp"

namespace bedplate::test {

struct HttpReply {
  int status = 0;
  std::string head;
  std::string body;

  /// The first field of that name as sent, or empty.
  std::string header(std::string_view name) const {
    std::size_t at = head.find("\r\n");
    while (at != std::string::npos && at + 2 < head.size()) {
      const std::size_t end = head.find("\r\n", at + 2);
      const std::string_view line = std::string_view(head).substr(at + 2, end - at - 2);
      if (line.size() > name.size() && line[name.size()] == ':' &&
          strncasecmp(line.data(), name.data(), name.size()) == 0)
        return std::string(line.substr(std::min(name.size() + 2, line.size())));
      at = end;
    }
    return {};
  }
};

class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port, int receive_buffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval limit{.tv_sec = 5, .tv_usec = 0};
    setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(socket_.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (receive_buffer > 0) setsockopt(socket_.get(), SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_.get(), reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
  }

  bool connected() const { return connected_; }
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  /// Breaks the connection at once (RST), as a crashed or impatient client does.
  void reset() {
    const linger now{.l_onoff = 1, .l_linger = 0};
    setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket_.reset();
  }
  void end_writing() { ::shutdown(socket_.get(), SHUT_WR); }

  /// The next reply; `bodiless` for one to HEAD.
  HttpReply read(bool bodiless = false) {
    std::size_t end;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
      if (!receive()) return {};
    HttpReply reply;
    reply.head = buffer_.substr(0, end + 2);
    reply.status = reply.head.size() > 12 ? std::atoi(reply.head.c_str() + 9) : 0;
    buffer_.erase(0, end + 4);
    if (bodiless || reply.status == 204 || reply.status == 304 || reply.status / 100 == 1) return reply;
    if (reply.header("transfer-encoding") == "chunked") return read_chunks(reply) ? reply : HttpReply{};
    const auto size = std::strtoul(reply.header("content-length").c_str(), nullptr, 10);
    while (buffer_.size() < size)
      if (!receive()) return {};
    reply.body = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return reply;
  }
  HttpReply exchange(std::string_view request) { return send(request) ? read() : HttpReply{}; }
  HttpReply get(std::string_view target) {
    return exchange("GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n\r\n");
  }
  /// All until the server closes.
  std::string rest() {
    while (receive()) {
    }
    return std::exchange(buffer_, {});
  }
  /// Reads some of what is there, for a read() to come.
  void receive_at_most(std::size_t bytes) {
    for (const std::size_t before = buffer_.size(); buffer_.size() - before < bytes && receive();) {
    }
  }
  /// The server ended the connection as a failure.
  bool was_reset() const { return reset_; }
  /// True if the server has closed, once all it sent is read.
  bool closed() { return buffer_.empty() && !receive() && ended_; }

 private:
  bool read_chunks(HttpReply& reply) {
    for (std::size_t size = 1; size > 0;) {
      std::size_t end;
      while ((end = buffer_.find("\r\n")) == std::string::npos)
        if (!receive()) return false;
      size = std::strtoul(buffer_.c_str(), nullptr, 16);
      while (buffer_.size() < end + 2 + size + 2)
        if (!receive()) return false;
      reply.body.append(buffer_, end + 2, size);
      buffer_.erase(0, end + 2 + size + 2);
    }
    return true;
  }
  bool receive() {
    char bytes[16384];
    const auto size = ::recv(socket_.get(), bytes, sizeof bytes, 0);
    ended_ = size == 0 || (size < 0 && errno == ECONNRESET);
    reset_ = size < 0 && errno == ECONNRESET;
    if (size <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(size));
    return true;
  }

  net::Descriptor socket_;
  std::string buffer_;
  bool connected_ = false;
  bool ended_ = false;
  bool reset_ = false;
};

}  // namespace bedplate::test
