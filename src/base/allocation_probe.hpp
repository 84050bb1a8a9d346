#pragma once
// AllocationProbe: counts this thread's calls of operator new and can make the nth of them throw. For tests alone:
// the counting operators are in allocation_probe_test.cpp, which every test program links.
#include <cstdint>

namespace bedplate {

class AllocationProbe {
 public:
  /// fail_at 1: the next allocation throws std::bad_alloc, once; 0: none does.
  explicit AllocationProbe(std::int64_t fail_at = 0);
  ~AllocationProbe();
  AllocationProbe(const AllocationProbe&) = delete;
  AllocationProbe& operator=(const AllocationProbe&) = delete;
  /// False where nothing is counted and nothing fails (the thread sanitizer keeps operator new for itself).
  static bool works();
  /// Since construction, on this thread.
  std::int64_t count() const;
  std::int64_t bytes() const;
  bool failed() const;
};

}  // namespace bedplate
