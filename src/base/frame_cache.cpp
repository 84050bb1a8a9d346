#include "base/frame_cache.hpp"

namespace bedplate {

// A thread_local with a destructor costs a check at each use, hence only where a frame is not found in the cache.
struct FrameCache::AtThreadEnd {
  AtThreadEnd() { lists_.most = 4u << 20; }
  ~AtThreadEnd() {
    lists_.most = 0;
    trim();
  }
  void use() {}
};

void* FrameCache::take_new(std::size_t index) {
  thread_local AtThreadEnd at_end;
  at_end.use();
  try {
    return ::operator new(index * kGrain);
  } catch (...) {
    --lists_.live;
    throw;
  }
}

void FrameCache::trim() noexcept {
  for (Free*& first : lists_.first) {
    while (first != nullptr) ::operator delete(std::exchange(first, first->next));
  }
  lists_.kept = 0;
}

}  // namespace bedplate
