#pragma once
// Commits: how many commits the writer has begun and ended. A commit can be seen from somewhere inside of COMMIT on: so
// the number is raised before it and after it, and until then, while it is odd, nobody may count on a snapshot that was
// taken before. A reader compares the number before an operation and renews what is not fresh. So nobody misses a write
// that was acknowledged, nor one that another reader has seen. Shared by threads.
#include <atomic>
#include <cstdint>

namespace bedplate::store::sqlite {

class Commits {
 public:
  std::uint64_t seen() const { return count_.load(std::memory_order_acquire); }
  /// Whether a snapshot that was taken at `number` is still all that has been committed.
  bool is_fresh(std::uint64_t number) const { return number % 2 == 0 && number == seen(); }

  // The writer:
  void begin() { count_.fetch_add(1); }  // before anything of COMMIT
  /// Before anybody is told of it, whether it was done or failed.
  void end() { count_.fetch_add(1); }

 private:
  std::atomic<std::uint64_t> count_{0};
};

}  // namespace bedplate::store::sqlite
