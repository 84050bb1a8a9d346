#pragma once
// Cursor: walks the text of one parameter. Errors carry the parameter's name, the column and what was expected.
#include <string_view>

#include "base/arena.hpp"
#include "base/result.hpp"

namespace bedplate::rest {

class Cursor {
 public:
  Cursor(std::string_view parameter, std::string_view text, Arena& arena)
      : parameter_(parameter), text_(text), arena_(arena) {}

  bool at_end() const { return at_ == text_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::size_t offset() const { return at_; }
  std::string_view parameter() const { return parameter_; }
  std::string_view rest() const { return text_.substr(at_); }
  void skip(std::size_t count) { at_ += count; }
  bool take(char c);
  bool take(std::string_view word);
  Result<void> expect(char c);
  Arena& arena() { return arena_; }

  /// A field's, relation's or alias's name: letters, digits, `_`, `$`, blanks inside, `-` not before `>`, bytes above
  /// ASCII; or anything in double quotes with backslash escapes.
  Result<std::string_view> name(std::string_view what);
  /// A value inside a list or logic tree: quoted, or up to one of `stops` outside of (), {}, [].
  Result<std::string_view> value(std::string_view stops);

  Error wrong(std::string message) const;

 private:
  Result<std::string_view> quoted();

  std::string_view parameter_;
  std::string_view text_;
  Arena& arena_;
  std::size_t at_ = 0;
};

}  // namespace bedplate::rest
