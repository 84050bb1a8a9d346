#pragma once
// Line: one line of the log being written at the end of a string, as text or JSON. Keys and events are literals of
// ours; values are escaped, so that no input can begin a line or colour a terminal (threat 78). Allocates nothing of
// its own for what needs no escaping.
#include <cstdint>
#include <string>
#include <string_view>

namespace bedplate::telemetry {

enum class Level : std::uint8_t { kDebug, kInfo, kWarning, kError, kOff };
enum class Format : std::uint8_t { kText, kJson };

/// `2023-11-14T22:13:20.123Z`. Keeps the second it wrote last: lines come many a second. Not thread-safe.
class TimeText {
 public:
  /// µs since 1970. Valid until the next call.
  std::string_view of(std::int64_t microseconds);

 private:
  std::int64_t second_ = -1;
  char text_[25] = {};
};

class Line {
 public:
  Line(std::string& out, Format format, std::string_view time, Level level, std::string_view event);

  Line& field(std::string_view key, std::string_view value);
  Line& field(std::string_view key, std::int64_t value);
  /// Digits and a point of ours, written as they are.
  Line& number(std::string_view key, std::string_view digits);
  /// Without a line break.
  void end();

 private:
  void key(std::string_view key);
  std::string& out_;
  const Format format_;
};

}  // namespace bedplate::telemetry
