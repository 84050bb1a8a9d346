#pragma once
// TextCursor: reads fixed forms (dates, durations) from the left. A value over a text that outlives it.
#include <cstdint>
#include <string>
#include <string_view>

namespace bedplate {

class TextCursor {
 public:
  explicit TextCursor(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  /// The next byte; 0 at the end.
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool at_digit() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }
  /// Exactly `count` digits.
  bool digits(int count, int& value) {
    value = 0;
    for (; count > 0; --count) {
      if (!at_digit()) return false;
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return true;
  }
  /// One digit or more, as long as they fit.
  bool number(std::int64_t& value) {
    if (!at_digit()) return false;
    value = 0;
    for (; at_digit(); rest_.remove_prefix(1))
      if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, rest_.front() - '0', &value))
        return false;
    return true;
  }
  /// `.` and one to six digits → millionths.
  bool fraction(std::int64_t& micros) {
    if (!take('.') || !at_digit()) return false;
    micros = 0;
    int count = 0;
    for (; at_digit(); rest_.remove_prefix(1), ++count) {
      if (count == 6) return false;
      micros = micros * 10 + (rest_.front() - '0');
    }
    for (; count < 6; ++count) micros *= 10;
    return true;
  }

 private:
  std::string_view rest_;
};

/// A client's text for a message: in quotes, printable, at most 60 bytes.
std::string quoted(std::string_view text);

}  // namespace bedplate
