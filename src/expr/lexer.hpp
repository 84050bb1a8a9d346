#pragma once
// Lexer of the rule language: tokens on demand over a text that outlives it. Strings are unescaped into the arena.
// Linear; counts its tokens against the limit.
#include <cstdint>
#include <string_view>

#include "base/arena.hpp"
#include "base/result.hpp"

namespace bedplate::expr {

struct Token {
  enum class Kind : std::uint8_t { kEnd, kName, kNumber, kString, kSymbol };
  Kind kind = Kind::kEnd;
  std::string_view text;  ///< the symbol, the name, the number as written, the string unescaped
  Position position;

  bool is(std::string_view symbol) const { return kind == Kind::kSymbol && text == symbol; }
  bool is_name(std::string_view name) const { return kind == Kind::kName && text == name; }
};

class Lexer {
 public:
  Lexer(std::string_view text, Arena& arena) : text_(text), arena_(arena) {}
  Result<Token> next();

 private:
  void skip_blank();
  void advance(std::size_t bytes);
  char at(std::size_t ahead = 0) const {
    return here_.offset + ahead < text_.size() ? text_[here_.offset + ahead] : '\0';
  }
  Result<Token> number();
  Result<Token> string(bool raw);
  Result<> escape(std::string& out);
  Result<> code_point(std::string& out, std::size_t digits, int base);
  Result<Token> symbol();
  Error error(std::string message) const;

  std::string_view text_;
  Arena& arena_;
  Position here_{1, 1, 0};
  std::size_t tokens_ = 0;
};

}  // namespace bedplate::expr
