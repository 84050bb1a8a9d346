#pragma once
// ReadBuffer: the fixed block a connection reads into while a request arrives or is answered; borrowed from its
// shard's pool, so idle connections hold none. Plain memory; movable.
#include <cstddef>
#include <memory>
#include <string_view>

namespace bedplate::http {

class ReadBuffer {
 public:
  /// The largest head and room for a body behind it.
  static constexpr std::size_t kSize = 20 * 1024;

  ReadBuffer() = default;
  explicit ReadBuffer(std::unique_ptr<char[]> block) : block_(std::move(block)) {}
  explicit operator bool() const { return block_ != nullptr; }
  char* data() { return block_.get(); }
  std::string_view view(std::size_t from, std::size_t to) const { return {block_.get() + from, to - from}; }
  std::unique_ptr<char[]> release() { return std::move(block_); }

 private:
  std::unique_ptr<char[]> block_;
};

}  // namespace bedplate::http
