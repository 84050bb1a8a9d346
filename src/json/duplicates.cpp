#include "json/duplicates.hpp"

#include <algorithm>
#include <functional>
#include <span>

namespace bedplate::json {
namespace {

/// Most objects are small: comparing the pairs beats sorting and allocates nothing.
constexpr std::size_t kSmall = 8;

std::optional<std::string_view> find_in_few(std::span<const std::string_view> keys) {
  for (std::size_t i = 1; i < keys.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (keys[i] == keys[j]) return keys[i];
    }
  }
  return std::nullopt;
}

std::optional<std::string_view> find_in_many(std::span<std::string_view> keys) {
  // By length first, so that most comparisons never touch the bytes.
  std::sort(keys.begin(), keys.end(),
            [](std::string_view a, std::string_view b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  const auto twin = std::adjacent_find(keys.begin(), keys.end());
  if (twin == keys.end()) return std::nullopt;
  const auto& next = *std::next(twin);
  return std::less<const char*>{}(twin->data(), next.data()) ? next : *twin;
}

}  // namespace

std::optional<std::string_view> DuplicateKeys::close() {
  const std::size_t first = frames_.back();
  frames_.pop_back();
  const std::span keys(keys_.data() + first, keys_.size() - first);
  const auto twin = keys.size() <= kSmall ? find_in_few(keys) : find_in_many(keys);
  keys_.resize(first);
  return twin;
}

}  // namespace bedplate::json
