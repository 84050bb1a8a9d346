#pragma once
// Log: structured lines to one sink. Made by app and handed to whoever logs; there is no global one. Any thread.
// Each write waits for the sink: what is logged a request is gathered first (app/node/request_log.hpp). Never log a
// secret or a reply's body.
#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "telemetry/line.hpp"

namespace bedplate::telemetry {

struct Field {
  std::string_view key;
  std::string value;
  bool number = false;

  Field(std::string_view k, std::string_view v) : key(k), value(v) {}
  Field(std::string_view k, std::int64_t v) : key(k), value(std::to_string(v)), number(true) {}
};

class Log {
 public:
  /// Writes to `file` (stderr as a rule), which outlives the log.
  Log(const Clock& clock, Level level, Format format, std::FILE* file);
  ~Log();

  bool enabled(Level level) const { return level >= level_; }
  Format format() const { return format_; }
  void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});
  void debug(std::string_view event, std::initializer_list<Field> fields = {}) { write(Level::kDebug, event, fields); }
  void info(std::string_view event, std::initializer_list<Field> fields = {}) { write(Level::kInfo, event, fields); }
  void warning(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::kWarning, event, fields);
  }
  void error(std::string_view event, std::initializer_list<Field> fields = {}) { write(Level::kError, event, fields); }
  /// Lines that Line wrote, with line breaks between them.
  void write_lines(std::string_view lines);

 private:
  struct Sink;
  const Clock& clock_;
  Level level_;
  Format format_;
  std::unique_ptr<Sink> sink_;
};

}  // namespace bedplate::telemetry
