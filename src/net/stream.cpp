#include "net/stream.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

namespace bedplate::net {
namespace {

IoResult outcome(ssize_t bytes, IoState at_zero) {
  if (bytes > 0) return {IoState::kDone, static_cast<std::size_t>(bytes)};
  if (bytes == 0) return {at_zero, 0};
  return {errno == EAGAIN || errno == EINTR ? IoState::kBlocked : IoState::kFailed, 0};
}

}  // namespace

IoResult Stream::read(std::span<char> into) {
  return outcome(::recv(descriptor_.get(), into.data(), into.size(), 0), IoState::kEnd);
}

IoResult Stream::write(std::span<const std::string_view> pieces) {
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

void Stream::end_writing() { ::shutdown(descriptor_.get(), SHUT_WR); }

}  // namespace bedplate::net
