#include "http/exchange.hpp"

#include "http/protocol.hpp"
#include "http/refusal.hpp"
#include "http/shard.hpp"

namespace bedplate::http {
namespace {

constexpr std::size_t kKeptCapacity = 64 * 1024;

void clear(std::string& text) {
  if (text.capacity() > kKeptCapacity) {
    text = {};
  } else {
    text.clear();
  }
}

}  // namespace

net::Loop& Exchange::loop() { return shard_.loop(); }

bool Exchange::crowded() const { return shard_.unsent().full(); }

void Exchange::finish() {
  if (protocol_ != nullptr) return protocol_->finished(*this);
  shard_.give_back(std::move(kept_));
  shard_.give_back(this);
}

void Exchange::replace_if_crowded() {
  if (request_.method() != Method::kGet || shard_.unsent().admits(reply_.body.capacity())) return;
  reply_.body = {};
  write_refusal(kCrowded, reply_);
  reply_.close = false;
  reply_.add_header("Retry-After", "1");
}

bool Exchange::send_part() {
  if (gone()) {
    reply_.body.clear();
    return true;
  }
  return protocol_->send_part(*this) || gone();
}

void Exchange::abort() {
  if (protocol_ != nullptr) return protocol_->aborted(*this);
  finish();
}

void Exchange::orphan(ReadBuffer buffer) {
  protocol_ = nullptr;
  kept_ = std::move(buffer);
  left_->cancel();
  wake();
  wake_receiver();
}

void Exchange::abandon() {
  abandoned_ = true;
  left_->cancel();
  wake();
  wake_receiver();
}

void Exchange::wake() {
  if (taken_) shard_.loop().defer([waiter = std::exchange(taken_, {})] { waiter.resume(); });
}

void Exchange::wake_receiver() {
  if (receiver_) shard_.loop().defer([waiter = std::exchange(receiver_, {})] { waiter.resume(); });
}

Upload Exchange::take_part(std::string& into) {
  into.clear();
  if (gone()) return Upload::kLost;
  into.swap(body_);
  if (upload_ == Upload::kMore) protocol_->part_taken(*this);
  // What has come meanwhile is not of this part.
  return gone() ? Upload::kLost : body_.empty() ? upload_ : Upload::kMore;
}

void Exchange::reset() {
  protocol_ = nullptr;
  stream_ = nullptr;
  begun_ = false;
  taken_ = {};
  receiver_ = {};
  upload_ = Upload::kEnd;
  left_.reset();
  request_.left_ = {};
  reply_.clear();
  clear(reply_.body);
  clear(body_);
  request_.arena_.reset();
}

}  // namespace bedplate::http
