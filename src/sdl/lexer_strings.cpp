// Strings: escapes of "…", and of """…""" the common indentation that the specification takes away
// (BlockStringValue, October 2021, 2.9.4).
#include <algorithm>
#include <limits>

#include "base/code_point.hpp"
#include "sdl/lexer.hpp"

namespace bedplate::sdl {

namespace {
constexpr std::string_view kUnterminated = "Unterminated string.";
bool is_surrogate(char32_t value) { return value >= 0xd800 && value <= 0xdfff; }
}  // namespace

Token Lexer::string() {
  const Position at = position();
  ++now_.offset;
  const std::size_t first = now_.offset;
  bool escaped = false;
  for (;;) {
    if (at_end() || peek() == '\n' || peek() == '\r') {
      return fail(at, static_cast<std::uint32_t>(now_.offset - at.offset), std::string(kUnterminated),
                  "Close it with \" on the same line, or write it as \"\"\"…\"\"\".");
    }
    if (peek() == '"') break;
    if (peek() == '\\') {
      if (!escaped) scratch_.assign(source_.substr(first, now_.offset - first));
      escaped = true;
      if (!escape(scratch_)) return {TokenKind::kFailed, at, 0, {}};
      continue;
    }
    const std::size_t from = now_.offset;
    if (!step_code_point()) return bad_character();
    if (escaped) scratch_ += source_.substr(from, now_.offset - from);
  }
  const std::string_view text = escaped ? arena_.copy(scratch_) : source_.substr(first, now_.offset - first);
  ++now_.offset;
  return finish(TokenKind::kString, at, text);
}

bool Lexer::escape(std::string& to) {
  if (peek(1) == 'u') return unicode_escape(to);
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const std::size_t which = kLetters.find(peek(1));
  if (now_.offset + 1 >= source_.size() || which == std::string_view::npos) {
    const Position at = position();
    const std::string shown = source_.size() > at.offset + 1 && peek(1) > ' ' ? std::string{'\\', peek(1)} : "\\";
    ++now_.offset;
    fail(at, 2, "Invalid character escape sequence: \"" + shown + "\".",
         R"(Escapes are \" \\ \/ \b \f \n \r \t \uXXXX \u{…}; a backslash itself is \\.)");
    return false;
  }
  to.push_back(kMeanings[which]);
  now_.offset += 2;
  return true;
}

bool Lexer::hex(std::size_t& at, std::size_t digits, char32_t& value) const {
  value = 0;
  for (std::size_t i = 0; i < digits; ++i, ++at) {
    const char c = at < source_.size() ? source_[at] : '\0';
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      value = value * 16 + static_cast<char32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return false;
    }
  }
  return true;
}

bool Lexer::unicode_escape(std::string& to) {
  const Position start = position();
  const auto refuse = [&](std::size_t end) {
    end = std::min(std::max(end, now_.offset + 2), source_.size());
    const std::string_view shown = source_.substr(now_.offset, std::min<std::size_t>(end - now_.offset, 12));
    std::string message = "Invalid Unicode escape sequence: \"" + std::string(shown) + "\".";
    fail(start, static_cast<std::uint32_t>(shown.size()), std::move(message),
         "Write four hexadecimal digits, a whole surrogate pair, or \\u{…} up to 10FFFF.");
    now_.offset += 2;
    return false;
  };
  std::size_t at = now_.offset + 2;
  char32_t value = 0;
  if (peek(2) == '{') {
    const std::size_t close = source_.substr(0, std::min(source_.size(), at + 10)).find('}', at);
    if (close == std::string_view::npos || close == at + 1) return refuse(at + 1);
    ++at;
    if (!hex(at, close - at, value) || value > 0x10ffff || is_surrogate(value)) return refuse(at);
    at = close + 1;
  } else {
    if (!hex(at, 4, value)) return refuse(at);
    if (is_surrogate(value)) {
      char32_t low = 0;
      const bool pair = value < 0xdc00 && source_.substr(at).starts_with("\\u") && hex(at += 2, 4, low) &&
                        low >= 0xdc00 && low <= 0xdfff;
      if (!pair) return refuse(now_.offset + 6);
      value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
    }
  }
  append_utf8(to, value);
  now_.offset = at;
  return true;
}

Token Lexer::block_string() {
  const Position at = position();
  now_.offset += 3;
  const std::size_t first = now_.offset;
  bool escaped = false;
  for (;;) {
    if (at_end()) {
      return fail(at, 3, std::string(kUnterminated), "Close it with \"\"\".");
    }
    const char c = peek();
    if (c == '"' && peek(1) == '"' && peek(2) == '"') break;
    if (c == '\\' && peek(1) == '"' && peek(2) == '"' && peek(3) == '"') {
      escaped = true;
      now_.offset += 4;
    } else if (c == '\n' || c == '\r') {
      new_line();
    } else if (!step_code_point()) {
      return bad_character();
    }
  }
  const std::string_view raw = source_.substr(first, now_.offset - first);
  now_.offset += 3;
  return finish(TokenKind::kBlockString, at, dedented(raw, escaped));
}

namespace {

/// Takes the first line off `rest`, without its end; false when there is none.
bool take_line(std::string_view& rest, std::string_view& line, bool& done) {
  if (done) return false;
  const std::size_t end = rest.find_first_of("\r\n");
  line = rest.substr(0, end);
  done = end == std::string_view::npos;
  if (!done) rest.remove_prefix(end + (rest.substr(end).starts_with("\r\n") ? 2 : 1));
  return true;
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

struct BlockShape {
  std::size_t indent = std::numeric_limits<std::size_t>::max();
  std::size_t first = std::numeric_limits<std::size_t>::max();  ///< the first line that is not blank
  std::size_t last = 0;                                         ///< the last one
};

BlockShape measure(std::string_view raw) {
  BlockShape shape;
  std::string_view line;
  bool done = false;
  for (std::size_t number = 0; take_line(raw, line, done); ++number) {
    const std::size_t indent = indentation(line);
    if (indent == line.size()) continue;
    shape.first = std::min(shape.first, number);
    shape.last = number;
    if (number > 0) shape.indent = std::min(shape.indent, indent);
  }
  return shape;
}

void append_unescaped(std::string& to, std::string_view line, bool escaped) {
  for (std::size_t at = escaped ? line.find("\\\"\"\"") : std::string_view::npos; at != std::string_view::npos;
       at = line.find("\\\"\"\"")) {
    to += line.substr(0, at);
    to += "\"\"\"";
    line.remove_prefix(at + 4);
  }
  to += line;
}

}  // namespace

std::string_view Lexer::dedented(std::string_view raw, bool escaped) {
  const BlockShape shape = measure(raw);
  if (shape.first > shape.last) return {};
  if (!escaped && raw.find_first_of("\r\n") == std::string_view::npos) return raw;
  scratch_.clear();
  std::string_view line;
  bool done = false;
  for (std::size_t number = 0; number <= shape.last && take_line(raw, line, done); ++number) {
    if (number < shape.first) continue;
    if (number > shape.first) scratch_ += '\n';
    if (number > 0) line.remove_prefix(std::min(shape.indent, line.size()));
    append_unescaped(scratch_, line, escaped);
  }
  return arena_.copy(scratch_);
}

}  // namespace bedplate::sdl
