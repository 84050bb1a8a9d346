#include "base/text_cursor.hpp"

namespace bedplate {

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::size_t length = text.size() < kMost ? text.size() : kMost;
  // Not in the middle of a code point.
  while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80) --length;
  std::string out = "'";
  for (const char c : text.substr(0, length)) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
  out += length < text.size() ? "…'" : "'";
  return out;
}

}  // namespace bedplate
