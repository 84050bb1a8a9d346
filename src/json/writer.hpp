#pragma once
// Appends JSON to a string, commas included. For errors, administration and the console; rows have a writer of
// their own. One thread; borrows the string. The caller keeps the grammar (a key before each member's value).
// What comes out is always valid UTF-8: a byte that isn't becomes U+FFFD.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json_text.hpp"

namespace bedplate::json {

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name) {
    separate();
    append_json_string(out_, name);
    out_ += ':';
    comma_ = false;
  }
  void string(std::string_view value) {
    separate();
    append_json_string(out_, value);
  }
  void integer(std::int64_t value);
  /// Shortest form that reads back the same; null when not finite (JSON has no word for it).
  void real(double value);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  /// A value that is JSON already.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }
  /// key + string, the most frequent pair.
  void member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }

 private:
  void separate() {
    if (comma_) out_ += ',';
    comma_ = true;
  }
  void open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    comma_ = true;
  }

  std::string& out_;
  bool comma_ = false;
};

}  // namespace bedplate::json
