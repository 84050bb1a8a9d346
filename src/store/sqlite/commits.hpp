#pragma once
// Commits: how many transactions the writer has committed. It raises the number after COMMIT and before anybody is
// told; a reader compares it before an operation and renews an older snapshot, so that nobody misses a write that
// was acknowledged. Shared by threads.
#include <atomic>
#include <cstdint>

namespace bedplate::store::sqlite {

class Commits {
 public:
  std::uint64_t seen() const { return count_.load(std::memory_order_acquire); }
  void raise() { count_.fetch_add(1, std::memory_order_release); }

 private:
  std::atomic<std::uint64_t> count_{0};
};

}  // namespace bedplate::store::sqlite
