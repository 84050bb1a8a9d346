#pragma once
// Arena: memory that is given back all at once. One for a request in flight: nothing is freed singly, destructors
// of what lives in it do not run (so only trivially destructible things live in it). One thread.
#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace bedplate {

class Arena {
 public:
  explicit Arena(std::size_t first_block = 8192) : next_size_(first_block) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Uninitialised memory, aligned; never null. Throws std::bad_alloc.
  void* allocate(std::size_t size, std::size_t align = alignof(std::max_align_t)) {
    const std::size_t at = (used_ + align - 1) & ~(align - 1);
    if (current_ == nullptr || at + size > capacity_) [[unlikely]]
      return allocate_slow(size, align);
    used_ = at + size;
    return current_ + at;
  }
  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }
  /// `count` value-initialised elements.
  template <class T>
  std::span<T> make_array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (count == 0) return {};
    T* first = static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
    std::uninitialized_value_construct_n(first, count);
    return {first, count};
  }
  template <class T>
  std::span<T> copy_array(std::span<const T> from) {
    auto to = make_array<T>(from.size());
    std::copy(from.begin(), from.end(), to.begin());
    return to;
  }
  /// A copy that lives as long as the arena's present content.
  std::string_view copy(std::string_view text);
  /// Forgets everything; keeps the first block.
  void reset();
  /// Bytes held from the system.
  std::size_t footprint() const { return footprint_; }

 private:
  void* allocate_slow(std::size_t size, std::size_t align);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* current_ = nullptr;
  std::size_t capacity_ = 0;
  std::size_t used_ = 0;
  std::size_t next_size_;
  std::size_t first_capacity_ = 0;
  std::size_t footprint_ = 0;
};

}  // namespace bedplate
