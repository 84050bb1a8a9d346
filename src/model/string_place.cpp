#include "model/string_place.hpp"

namespace bedplate::model {

namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

/// Moves `at` over one byte of the source.
void step(std::string_view source, Position& at) {
  const char c = source[at.offset++];
  if (c == '\n' || (c == '\r' && (at.offset >= source.size() || source[at.offset] != '\n'))) {
    ++at.line;
    at.column = 1;
  } else if (c != '\r' && (at.offset >= source.size() || !continues(source[at.offset]))) {
    ++at.column;
  }
}

std::size_t utf8_size(std::uint32_t code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }

/// Bytes of content that the escape at `at` (a backslash) makes, and `at` moved behind it.
std::size_t skip_escape(std::string_view source, Position& at) {
  step(source, at);
  if (source[at.offset] != 'u') {
    step(source, at);
    return 1;
  }
  step(source, at);
  std::uint32_t code = 0;
  const bool braced = source[at.offset] == '{';
  for (int i = 0; braced ? source[at.offset] != '}' : i < 4; ++i) {
    const char c = source[at.offset];
    if (c != '{') code = code * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    step(source, at);
  }
  if (braced) step(source, at);
  return code >= 0xd800 && code < 0xe000 ? 2 : utf8_size(code);  // each half of a pair: two of its four bytes
}

/// In a block string the content is matched with the source, whose only surplus is indentation, blank lines at both
/// ends and `\"""`.
Position block_position(std::string_view source, const sdl::Value& literal, std::uint32_t offset) {
  Position at = literal.at;
  for (int i = 0; i < 3; ++i) step(source, at);
  const std::uint32_t end = literal.at.offset + literal.length - std::min(literal.length, 3u);
  for (std::uint32_t seen = 0; at.offset < end && seen < literal.text.size(); step(source, at)) {
    const char wanted = literal.text[seen];
    const bool line_end = source[at.offset] == '\n' || source[at.offset] == '\r';
    const bool skipped =
        at.column == 1 && seen > 0 && literal.text[seen - 1] == '\n' && source[at.offset] == ' ' && wanted != ' ';
    if (skipped || (line_end ? wanted != '\n' : source[at.offset] != wanted)) continue;
    if (seen == offset) return at;
    ++seen;
  }
  return at;
}

}  // namespace

Place place_in_string(std::string_view source, const sdl::Value& literal, std::uint32_t offset, std::uint32_t length) {
  if (literal.at.offset + literal.length > source.size() || literal.length < 2) return place_of(literal);
  if (literal.block) return {block_position(source, literal, offset), std::max(length, 1u)};
  Position at = literal.at;
  step(source, at);
  const std::uint32_t end = literal.at.offset + literal.length - 1;
  std::size_t seen = 0;
  while (at.offset < end && seen < offset) {
    if (source[at.offset] == '\\') {
      seen += skip_escape(source, at);
    } else {
      step(source, at);
      ++seen;
    }
  }
  return {at, std::max(length, 1u)};
}

}  // namespace bedplate::model
