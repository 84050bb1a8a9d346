#include "base/allocation_probe.hpp"

#include <cstdlib>
#include <new>

#if __has_feature(thread_sanitizer)
#define BP_COUNT_ALLOCATIONS 0
#else
#define BP_COUNT_ALLOCATIONS 1
#endif

namespace bedplate {
namespace {
struct Counts {
  std::int64_t count;
  std::int64_t bytes;
  std::int64_t fail_at;
  bool failed;
};
constinit thread_local Counts counts{};

[[maybe_unused]] void* counted(std::size_t size) {
  ++counts.count;
  counts.bytes += static_cast<std::int64_t>(size);
  if (counts.fail_at != 0 && counts.count == counts.fail_at) {
    counts.failed = true;
    return nullptr;
  }
  return std::malloc(size == 0 ? 1 : size);
}
}  // namespace

bool AllocationProbe::works() { return BP_COUNT_ALLOCATIONS; }
AllocationProbe::AllocationProbe(std::int64_t fail_at) { counts = {0, 0, fail_at, false}; }
AllocationProbe::~AllocationProbe() { counts = {}; }
std::int64_t AllocationProbe::count() const { return counts.count; }
std::int64_t AllocationProbe::bytes() const { return counts.bytes; }
bool AllocationProbe::failed() const { return counts.failed; }

}  // namespace bedplate

#if BP_COUNT_ALLOCATIONS
void* operator new(std::size_t size) {
  if (void* memory = bedplate::counted(size)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return bedplate::counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif
