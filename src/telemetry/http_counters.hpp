#pragma once
// What the HTTP server counts, one set a loop; written by its loop alone, read by anyone (/metrics sums them).
#include <array>
#include <atomic>
#include <cstdint>

namespace bedplate::telemetry {

/// A number with one writer: adding is a load and a store, no locked instruction.
class Counter {
 public:
  void add(std::uint64_t by = 1) { value_.store(value() + by, std::memory_order_relaxed); }
  void subtract(std::uint64_t by = 1) { value_.store(value() - by, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_ = 0;
};

struct alignas(64) HttpCounters {
  Counter accepted;   ///< connections
  Counter open;       ///< connections now
  Counter refused;    ///< connections answered 503 at the door
  Counter requests;   ///< handed to the handler
  Counter malformed;  ///< requests refused by the parser
  Counter timeouts;   ///< connections ended by a deadline
  Counter bytes_in;
  Counter bytes_out;
  std::array<Counter, 6> replies;  ///< by status class; [0] unused
};

}  // namespace bedplate::telemetry
