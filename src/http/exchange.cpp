#include "http/exchange.hpp"

#include "http/http1.hpp"
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
  if (connection_ != nullptr) return connection_->finished();
  shard_.give_back(std::move(kept_));
  shard_.give_back(this);
}

void Exchange::reset() {
  connection_ = nullptr;
  left_.reset();
  request_.left_ = {};
  reply_.reset();
  clear(reply_.body);
  clear(body_);
  request_.arena_.reset();
}

}  // namespace bedplate::http
