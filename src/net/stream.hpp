#pragma once
// Stream: the bytes of one connection, non-blocking, in the clear or by TLS. Owns its descriptor; one loop.
#include <memory>
#include <span>
#include <string_view>

#include "net/address.hpp"
#include "net/descriptor.hpp"
#include "net/io_result.hpp"

namespace bedplate::net {

class TlsContext;
class TlsSession;

class Stream {
 public:
  Stream(Descriptor descriptor, const Address& peer);
  Stream(Stream&&) noexcept;
  ~Stream();

  /// All that follows is TLS, this side the server; before anything is read or written.
  void secure(std::shared_ptr<const TlsContext> context);

  IoResult read(std::span<char> into);
  /// Takes as many of the pieces as the kernel does; at most 16 a call. The rest must come first in the next write.
  IoResult write(std::span<const std::string_view> pieces);
  /// Says that no more will be written; what the peer still sends can be read.
  void end_writing();
  /// The close that follows will look like a failure to the peer, not like an end.
  void break_off();
  int descriptor() const { return descriptor_.get(); }
  const Address& peer() const { return peer_; }
  bool secured() const { return tls_ != nullptr; }
  /// See TlsSession; all false in the clear.
  bool handshaking() const;
  bool chose_http2() const;
  bool buffered() const;
  bool wants_write() const;

 private:
  Descriptor descriptor_;
  Address peer_;
  std::unique_ptr<TlsSession> tls_;
};

}  // namespace bedplate::net
