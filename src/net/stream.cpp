#include "net/stream.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

#include "net/tls_session.hpp"

namespace bedplate::net {
namespace {

IoResult outcome(ssize_t bytes, IoState at_zero) {
  if (bytes > 0) return {IoState::kDone, static_cast<std::size_t>(bytes)};
  if (bytes == 0) return {at_zero, 0};
  return {errno == EAGAIN || errno == EINTR ? IoState::kBlocked : IoState::kFailed, 0};
}

}  // namespace

Stream::Stream(Descriptor descriptor, const Address& peer) : descriptor_(std::move(descriptor)), peer_(peer) {}
Stream::Stream(Stream&&) noexcept = default;
Stream::~Stream() = default;

void Stream::secure(std::shared_ptr<const TlsContext> context) {
  tls_ = std::make_unique<TlsSession>(std::move(context), descriptor_.get());
}

IoResult Stream::read(std::span<char> into) {
  if (tls_) return tls_->read(into);
  return outcome(::recv(descriptor_.get(), into.data(), into.size(), 0), IoState::kEnd);
}

IoResult Stream::write(std::span<const std::string_view> pieces) {
  if (tls_) return tls_->write(pieces);
  if (pieces.size() == 1) {
    return outcome(::send(descriptor_.get(), pieces[0].data(), pieces[0].size(), MSG_NOSIGNAL), IoState::kBlocked);
  }
  std::array<iovec, 16> vectors;
  const std::size_t count = std::min(pieces.size(), vectors.size());
  for (std::size_t i = 0; i < count; ++i)
    vectors[i] = {.iov_base = const_cast<char*>(pieces[i].data()), .iov_len = pieces[i].size()};
  msghdr message{};
  message.msg_iov = vectors.data();
  message.msg_iovlen = count;
  return outcome(::sendmsg(descriptor_.get(), &message, MSG_NOSIGNAL), IoState::kBlocked);
}

void Stream::end_writing() {
  if (tls_) tls_->end_writing();
  ::shutdown(descriptor_.get(), SHUT_WR);
}

void Stream::break_off() {
  constexpr linger kReset{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(descriptor_.get(), SOL_SOCKET, SO_LINGER, &kReset, sizeof kReset);
}

bool Stream::handshaking() const { return tls_ && tls_->handshaking(); }
bool Stream::chose_http2() const { return tls_ && tls_->chose_http2(); }
bool Stream::buffered() const { return tls_ && tls_->buffered(); }
bool Stream::wants_write() const { return tls_ && tls_->wants_write(); }

}  // namespace bedplate::net
