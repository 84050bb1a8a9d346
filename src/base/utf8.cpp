#include "base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace bedplate {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;

bool continues(std::string_view text, std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80; }

}  // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return 1;
  const auto second = static_cast<unsigned char>(text.size() > 1 ? text[1] : 0);
  if (first < 0xc2 || first > 0xf4 || (second & 0xc0) != 0x80) return 0;
  if (first < 0xe0) return 2;
  if (text.size() < 3 || !continues(text, 2)) return 0;
  if (first < 0xf0) {
    const bool overlong = first == 0xe0 && second < 0xa0;
    const bool surrogate = first == 0xed && second > 0x9f;
    return overlong || surrogate ? 0 : 3;
  }
  if (text.size() < 4 || !continues(text, 3)) return 0;
  const bool overlong = first == 0xf0 && second < 0x90;
  const bool beyond = first == 0xf4 && second > 0x8f;
  return overlong || beyond ? 0 : 4;
}

bool valid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      // No high bit and, taking 1 from each byte, no borrow: ASCII without NUL.
      if (((word | (word - kOnes)) & kHighs) == 0) {
        at += 8;
        continue;
      }
    }
    const std::size_t length = utf8_length(text.substr(at, 4));
    if (length == 0 || text[at] == '\0') return false;
    at += length;
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

}  // namespace bedplate
