#pragma once
// One code point at a time of UTF-8, strictly: no overlong forms, no surrogates, nothing above U+10FFFF. Pure.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bedplate {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;  ///< bytes; 0: not UTF-8
};

/// The code point at `offset`, which must lie within `text`.
CodePoint decode_utf8(std::string_view text, std::size_t offset);

/// `value` is a Unicode scalar value.
void append_utf8(std::string& to, char32_t value);

}  // namespace bedplate
