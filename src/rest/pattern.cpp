#include "rest/pattern.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <string>

namespace bedplate::rest {
namespace {

constexpr int kMostRepeats = 255;  // PostgreSQL's

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// Walks a pattern that RE2 has accepted and finds the first construct that the two read differently.
class Walk {
 public:
  explicit Walk(std::string_view pattern) : pattern_(pattern) {}

  /// Empty: none.
  std::string find() {
    if (pattern_.starts_with("(?i)")) at_ = 4;
    while (at_ < pattern_.size() && wrong_.empty()) step();
    return wrong_;
  }

 private:
  void refuse(std::size_t length) { wrong_ = std::string(pattern_.substr(at_, length)); }
  bool sees(std::string_view text) const { return pattern_.substr(at_).starts_with(text); }

  void step() {
    const char c = pattern_[at_];
    const bool quantifies = c == '*' || c == '+' || c == '?' || c == '{';
    if (c == '\\') return escape();
    if (c == '[') return bracket();
    if (quantifies) return quantifier();
    if (sees("(?") && !sees("(?:")) return refuse(3);
    at_ += sees("(?:") ? 3 : 1;
    repeatable_ = c != '^' && c != '$' && c != '(' && c != '|';
  }

  void escape() {
    const char c = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
    // `\b` is a backspace there and a word's edge here; `\A` is no atom to repeat.
    if (is_word(c) && std::string_view("dDwWsSntrfvA").find(c) == std::string_view::npos) return refuse(2);
    at_ += 2;
    repeatable_ = c != 'A';
  }

  void quantifier() {
    if (!repeatable_) return refuse(1);
    if (pattern_[at_] == '{') {
      const std::size_t end = std::min(pattern_.find('}', at_), pattern_.size());
      const auto inside = pattern_.substr(at_ + 1, end - at_ - 1);
      const auto comma = std::min(inside.find(','), inside.size());
      if (end == pattern_.size() || !is_count(inside.substr(0, comma)) ||
          (comma + 1 < inside.size() && !is_count(inside.substr(comma + 1))))
        return refuse(end - at_ + 1);
      at_ = end;
    }
    ++at_;
    if (sees("?")) ++at_;  // the least: whether it matches is the same
    repeatable_ = false;
  }

  static bool is_count(std::string_view digits) {
    return !digits.empty() && digits.size() <= 3 && std::ranges::all_of(digits, is_digit) &&
           std::stoi(std::string(digits)) <= kMostRepeats;
  }

  void bracket() {
    std::size_t at = at_ + 1;
    if (at < pattern_.size() && pattern_[at] == '^') ++at;
    for (bool first = true; at < pattern_.size() && (first || pattern_[at] != ']'); first = false) {
      const auto rest = pattern_.substr(at);
      if (rest.starts_with("[.") || rest.starts_with("[=")) return at_ = at, refuse(2);
      if (rest.starts_with("[:")) {
        at += std::min(rest.find(":]"), rest.size() - 2) + 2;
      } else if (rest.starts_with("\\")) {
        const char c = rest.size() > 1 ? rest[1] : '\0';
        // A class that is not there is no member of a class there.
        if (is_word(c) && std::string_view("dwsntrfv").find(c) == std::string_view::npos) return at_ = at, refuse(2);
        at += 2;
      } else {
        ++at;
      }
    }
    at_ = std::min(at + 1, pattern_.size());
    repeatable_ = true;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool repeatable_ = false;
  std::string wrong_;
};

}  // namespace

Result<void> check_pattern(std::string_view pattern) {
  const RE2 compiled(pattern, RE2::Quiet);
  if (!compiled.ok())
    return failure(Error(Reason::kInvalidValue, compiled.error())
                       .with_hint("patterns are RE2's: no look-around, no back-references"));
  const std::string wrong = Walk(pattern).find();
  if (wrong.empty()) return {};
  return failure(Error(Reason::kInvalidValue, "'" + wrong + "' is not served in patterns")
                     .with_hint("stores read it differently; use classes, groups, alternatives, repeats up to 255"));
}

}  // namespace bedplate::rest
