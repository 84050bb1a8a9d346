#include "base/arena.hpp"

#include <algorithm>
#include <cstring>

namespace bedplate {

void* Arena::allocate_slow(std::size_t size, std::size_t align) {
  const std::size_t capacity = std::max(next_size_, size + align);
  blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity));
  if (blocks_.size() == 1) first_capacity_ = capacity;
  current_ = blocks_.back().get();
  capacity_ = capacity;
  footprint_ += capacity;
  next_size_ = std::min<std::size_t>(capacity * 2, 1u << 20);
  used_ = 0;
  const auto address = reinterpret_cast<std::uintptr_t>(current_);
  const std::size_t at = ((address + align - 1) & ~(align - 1)) - address;
  used_ = at + size;
  return current_ + at;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* to = static_cast<char*>(allocate(text.size(), 1));
  std::memcpy(to, text.data(), text.size());
  return {to, text.size()};
}

void Arena::reset() {
  if (blocks_.empty()) return;
  blocks_.resize(1);
  current_ = blocks_.front().get();
  capacity_ = footprint_ = first_capacity_;
  used_ = 0;
}

}  // namespace bedplate
