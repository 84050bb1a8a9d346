#include "http/connection.hpp"

#include <array>

#include "http/http2.hpp"
#include "http/shard.hpp"

namespace bedplate::http {
namespace {

constexpr std::size_t kKeptPending = 4 * 1024;

}  // namespace

Connection::Connection(Shard& shard, net::Stream stream)
    : shard_(shard),
      stream_(std::move(stream)),
      timer_(shard.loop(), [this] { on_deadline(); }),
      http1_(*this, shard) {}

Connection::~Connection() {
  shard_.loop().unwatch(stream_.descriptor(), *this);
  shard_.unsent().subtract(counted_);
  shard_.refusals().remove(*this);
}

Result<> Connection::start() {
  interest_ = {.read = true};
  BP_TRY_VOID(shard_.loop().watch(stream_.descriptor(), interest_, *this));
  if (stream_.handshaking()) {
    timer_.arm(shard_.loop().now() + shard_.options().handshake_deadline);
  } else {
    set_deadline();
  }
  return {};
}

void Connection::on_ready(net::Ready ready) {
  if (lingering_) return discard_input();
  // Both directions are gone and no read will tell: nobody waits for the reply.
  if (ready.hangup && !protocol_->wants_input()) return close();
  if (ready.writable) {
    write_pending();
    if (!blocked() && !broken_) protocol_->resume();
  }
  if (ready.ended) protocol_->half_closed();
  if ((ready.readable || stream_.wants_write()) && !broken_) read();
  settle();
}

/// Whether anything came.
bool Connection::read() {
  // Interest is dropped only when bytes come that must wait, so the usual request costs no epoll_ctl.
  if (!protocol_->wants_input()) {
    want({.read = false, .write = interest_.write});
    return false;
  }
  const auto room = protocol_->room();
  const auto result = stream_.read(room);
  if (result.state == net::IoState::kDone) shard_.counters().bytes_in.add(result.bytes);
  if (stream_.chose_http2() && !http2_) {
    std::size_t none = 0;
    auto buffer = http1_.give_up(none);
    begin_http2(std::move(buffer), result.bytes);
    if (result.state <= net::IoState::kBlocked) return result.state == net::IoState::kDone;
  }
  switch (result.state) {
    case net::IoState::kDone:
      protocol_->received(result.bytes);
      if (http1_.found_http2() && !http2_) {
        std::size_t bytes = 0;
        auto buffer = http1_.give_up(bytes);
        begin_http2(std::move(buffer), bytes);
      }
      return true;
    case net::IoState::kBlocked:
      protocol_->received(0);
      break;
    case net::IoState::kEnd:
      protocol_->ended();
      break;
    case net::IoState::kFailed:
      broken_ = true;
  }
  return false;
}

void Connection::begin_http2(ReadBuffer buffer, std::size_t bytes) {
  http2_ = std::make_unique<Http2>(*this, shard_);
  protocol_ = http2_.get();
  http2_->begin(std::move(buffer), bytes);
}

void Connection::discard_input() {
  std::array<char, 16 * 1024> nowhere;
  const auto result = stream_.read(nowhere);
  if (result.state == net::IoState::kEnd || result.state == net::IoState::kFailed) close();
}

void Connection::send(std::string* body) {
  auto& head = shard_.out();
  const std::string_view rest = body ? *body : std::string_view{};
  if (broken_ || (head.empty() && rest.empty())) return head.clear();
  std::size_t sent = 0;
  if (!blocked()) {
    const std::array<std::string_view, 2> pieces{head, rest};
    const auto result = stream_.write(std::span(pieces).first(rest.empty() ? 1 : 2));
    broken_ = result.state == net::IoState::kFailed;
    sent = result.bytes;
    shard_.counters().bytes_out.add(sent);
  }
  if (!broken_ && sent < head.size() + rest.size()) keep(head, body, sent);
  head.clear();
}

void Connection::keep(std::string_view head, std::string* body, std::size_t sent) {
  if (body && sent >= head.size() && pending_.empty()) {
    pending_ = std::move(*body);
    sent_ = sent - head.size();
  } else {
    if (sent < head.size()) pending_.append(head.substr(sent));
    if (body) pending_.append(*body, sent > head.size() ? sent - head.size() : 0);
  }
  count_unsent();
}

void Connection::count_unsent() {
  const std::size_t now = blocked() ? pending_.capacity() : 0;
  shard_.unsent().add(now - counted_);  // modulo 2^64
  counted_ = now;
}

void Connection::write_pending() {
  if (!blocked()) return;
  const std::array<std::string_view, 1> rest{std::string_view(pending_).substr(sent_)};
  const auto result = stream_.write(rest);
  broken_ = result.state == net::IoState::kFailed;
  sent_ += result.bytes;
  shard_.counters().bytes_out.add(result.bytes);
  if (blocked()) return;
  timed_blocked_ = false;  // what is sent next has a deadline of its own
  sent_ = 0;
  pending_.clear();
  if (pending_.capacity() > kKeptPending) pending_ = {};
  count_unsent();
}

void Connection::cut() {
  broken_ = true;
  stream_.break_off();
}

void Connection::settle() {
  if (lingering_) return;  // a handler has ended that nobody waits for any more
  send();
  // What TLS has taken from the socket already, no readiness will tell of.
  while (stream_.buffered() && !broken_ && protocol_->wants_input() && read()) send();
  if (broken_) return close();
  if (!blocked() && protocol_->closing()) return protocol_->refused() ? linger() : close();
  want({.read = interest_.read || protocol_->wants_input(), .write = blocked() || stream_.wants_write()});
  if (!stream_.handshaking()) set_deadline();
}

void Connection::want(net::Interest interest) {
  if (interest == interest_) return;
  interest_ = interest;
  shard_.loop().change(stream_.descriptor(), interest, *this);
}

void Connection::set_deadline() {
  if (blocked()) {
    if (!std::exchange(timed_blocked_, true)) timer_.arm(shard_.loop().now() + shard_.options().write_deadline);
    return;
  }
  timed_blocked_ = false;
  const auto deadline = protocol_->deadline();
  if (deadline == net::TimePoint::max()) {
    timer_.cancel();
  } else {
    timer_.arm(deadline);
  }
}

void Connection::was_refused() { shard_.let_rest(*this); }

void Connection::wake() {
  if (!blocked() && !broken_) protocol_->resume();
  settle();
}

void Connection::linger() {
  lingering_ = true;
  stream_.end_writing();
  want({.read = true});
  timer_.arm(shard_.loop().now() + shard_.options().linger);
}

void Connection::on_deadline() {
  if (lingering_) return close();
  // A loop that was busy for longer than the deadline has not looked yet: what came in time counts.
  const bool looks = !stream_.handshaking() && !broken_ && !blocked() && protocol_->wants_input();
  if (looks && read() && protocol_->deadline() > shard_.loop().now()) return settle();
  shard_.counters().timeouts.add();
  if (stream_.handshaking() || blocked() || !protocol_->time_out()) return close();
  settle();
}

void Connection::drain() {
  if (lingering_ || stream_.handshaking()) return;
  protocol_->drain();
  settle();
}

void Connection::close() { shard_.remove(*this); }

}  // namespace bedplate::http
