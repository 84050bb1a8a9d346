#include "net/tls_session.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include "net/tls_context.hpp"

namespace bedplate::net {
namespace {

constexpr std::size_t kRecord = SSL3_RT_MAX_PLAIN_LENGTH;

/// The first record's worth of what is to be written, in one piece: a head and its small body become one record and
/// one system call.
std::string_view first_record(std::span<const std::string_view> pieces, std::array<char, kRecord>& scratch) {
  if (pieces.size() == 1 || pieces[0].size() >= kRecord) return pieces[0].substr(0, kRecord);
  std::size_t size = 0;
  for (const auto piece : pieces) {
    const std::size_t count = std::min(piece.size(), kRecord - size);
    std::memcpy(scratch.data() + size, piece.data(), count);
    size += count;
  }
  return {scratch.data(), size};
}

/// Without the first `count` bytes of all pieces; how many pieces are left in `pieces`.
std::size_t drop(std::span<std::string_view> pieces, std::size_t count) {
  std::size_t kept = 0;
  for (auto piece : pieces) {
    const std::size_t gone = std::min(count, piece.size());
    count -= gone;
    piece.remove_prefix(gone);
    if (!piece.empty()) pieces[kept++] = piece;
  }
  return kept;
}

}  // namespace

TlsSession::TlsSession(std::shared_ptr<const TlsContext> context, int descriptor)
    : context_(std::move(context)), ssl_(SSL_new(context_->context())), descriptor_(descriptor) {
  BIO* socket = ssl_ == nullptr ? nullptr : BIO_new(context_->socket());
  if (socket == nullptr) {
    SSL_free(ssl_);
    throw std::bad_alloc();
  }
  BIO_set_data(socket, this);
  BIO_set_init(socket, 1);
  SSL_set_bio(ssl_, socket, socket);
  SSL_set_accept_state(ssl_);
}

TlsSession::~TlsSession() {
  end_writing();
  SSL_free(ssl_);
}

IoResult TlsSession::read(std::span<char> into) {
  ERR_clear_error();
  const int result = SSL_read(ssl_, into.data(), static_cast<int>(std::min<std::size_t>(into.size(), 1u << 30)));
  if (handshaking_) look_at_handshake();
  return outcome(result);
}

IoResult TlsSession::write(std::span<const std::string_view> given) {
  std::array<std::string_view, 16> pieces;
  std::size_t count = std::min(given.size(), pieces.size());
  std::copy_n(given.begin(), count, pieces.begin());
  count = drop(std::span(pieces).first(count), 0);
  std::array<char, kRecord> scratch;
  std::size_t written = 0;
  // A record a call (SSL_MODE_ENABLE_PARTIAL_WRITE). One that the socket did not take whole is kept by OpenSSL, which
  // then wants the same bytes again; until it has gone they count as not written.
  while (count > 0) {
    const auto record = first_record(std::span(pieces).first(count), scratch);
    ERR_clear_error();
    const auto result = outcome(SSL_write(ssl_, record.data(), static_cast<int>(record.size())));
    if (result.state != IoState::kDone) {
      return written > 0 && result.state == IoState::kBlocked ? IoResult{IoState::kDone, written} : result;
    }
    written += result.bytes;
    count = drop(std::span(pieces).first(count), result.bytes);
  }
  return {IoState::kDone, written};
}

IoResult TlsSession::outcome(int result) {
  if (result > 0) return {IoState::kDone, static_cast<std::size_t>(result)};
  switch (SSL_get_error(ssl_, result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
      return {IoState::kBlocked, 0};
    case SSL_ERROR_ZERO_RETURN:
      return {IoState::kEnd, 0};
    default:
      failed_ = true;
      return {IoState::kFailed, 0};
  }
}

void TlsSession::look_at_handshake() {
  if (SSL_is_init_finished(ssl_) == 0) return;
  handshaking_ = false;
  const unsigned char* name = nullptr;
  unsigned size = 0;
  SSL_get0_alpn_selected(ssl_, &name, &size);
  chose_http2_ = size == 2 && std::memcmp(name, "h2", 2) == 0;
}

void TlsSession::end_writing() {
  // After an error, or behind half a record, nothing of ours would be understood.
  if (handshaking_ || failed_ || stuck_ || (SSL_get_shutdown(ssl_) & SSL_SENT_SHUTDOWN) != 0) return;
  ERR_clear_error();
  (void)SSL_shutdown(ssl_);
}

bool TlsSession::buffered() const { return !failed_ && !handshaking_ && SSL_has_pending(ssl_) != 0; }

}  // namespace bedplate::net
