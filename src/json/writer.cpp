#include "json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "json/utf8.hpp"

namespace bedplate::json {
namespace {

/// 0: as it is. 1: needs six characters. 2: part of a longer UTF-8 sequence. Else the letter after the backslash.
constexpr std::array<char, 256> kEscape = [] {
  std::array<char, 256> table{};
  for (int i = 0; i < 0x20; ++i) table[static_cast<std::size_t>(i)] = 1;
  for (int i = 0x80; i < 0x100; ++i) table[static_cast<std::size_t>(i)] = 2;
  table['"'] = '"';
  table['\\'] = '\\';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table[0x7f] = 1;
  return table;
}();

void append_control(std::string& out, unsigned char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u00";
  out += kHex[c >> 4];
  out += kHex[c & 15];
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  std::size_t at = 0;
  const auto flush = [&] { out.append(text, copied, at - copied); };
  while (at < text.size()) {
    const char action = kEscape[static_cast<unsigned char>(text[at])];
    if (action == 0) [[likely]] {
      ++at;
      continue;
    }
    if (action == 2) {
      if (const std::size_t length = utf8_sequence(text.substr(at)); length != 0) {
        at += length;
        continue;
      }
      flush();
      out += "\xef\xbf\xbd";
    } else {
      flush();
      if (action == 1) {
        append_control(out, static_cast<unsigned char>(text[at]));
      } else {
        out += '\\';
        out += action;
      }
    }
    copied = ++at;
  }
  flush();
  out += '"';
}

void Writer::integer(std::int64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), end});
}

void Writer::real(double value) {
  if (!std::isfinite(value)) return null();
  std::array<char, 40> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), end});
}

}  // namespace bedplate::json
