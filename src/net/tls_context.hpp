#pragma once
// TlsContext: a certificate chain with its key, ready for connections, and the secrets that seal its session tickets.
// Immutable, shared by loops; its connections keep it alive, so that it may be replaced while they go on.
#include <memory>
#include <string_view>

#include "base/result.hpp"

struct ssl_ctx_st;
struct bio_method_st;

namespace bedplate::net {

class TlsContext {
 public:
  /// Which text is at fault, for whoever knows the file it came from.
  enum class Part : std::uint8_t { kCertificate, kKey };
  struct Fault {
    Part part = Part::kCertificate;
    Error error;
  };

  /// Of PEM texts: the server's certificate and those that lead to its root; the key, unencrypted. TLS 1.2 and 1.3,
  /// ALPN `h2` and `http/1.1`.
  static std::expected<std::shared_ptr<const TlsContext>, Fault> make(std::string_view certificates,
                                                                      std::string_view key);
  TlsContext(ssl_ctx_st* context, bio_method_st* socket) : context_(context), socket_(socket) {}
  ~TlsContext();
  TlsContext(const TlsContext&) = delete;
  TlsContext& operator=(const TlsContext&) = delete;

  ssl_ctx_st* context() const { return context_; }
  /// How OpenSSL reads and writes a TlsSession's socket.
  const bio_method_st* socket() const { return socket_; }

 private:
  ssl_ctx_st* context_;
  bio_method_st* socket_;
};

}  // namespace bedplate::net
