#pragma once
// Calm: how much a peer of HTTP/2 may make us do for nothing: frames that carry no request, no content and no room for
// our replies (PING, SETTINGS, PRIORITY, empty DATA …), and streams that are begun and reset. A bucket that time and
// real traffic fill; who empties it is sent away (threats 91 and 93). One connection, one loop.
#include <algorithm>
#include <cstdint>

#include "net/loop.hpp"

namespace bedplate::http {

class Calm {
 public:
  static constexpr std::int64_t kFrame = 1;
  static constexpr std::int64_t kReset = 8;  ///< a stream that ends without its reply

  explicit Calm(net::TimePoint now) : filled_(now) {}

  /// False once more was spent than there was.
  bool spend(std::int64_t cost, net::TimePoint now) {
    if (left_ < cost) refill(now);
    left_ -= cost;
    return left_ >= 0;
  }
  bool lost() const { return left_ < 0; }
  /// A reply was given.
  void served() { left_ = std::min(left_ + 2 * kFrame, kMost); }
  /// Content went to the peer, who must make room for more.
  void sent(std::size_t bytes) {
    sent_ += bytes;
    left_ = std::min(left_ + static_cast<std::int64_t>(sent_ / kBytesPerFrame), kMost);
    sent_ %= kBytesPerFrame;
  }

 private:
  static constexpr std::int64_t kMost = 2000;
  static constexpr std::int64_t kPerSecond = 200;
  static constexpr std::size_t kBytesPerFrame = 1024;

  void refill(net::TimePoint now) {
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(now - filled_).count() * kPerSecond / 1000;
    if (whole <= 0) return;
    filled_ = now;
    left_ = std::min(left_ + whole, kMost);
  }

  std::int64_t left_ = kMost;
  std::size_t sent_ = 0;
  net::TimePoint filled_;
};

}  // namespace bedplate::http
