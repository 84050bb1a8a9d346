#pragma once
// The character classes of RFC 9110 and RFC 9112 as tables. Pure.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bedplate::http::syntax {

enum Class : std::uint8_t {
  kToken = 1,      ///< tchar, RFC 9110 section 5.6.2
  kFieldByte = 2,  ///< field-vchar, SP and HTAB, section 5.5
  kTarget = 4,     ///< what a request target may hold: visible ASCII but `#`
  kHost = 8,       ///< uri-host and port without sub-delims, RFC 3986 section 3.2.2
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> of{};
  for (int c = 0; c < 256; ++c) {
    const auto at = static_cast<std::size_t>(c);
    const bool alnum = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const auto one_of = [c](std::string_view set) { return c < 128 && set.contains(static_cast<char>(c)); };
    if (alnum || (c != 0 && one_of("!#$%&'*+-.^_`|~"))) of[at] |= kToken;
    if (c == '\t' || (c >= 0x20 && c != 0x7f)) of[at] |= kFieldByte;
    if (c > 0x20 && c < 0x7f && c != '#') of[at] |= kTarget;
    if (alnum || (c != 0 && one_of(".-_~:[]%"))) of[at] |= kHost;
  }
  return of;
}
inline constexpr auto kClasses = make_classes();

inline bool is(char c, Class wanted) { return (kClasses[static_cast<std::uint8_t>(c)] & wanted) != 0; }

/// The first byte not of that class, or text.size().
inline std::size_t span_of(std::string_view text, Class wanted) {
  std::size_t i = 0;
  while (i < text.size() && is(text[i], wanted)) ++i;
  return i;
}

/// Whether all may stand in a field value; eight bytes at a time, as values are most of a head.
inline bool is_field_value(std::string_view text) {
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + i, 8);
    constexpr std::uint64_t kOnes = 0x0101010101010101u;
    constexpr std::uint64_t kHigh = 0x8080808080808080u;
    const std::uint64_t below_blank = (word - kOnes * 0x20) & ~word & kHigh;
    const std::uint64_t no_delete = word ^ (kOnes * 0x7f);
    const std::uint64_t is_delete = (no_delete - kOnes) & ~no_delete & kHigh;
    if ((below_blank | is_delete) != 0 && span_of(text.substr(i, 8), kFieldByte) != 8) return false;
  }
  return span_of(text.substr(i), kFieldByte) == text.size() - i;
}

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Without blanks (SP, HTAB) at either end.
inline std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Cuts off and returns, trimmed, what stands before the next `separator` of a list; the rest stays in `text`.
inline std::string_view next_of(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const auto part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trim(part);
}

}  // namespace bedplate::http::syntax
