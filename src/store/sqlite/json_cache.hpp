#pragma once
// JsonCache: the JSON texts that a connection's functions parsed last, found again by their bytes: filters that ask one
// document again and again have it parsed once. Four of them; the least recently used goes. One thread.
#include <array>
#include <memory>
#include <string>

#include "base/arena.hpp"
#include "expr/json_texts.hpp"

namespace bedplate::store::sqlite {

class JsonCache final : public expr::JsonTexts {
 public:
  /// Valid until two other texts were asked for.
  const json::Node* parsed(std::string_view text) override;
  /// Gives memory beyond the usual back.
  void trim() {
    if (bytes_ > kKept) [[unlikely]]
      clear();
  }
  /// How many texts were parsed.
  std::uint64_t misses() const { return misses_; }

 private:
  static constexpr std::size_t kKept = 256 * 1024;
  struct Entry {
    std::string text;
    std::unique_ptr<Arena> arena;
    const json::Node* root = nullptr;
    std::uint64_t used = 0;  // 0: empty
  };
  void clear();

  std::array<Entry, 4> entries_;
  std::uint64_t clock_ = 0, misses_ = 0;
  std::size_t bytes_ = 0;  // about what the entries hold
};

}  // namespace bedplate::store::sqlite
