#pragma once
// TlsSession: TLS on one accepted socket, under Stream. Reading performs the handshake. Between records OpenSSL holds
// no buffers. Owned by its Stream, one loop; does not own the descriptor.
#include <memory>
#include <span>
#include <string_view>

#include "net/io_result.hpp"

struct ssl_st;

namespace bedplate::net {

class TlsContext;

class TlsSession {
 public:
  TlsSession(std::shared_ptr<const TlsContext> context, int descriptor);
  ~TlsSession();
  TlsSession(const TlsSession&) = delete;
  TlsSession& operator=(const TlsSession&) = delete;

  IoResult read(std::span<char> into);
  /// What was not taken must be offered again, as the beginning of what is written next.
  IoResult write(std::span<const std::string_view> pieces);
  /// Tells the peer that no more will be written.
  void end_writing();
  bool handshaking() const { return handshaking_; }
  bool chose_http2() const { return chose_http2_; }
  /// Bytes have left the socket that read() did not give yet: no readiness will tell of them.
  bool buffered() const;
  /// The handshake waits until the socket takes more: read() again when it is writable.
  bool wants_write() const { return handshaking_ && stuck_; }

 private:
  friend struct TlsSocket;
  IoResult outcome(int result);
  void look_at_handshake();

  std::shared_ptr<const TlsContext> context_;
  ssl_st* ssl_ = nullptr;
  const int descriptor_;
  bool handshaking_ = true;
  bool chose_http2_ = false;
  bool stuck_ = false;  // the socket took not all of the last write
  bool ended_ = false;  // the peer closed the socket
  bool failed_ = false;
};

}  // namespace bedplate::net
