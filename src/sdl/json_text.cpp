#include "sdl/json_text.hpp"

#include "sdl/utf8.hpp"

namespace bedplate::sdl {

void append_json_string(std::string& to, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  to += '"';
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (point.length == 0) {
      append_utf8(to, 0xfffd);
      ++i;
      continue;
    }
    if (point.value < 0x20 || point.value == 0x7f) {
      to += "\\u00";
      to += kHex[point.value >> 4];
      to += kHex[point.value & 15];
    } else {
      if (point.value == '"' || point.value == '\\') to += '\\';
      to += text.substr(i, point.length);
    }
    i += point.length;
  }
  to += '"';
}

void append_json_key(std::string& to, std::string_view key) {
  if (!to.empty() && to.back() != '{') to += ',';
  append_json_string(to, key);
  to += ':';
}

void append_json_member(std::string& to, std::string_view key, std::string_view text) {
  append_json_key(to, key);
  append_json_string(to, text);
}

void append_json_member(std::string& to, std::string_view key, std::uint64_t number) {
  append_json_key(to, key);
  to += std::to_string(number);
}

}  // namespace bedplate::sdl
