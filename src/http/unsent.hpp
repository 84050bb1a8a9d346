#pragma once
// Unsent: the memory of replies that clients have not taken yet, of all connections of a server, and its bound. A
// connection counts only what the kernel did not take at once. Shared by the server's loops.
#include <atomic>
#include <cstddef>

namespace bedplate::http {

class Unsent {
 public:
  explicit Unsent(std::size_t most) : most_(most) {}

  /// No further work is to be begun that ends in a reply.
  bool full() const { return held() >= most_; }
  /// Whether a reply of that size may be begun; two loops that ask at once may both be told so.
  bool admits(std::size_t bytes) const { return held() + bytes <= most_; }
  void add(std::size_t bytes) { held_.fetch_add(bytes, std::memory_order_relaxed); }
  void subtract(std::size_t bytes) { held_.fetch_sub(bytes, std::memory_order_relaxed); }
  std::size_t held() const { return held_.load(std::memory_order_relaxed); }

 private:
  const std::size_t most_;
  std::atomic<std::size_t> held_ = 0;
};

}  // namespace bedplate::http
