#include "http/header_name.hpp"

#include <array>

namespace bedplate::http {
namespace {

struct Known {
  std::string_view text;
  bool singleton;
};
constexpr std::array<Known, kHeaderNames> kKnown{{
#define X(name, text, singleton) {text, singleton},
    BP_HTTP_HEADERS(X)
#undef X
}};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Size and first letter leave at most a few candidates: kBuckets[size] lists the names of that size.
constexpr std::size_t kLongest = 32;
constexpr std::size_t kPerSize = 8;
constexpr auto kBuckets = [] {
  std::array<std::array<std::uint8_t, kPerSize>, kLongest> buckets{};
  for (auto& bucket : buckets) bucket.fill(static_cast<std::uint8_t>(HeaderName::kOther));
  for (std::size_t i = 0; i < kHeaderNames; ++i) {
    auto& bucket = buckets.at(kKnown[i].text.size());
    std::size_t at = 0;
    while (bucket.at(at) != static_cast<std::uint8_t>(HeaderName::kOther)) ++at;
    bucket.at(at) = static_cast<std::uint8_t>(i);
  }
  return buckets;
}();

}  // namespace

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

HeaderName header_name(std::string_view text) {
  if (text.empty() || text.size() >= kLongest) return HeaderName::kOther;
  for (const auto index : kBuckets[text.size()]) {
    if (index == static_cast<std::uint8_t>(HeaderName::kOther)) break;
    const auto& known = kKnown[index].text;
    if (known[0] == lower(text[0]) && equals_ignoring_case(known, text)) return static_cast<HeaderName>(index);
  }
  return HeaderName::kOther;
}

bool is_singleton(HeaderName name) {
  return name != HeaderName::kOther && kKnown[static_cast<std::size_t>(name)].singleton;
}

}  // namespace bedplate::http
