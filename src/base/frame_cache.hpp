#pragma once
// Memory for coroutine frames: a free list per 64-byte size class and per thread, so that a loop's next request
// takes the frames its last one gave back. Keeps at most 4 MiB a thread; gives everything back when the thread ends.
// A frame may be freed on another thread than it was made on. Throws std::bad_alloc.
#include <cstddef>
#include <cstdint>
#include <new>

namespace bedplate {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BP_CACHE_FRAMES 0  // so that the sanitizer sees a frame used after its end
#endif
#endif
#ifndef BP_CACHE_FRAMES
#define BP_CACHE_FRAMES 1
#endif

class FrameCache {
 public:
  static void* take(std::size_t size) {
    const std::size_t index = (size + kGrain - 1) / kGrain;
    Lists& lists = lists_;
    ++lists.live;
    if (index < kClasses && lists.first[index] != nullptr) [[likely]] {
      Free* frame = lists.first[index];
      lists.first[index] = frame->next;
      lists.kept -= index * kGrain;
      return frame;
    }
    return take_new(index);
  }
  static void give(void* memory, std::size_t size) noexcept {
    const std::size_t index = (size + kGrain - 1) / kGrain;
    Lists& lists = lists_;
    --lists.live;
    if (!BP_CACHE_FRAMES || index >= kClasses || lists.kept + index * kGrain > lists.most) [[unlikely]] {
      ::operator delete(memory);
      return;
    }
    lists.kept += index * kGrain;
    auto* frame = static_cast<Free*>(memory);
    frame->next = lists.first[index];
    lists.first[index] = frame;
  }
  /// Frames made less frames ended on this thread; bytes kept for the next ones.
  static std::int64_t live() { return lists_.live; }
  static std::size_t kept() { return lists_.kept; }
  /// Gives this thread's kept frames back to the system.
  static void trim() noexcept;

 private:
  struct Free {
    Free* next;
  };
  static constexpr std::size_t kGrain = 64;
  static constexpr std::size_t kClasses = 64;
  struct Lists {
    Free* first[kClasses];
    std::size_t kept;
    std::size_t most;  // 0 until the first frame and after the thread's end: nothing is kept then
    std::int64_t live;
  };
  struct AtThreadEnd;
  static void* take_new(std::size_t index);
  static constinit inline thread_local Lists lists_{};
};

}  // namespace bedplate
