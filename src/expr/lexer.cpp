#include "expr/lexer.hpp"

#include <string>

#include "base/code_point.hpp"
#include "expr/parse.hpp"

namespace bedplate::expr {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

int digit_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

/// What people who come from other languages write, and what it is here.
struct Mistake {
  std::string_view written;
  std::string_view hint;
};
constexpr Mistake kMistakes[] = {
    {"===", "write '=='"},
    {"!==", "write '!='"},
    {"<>", "write '!='"},
    {"=", "'==' compares; nothing is assigned here"},
    {"&", "write '&&'"},
    {"|", "write '||'"},
    {"^", "write '!=' between conditions"},
    {"~", "write 'contains', 'startsWith' or 'endsWith'"},
    {"{", "maps are not part of rules"},
    {"}", "maps are not part of rules"},
    {";", "a rule is one expression; join conditions with '&&'"},
    {"#", "comments begin with '//'"},
    {"$", "names have no '$': principals are 'auth', variables come from macros"},
    {"@", "names have no '@'"},
    {"`", "text is in single or double quotes"},
};
constexpr std::string_view kSymbols[] = {"==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-",
                                         "*",  "/",  "%",  "?",  ":",  "(",  ")", "[", "]", ".", ","};

}  // namespace

Error Lexer::error(std::string message) const {
  return Error(Reason::kInvalidExpression, std::move(message)).at(here_);
}

void Lexer::advance(std::size_t bytes) {
  for (; bytes > 0; --bytes) {
    const auto c = static_cast<unsigned char>(text_[here_.offset++]);
    if (c == '\n') {
      ++here_.line;
      here_.column = 1;
    } else if ((c & 0xc0) != 0x80) {
      ++here_.column;
    }
  }
  // The column of what follows: the lead byte of a code point counts, its other bytes do not.
}

void Lexer::skip_blank() {
  while (true) {
    if (is_blank(at())) {
      advance(1);
    } else if (at() == '/' && at(1) == '/') {
      while (here_.offset < text_.size() && at() != '\n') advance(1);
    } else {
      return;
    }
  }
}

Result<Token> Lexer::next() {
  skip_blank();
  if (++tokens_ > kMaxExpressionTokens)
    return failure(Error(Reason::kLimitExceeded, "the expression has too many words").at(here_));
  if (here_.offset >= text_.size()) return Token{.kind = Token::Kind::kEnd, .text = {}, .position = here_};
  const char c = at();
  if (is_digit(c)) return number();
  if (c == '\'' || c == '"') return string(false);
  if ((c == 'r' || c == 'R') && (at(1) == '\'' || at(1) == '"')) return string(true);
  if ((c == 'b' || c == 'B') && (at(1) == '\'' || at(1) == '"'))
    return failure(error("bytes literals are not part of rules").with_hint("leave the '" + std::string(1, c) + "'"));
  if (!is_name_start(c)) return symbol();
  Token token{.kind = Token::Kind::kName, .text = {}, .position = here_};
  std::size_t size = 1;
  while (is_name_part(at(size))) ++size;
  token.text = arena_.copy(text_.substr(here_.offset, size));
  advance(size);
  return token;
}

Result<Token> Lexer::number() {
  Token token{.kind = Token::Kind::kNumber, .text = {}, .position = here_};
  std::size_t size = 1;
  while (is_digit(at(size))) ++size;
  if (at(size) == '.' && is_digit(at(size + 1))) {
    ++size;
    while (is_digit(at(size))) ++size;
  }
  if (is_name_start(at(size))) {
    const auto written = std::string(text_.substr(here_.offset, size + 1));
    return failure(error("'" + written + "…' is not a number")
                       .with_hint("numbers are digits, with a point where needed: 12, 0.5; no exponent, no suffix"));
  }
  token.text = arena_.copy(text_.substr(here_.offset, size));
  advance(size);
  return token;
}

Result<Token> Lexer::string(bool raw) {
  Token token{.kind = Token::Kind::kString, .text = {}, .position = here_};
  if (raw) advance(1);
  const char quote = at();
  advance(1);
  std::string value;
  while (at() != quote) {
    if (here_.offset >= text_.size() || at() == '\n' || at() == '\r') {
      return failure(Error(Reason::kInvalidExpression, "the text is not closed")
                         .with_hint(std::string("end it with ") + quote + " on the same line")
                         .at(token.position));
    }
    if (at() == '\\' && !raw) {
      BP_TRY_VOID(escape(value));
    } else {
      value += at();
      advance(1);
    }
  }
  advance(1);
  token.text = arena_.copy(value);
  return token;
}

Result<> Lexer::escape(std::string& out) {
  constexpr std::string_view kFrom = "abfnrtv\\?'\"`";
  constexpr std::string_view kTo = "\a\b\f\n\r\t\v\\?'\"`";
  const char c = at(1);
  if (const auto found = c == '\0' ? kFrom.npos : kFrom.find(c); found != kFrom.npos) {
    out += kTo[found];
    advance(2);
    return {};
  }
  if (c == 'x' || c == 'X') return code_point(out, 2, 16);
  if (c == 'u') return code_point(out, 4, 16);
  if (c == 'U') return code_point(out, 8, 16);
  if (c >= '0' && c <= '3') return code_point(out, 3, 8);
  return failure(error("unknown escape in the text").with_hint("write a backslash as '\\\\', or a raw text: r'…'"));
}

Result<> Lexer::code_point(std::string& out, std::size_t digits, int base) {
  const std::size_t first = base == 8 ? 1 : 2;
  std::uint32_t point = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const int digit = digit_value(at(first + i));
    if (digit >= base) return failure(error("the escape needs " + std::to_string(digits) + " digits"));
    point = point * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit);
  }
  if (point == 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
    return failure(error("the escape is no character").with_hint("NUL, surrogates and what is above 10FFFF are not"));
  append_utf8(out, point);
  advance(first + digits);
  return {};
}

Result<Token> Lexer::symbol() {
  const auto rest = text_.substr(here_.offset);
  for (const Mistake& mistake : kMistakes) {
    if (!rest.starts_with(mistake.written) || rest.starts_with("==") != mistake.written.starts_with("==") ||
        rest.starts_with("&&") || rest.starts_with("||"))
      continue;
    return failure(
        error("'" + std::string(mistake.written) + "' is not an operator here").with_hint(std::string(mistake.hint)));
  }
  if (rest.starts_with(".") && is_digit(at(1)))
    return failure(error("a number begins with a digit").with_hint("write 0.5, not .5"));
  for (const auto text : kSymbols) {
    if (!rest.starts_with(text)) continue;
    const Token token{.kind = Token::Kind::kSymbol, .text = text, .position = here_};
    advance(text.size());
    return token;
  }
  std::size_t size = 1;
  while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xc0) == 0x80) ++size;
  const auto byte = static_cast<unsigned char>(rest[0]);
  const std::string shown =
      byte < 0x20 || byte == 0x7f ? "a control character" : "'" + std::string(rest.substr(0, size)) + "'";
  return failure(error(shown + " means nothing here").with_hint("text is in quotes: 'ä'"));
}

}  // namespace bedplate::expr
