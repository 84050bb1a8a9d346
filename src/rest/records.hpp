#pragma once
// RecordReader: the lines of a body that comes in parts, NDJSON's or CSV's, whose quotes may hold ends of lines. What
// a line means is for others. Inside rest alone.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bedplate::rest {

struct Record {
  std::uint64_t line = 0;  ///< of its beginning, from 1
  std::string_view text;   ///< without its end; good until add()
};

class RecordReader {
 public:
  enum class Form : std::uint8_t { kNdjson, kCsv };
  explicit RecordReader(Form form) : form_(form) {}

  void add(std::string_view bytes);
  /// Nothing follows what was added: a last line needs no end.
  void end() { ended_ = true; }
  /// The next line that is not blank; none until more is added.
  std::optional<Record> next();
  /// Bytes of a line whose end has not come yet.
  std::size_t pending() const { return buffer_.size() - begin_; }
  /// The line that comes next.
  std::uint64_t line() const { return line_; }

 private:
  enum class State : std::uint8_t { kFieldStart, kPlain, kQuoted, kQuoteSeen };

  bool find_end();

  const Form form_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of the next line
  std::size_t at_ = 0;     // all before it was looked at
  std::uint64_t line_ = 1;
  State state_ = State::kFieldStart;
  bool ended_ = false;
};

}  // namespace bedplate::rest
