#include "sdl/lexer.hpp"

#include <algorithm>
#include <utility>

#include "base/code_point.hpp"

namespace bedplate::sdl {

namespace {
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
}  // namespace

Token Lexer::next() {
  const bool readable = skip_ignored();
  token_mark_ = now_;
  if (!readable) return {TokenKind::kFailed, position(), 0, {}};
  if (at_end()) return {TokenKind::kEnd, position(), 0, {}};
  const char c = peek();
  if (is_name_start(c)) return name();
  if (is_digit(c) || c == '-') return number();
  if (c != '"') return punctuator_or_failure();
  return peek(1) == '"' && peek(2) == '"' ? block_string() : string();
}

void Lexer::skip_line() {
  while (!at_end() && peek() != '\n' && peek() != '\r') {
    if ((static_cast<unsigned char>(peek()) & 0xc0) == 0x80) ++now_.continuation;
    ++now_.offset;
  }
}

bool Lexer::skip_ignored() {
  while (!at_end()) {
    switch (peek()) {
      case ' ':
      case '\t':
      case ',':
        ++now_.offset;
        break;
      case '\n':
      case '\r':
        new_line();
        break;
      case '#':
        if (!skip_comment()) return false;
        break;
      default:
        if (!source_.substr(now_.offset).starts_with(kByteOrderMark)) return true;
        // A mark at the very beginning is no column of the first line.
        now_.continuation += now_.offset == 0 ? 3 : 2;
        now_.offset += 3;
    }
  }
  return true;
}

bool Lexer::skip_comment() {
  while (!at_end() && peek() != '\n' && peek() != '\r') {
    if (!step_code_point()) {
      bad_character();
      return false;
    }
  }
  return true;
}

void Lexer::new_line() {
  now_.offset += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
  ++now_.line;
  now_.line_start = now_.offset;
  now_.continuation = 0;
}

bool Lexer::step_code_point() {
  const CodePoint point = decode_utf8(source_, now_.offset);
  if (point.length == 0) return false;
  now_.offset += point.length;
  now_.continuation += point.length - 1;
  return true;
}

Token Lexer::make(TokenKind kind, std::size_t length) {
  const Token token{kind, position(), static_cast<std::uint32_t>(length), source_.substr(now_.offset, length)};
  now_.offset += length;
  return token;
}

Token Lexer::punctuator_or_failure() {
  switch (peek()) {
    case '!':
      return make(TokenKind::kBang, 1);
    case '$':
      return make(TokenKind::kDollar, 1);
    case '&':
      return make(TokenKind::kAmp, 1);
    case '(':
      return make(TokenKind::kParenL, 1);
    case ')':
      return make(TokenKind::kParenR, 1);
    case ':':
      return make(TokenKind::kColon, 1);
    case '=':
      return make(TokenKind::kEquals, 1);
    case '@':
      return make(TokenKind::kAt, 1);
    case '[':
      return make(TokenKind::kBracketL, 1);
    case ']':
      return make(TokenKind::kBracketR, 1);
    case '{':
      return make(TokenKind::kBraceL, 1);
    case '|':
      return make(TokenKind::kPipe, 1);
    case '}':
      return make(TokenKind::kBraceR, 1);
    case '.':
      if (peek(1) == '.' && peek(2) == '.') return make(TokenKind::kSpread, 3);
      [[fallthrough]];
    default:
      return bad_character();
  }
}

Token Lexer::name() {
  std::size_t length = 1;
  while (is_name_part(peek(length))) ++length;
  return make(TokenKind::kName, length);
}

Token Lexer::number() {
  std::size_t end = peek() == '-' ? 1 : 0;
  const auto digits = [&] {
    const std::size_t first = end;
    while (is_digit(peek(end))) ++end;
    return end > first;
  };
  const bool zero = peek(end) == '0';
  if (zero) {
    ++end;
    if (is_digit(peek(end))) return bad_number("A number other than 0 doesn't begin with 0.");
  } else if (!digits()) {
    return bad_number("Digits follow the minus sign.");
  }
  TokenKind kind = TokenKind::kInt;
  if (peek(end) == '.') {
    kind = TokenKind::kFloat;
    ++end;
    if (!digits()) return bad_number("Digits follow the decimal point.");
  }
  if (peek(end) == 'e' || peek(end) == 'E') {
    kind = TokenKind::kFloat;
    ++end;
    if (peek(end) == '+' || peek(end) == '-') ++end;
    if (!digits()) return bad_number("Digits follow the exponent's letter.");
  }
  if (peek(end) == '.' || is_name_start(peek(end))) return bad_number("Separate the number from what follows.");
  return make(kind, end);
}

Token Lexer::finish(TokenKind kind, Position at, std::string_view text) const {
  return {kind, at, static_cast<std::uint32_t>(now_.offset - at.offset), text};
}

Token Lexer::fail(Position at, std::uint32_t length, std::string message, std::string hint) {
  failure_ = {Reason::kInvalidQuery, at, length, std::move(message), std::move(hint)};
  return {TokenKind::kFailed, at, length, {}};
}

Token Lexer::bad_number(std::string hint) {
  const Position at = position();
  std::size_t length = 1;
  while (is_name_part(peek(length)) || peek(length) == '.') ++length;
  const std::string text(source_.substr(now_.offset, std::min<std::size_t>(length, 60)));
  now_.offset += length;
  return fail(at, static_cast<std::uint32_t>(length), "Invalid number \"" + text + "\".", std::move(hint));
}

Token Lexer::bad_character() {
  const Position at = position();
  const CodePoint point = decode_utf8(source_, now_.offset);
  if (point.length == 0) {
    ++now_.offset;
    return fail(at, 1, "The text is not UTF-8.", "Save the file, or send the request, encoded as UTF-8.");
  }
  now_.offset += point.length;
  now_.continuation += point.length - 1;
  if (point.value == '\'') {
    return fail(at, 1, "Unexpected single quote character ('), did you mean to use a double quote (\")?",
                "Strings stand in double quotes.");
  }
  if (point.value < 0x20 || point.value == 0x7f) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const std::string code{'0', '0', kHex[point.value >> 4], kHex[point.value & 15]};
    return fail(at, 1, "Invalid character: U+" + code + ".", "Remove the control character.");
  }
  return fail(at, point.length,
              "Unexpected character: \"" + std::string(source_.substr(at.offset, point.length)) + "\".",
              source_.substr(at.offset).starts_with("//") || source_.substr(at.offset).starts_with("/*")
                  ? "Comments begin with #."
                  : "Outside of strings and comments only ASCII names, numbers and punctuation may stand.");
}

}  // namespace bedplate::sdl
