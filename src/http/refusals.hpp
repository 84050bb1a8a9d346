#pragma once
// Refusals: how many 503 a loop gives. Who asks again at once, whatever Retry-After says, would take the time that
// others' answers need: beyond some number a second a connection that was refused rests, unread, until it is its turn
// again (at the latest after that second). Few refusals let nobody rest. One loop.
#include <algorithm>
#include <cstdint>

#include "http/chain.hpp"
#include "net/loop.hpp"

namespace bedplate::http {

class Refusals {
 public:
  /// A connection that may rest: a base of it.
  struct Entry : Chain<Entry>::Link {
    net::TimePoint until;
    bool rests = false;
  };

  static constexpr std::int64_t kPerSecond = 500;  // a 25th of a loop, at the 80 µs that one costs to its last byte
  static constexpr std::int64_t kAtOnce = 64;
  static constexpr auto kLongest = std::chrono::seconds(1);  ///< as Retry-After says

  /// One more was given to it; it rests from now on where it says so.
  void given(Entry& entry, net::TimePoint now) {
    refill(now);
    if (entry.rests) return;
    if (left_ > 0 && resting_.empty()) {
      --left_;
      return;
    }
    entry.rests = true;
    entry.until = now + kLongest;
    resting_.push(entry);
  }
  bool any() const { return !resting_.empty(); }
  /// Whose rest is over; null: nobody's.
  Entry* next(net::TimePoint now) {
    refill(now);
    if (resting_.empty()) return nullptr;
    if (left_ <= 0 && resting_.first()->until > now) return nullptr;
    left_ = std::max<std::int64_t>(0, left_ - 1);
    Entry* const entry = resting_.pop();
    entry->rests = false;
    return entry;
  }
  void remove(Entry& entry) {
    if (!entry.rests) return;
    resting_.remove(entry);
    entry.rests = false;
  }

 private:
  void refill(net::TimePoint now) {
    const auto whole =
        std::chrono::duration_cast<std::chrono::microseconds>(now - filled_).count() * kPerSecond / 1'000'000;
    if (whole <= 0) return;
    // The part of one that is lost here is less than one.
    left_ = std::min(left_ + whole, kAtOnce);
    filled_ = now;
  }

  Chain<Entry> resting_;
  std::int64_t left_ = kAtOnce;
  net::TimePoint filled_;
};

}  // namespace bedplate::http
