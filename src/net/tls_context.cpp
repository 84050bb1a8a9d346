#include "net/tls_context.hpp"

#include <memory>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <string>

#include "net/tls_socket.hpp"

namespace bedplate::net {
namespace {

template <auto kFree>
struct Free {
  template <class T>
  void operator()(T* each) const {
    kFree(each);
  }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Part = TlsContext::Part;

constexpr unsigned char kProtocols[] = "\x02h2\x08http/1.1";  // in the order we prefer
// What RFC 9113 leaves of TLS 1.2: forward secrecy and authenticated encryption.
constexpr const char* kCiphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

std::unexpected<TlsContext::Fault> fault(Part part, std::string message, std::string hint) {
  const unsigned long code = ERR_peek_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  ERR_clear_error();
  auto error = Error(Reason::kInvalidConfiguration, std::move(message)).with_hint(std::move(hint));
  if (reason != nullptr) error = std::move(error).with_detail(reason);
  return std::unexpected(TlsContext::Fault{part, std::move(error)});
}

Bio reader(std::string_view text) { return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))); }

/// Instead of asking for a pass phrase at the terminal.
int no_pass_phrase(char*, int, int, void* asked) {
  *static_cast<bool*>(asked) = true;
  return -1;
}

int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size, const unsigned char* offered,
                    unsigned offered_size, void*) {
  unsigned char* chosen = nullptr;
  const int found = SSL_select_next_proto(&chosen, out_size, kProtocols, sizeof kProtocols - 1, offered, offered_size);
  *out = chosen;
  // RFC 7301 section 3.2: a client that speaks nothing of ours is told so.
  return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

std::expected<void, TlsContext::Fault> use_certificates(SSL_CTX* context, std::string_view text) {
  const Bio source = reader(text);
  const Certificate first(PEM_read_bio_X509_AUX(source.get(), nullptr, nullptr, nullptr));
  if (!first)
    return fault(
        Part::kCertificate, "this is no certificate in PEM",
        "It begins with -----BEGIN CERTIFICATE-----; the server's own comes first, then those of its issuers.");
  if (SSL_CTX_use_certificate(context, first.get()) != 1)
    return fault(Part::kCertificate, "the certificate cannot be used",
                 "Its key may be too short: take RSA 2048 or P-256.");
  for (;;) {
    Certificate next(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr));
    if (!next) break;
    if (SSL_CTX_add0_chain_cert(context, next.get()) != 1)
      return fault(Part::kCertificate, "a certificate of the chain cannot be used", "");
    (void)next.release();
  }
  const unsigned long code = ERR_peek_last_error();
  if (ERR_GET_LIB(code) != ERR_LIB_PEM || ERR_GET_REASON(code) != PEM_R_NO_START_LINE)
    return fault(Part::kCertificate, "a certificate of the chain is damaged", "Put the file together anew.");
  ERR_clear_error();
  return {};
}

std::expected<void, TlsContext::Fault> use_key(SSL_CTX* context, std::string_view text) {
  bool encrypted = false;
  const Key key(PEM_read_bio_PrivateKey(reader(text).get(), nullptr, no_pass_phrase, &encrypted));
  if (encrypted) {
    ERR_clear_error();
    return fault(
        Part::kKey, "the private key is encrypted",
        "Take the pass phrase off: openssl pkey -in key.pem -out tls.key; only the server's user should read it.");
  }
  if (!key) return fault(Part::kKey, "this is no private key in PEM", "It begins with -----BEGIN PRIVATE KEY-----.");
  if (X509_check_private_key(SSL_CTX_get0_certificate(context), key.get()) != 1)
    return fault(Part::kKey, "the private key does not belong to the certificate",
                 "Both must come from one request; was only one of the files renewed?");
  if (SSL_CTX_use_PrivateKey(context, key.get()) != 1)
    return fault(Part::kKey, "the private key cannot be used", "Take RSA 2048 or P-256.");
  return {};
}

bool configure(SSL_CTX* context) {
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                   SSL_OP_PRIORITIZE_CHACHA | SSL_OP_IGNORE_UNEXPECTED_EOF);
  // Requests say their own length: an end without close_notify cuts nothing off unseen.
  SSL_CTX_set_mode(context,
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_read_ahead(context, 1);                           // a record a recv, not its head and then the rest
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);  // tickets hold the session, we hold nothing
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
  return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
         SSL_CTX_set_cipher_list(context, kCiphers) == 1 &&
         SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") == 1 &&
         SSL_CTX_set_session_id_context(context, kProtocols, sizeof kProtocols - 1) == 1;
}

}  // namespace

TlsContext::~TlsContext() {
  SSL_CTX_free(context_);
  BIO_meth_free(socket_);
}

std::expected<std::shared_ptr<const TlsContext>, TlsContext::Fault> TlsContext::make(std::string_view certificates,
                                                                                     std::string_view key) {
  ERR_clear_error();
  auto made = std::make_shared<TlsContext>(SSL_CTX_new(TLS_server_method()), make_tls_socket());
  if (made->context_ == nullptr || made->socket_ == nullptr || !configure(made->context_))
    return fault(Part::kCertificate, "TLS could not be set up", "");
  if (auto used = use_certificates(made->context_, certificates); !used)
    return std::unexpected(std::move(used).error());
  if (auto used = use_key(made->context_, key); !used) return std::unexpected(std::move(used).error());
  return made;
}

}  // namespace bedplate::net
