#pragma once
// RowWriter: one row of a root statement, with all below it, written into a buffer. For whoever makes rows a reply.
#include <span>
#include <string>

#include "render/program.hpp"
#include "rows/source.hpp"

namespace bedplate::render {

class RowWriter {
 public:
  /// More than `max_bytes` in the buffer from start() on is kLimitExceeded; 0: no limit.
  RowWriter(const Program& program, std::size_t max_bytes, std::string& out)
      : program_(program), max_bytes_(max_bytes), out_(out), begin_(out.size()) {}

  /// What is appended from here on counts.
  void start() { begin_ = out_.size(); }
  /// As a JSON object.
  Result<void> object(rows::Source& source, std::uint16_t statement, const Cell* cells);
  /// The names of a root row's members as a line of CSV, without its end.
  void csv_header();
  /// Their values: RFC 4180; a null is nothing, an empty text `""`, what is more than a scalar its JSON.
  Result<void> csv(rows::Source& source, const Cell* cells);
  Result<void> check_size() const {
    return max_bytes_ == 0 || out_.size() - begin_ <= max_bytes_ ? Result<void>{} : too_large();
  }

 private:
  Result<void> members(rows::Source& source, std::span<const Step> steps, std::size_t from, std::size_t to,
                       const Cell* cells);
  Result<void> csv_value(rows::Source& source, std::size_t at, const Cell* cells);
  void quote(std::size_t from);
  Result<void> list(rows::Source& source, std::uint16_t statement);
  Result<void> too_large() const;
  void key(const Step& step);
  void value(const Type& type, Cell cell);

  const Program& program_;
  const std::size_t max_bytes_;
  std::string& out_;
  std::size_t begin_;
  std::string cell_;  // of CSV, while it gets its quotes
};

}  // namespace bedplate::render
