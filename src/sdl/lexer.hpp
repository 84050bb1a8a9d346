#pragma once
// GraphQL text → tokens, on demand and in linear time. Names and digits are views into the source, unescaped strings
// live in the arena; both must outlive the tokens. Commas, comments, white space and byte order marks are skipped.
// One thread. After a failure it stands behind what it could not read.
#include <cstddef>
#include <string>
#include <string_view>

#include "base/arena.hpp"
#include "sdl/token.hpp"

namespace bedplate::sdl {

class Lexer {
 public:
  /// A place to come back to.
  struct Mark {
    std::size_t offset = 0;
    std::size_t line_start = 0;
    std::size_t continuation = 0;  ///< bytes on this line that don't begin a code point
    std::uint32_t line = 1;
  };

  Lexer(Arena& arena, std::string_view source) : arena_(arena), source_(source) {}

  /// The next token; kFailed when the text is not GraphQL (then `failure()` says why), kEnd for ever at the end.
  Token next();
  SyntaxFailure& failure() { return failure_; }

  /// The place where the last token began.
  Mark mark() const { return token_mark_; }
  void rewind(const Mark& mark) { now_ = mark; }
  /// Leaves the rest of the line unread.
  void skip_line();

 private:
  Position position() const {
    return {now_.line, static_cast<std::uint32_t>(now_.offset - now_.line_start - now_.continuation + 1),
            static_cast<std::uint32_t>(now_.offset)};
  }
  char peek(std::size_t ahead = 0) const {
    const std::size_t at = now_.offset + ahead;
    return at < source_.size() ? source_[at] : '\0';
  }
  bool at_end() const { return now_.offset >= source_.size(); }
  bool skip_ignored();
  bool skip_comment();
  void new_line();
  bool step_code_point();
  Token make(TokenKind kind, std::size_t length);
  Token punctuator_or_failure();
  Token name();
  Token number();
  Token string();
  Token block_string();
  bool escape(std::string& to);
  bool unicode_escape(std::string& to);
  bool hex(std::size_t& at, std::size_t digits, char32_t& value) const;
  std::string_view dedented(std::string_view raw, bool escaped);
  Token finish(TokenKind kind, Position at, std::string_view text) const;
  Token fail(Position at, std::uint32_t length, std::string message, std::string hint);
  Token bad_character();
  Token bad_number(std::string hint);

  Arena& arena_;
  std::string_view source_;
  Mark now_;
  Mark token_mark_;
  SyntaxFailure failure_;
  std::string scratch_;
};

}  // namespace bedplate::sdl
