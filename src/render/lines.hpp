#pragma once
// LineWriter: the rows of a stream, one a line, as NDJSON or as CSV below a line of names. Lives for one request.
#include <cstdint>
#include <string>

#include "render/row_writer.hpp"
#include "rows/slices.hpp"

namespace bedplate::render {

enum class LineForm : std::uint8_t { kNdjson, kCsv };

class LineWriter final : public rows::SliceVisitor {
 public:
  struct Request {
    LineForm form = LineForm::kNdjson;
    std::size_t slice = 128 * 1024;  ///< bytes after which a slice ends
    std::size_t max_bytes = 0;       ///< of one slice, so of one row; more is kLimitExceeded. 0: no limit
  };
  /// `out` is appended to; it may be taken away between two slices.
  LineWriter(const Program& program, const Request& request, std::string& out)
      : request_(request), out_(out), writer_(program, request.max_bytes, out), begin_(out.size()) {}

  /// What is written from here on is the next slice.
  void begin_slice() {
    begin_ = out_.size();
    writer_.start();
  }
  Result<bool> slice(rows::Source& source) override;
  /// Rows written so far.
  std::int64_t rows() const { return rows_; }

 private:
  const Request request_;
  std::string& out_;
  RowWriter writer_;
  std::size_t begin_ = 0;  // of the slice
  std::int64_t rows_ = 0;
  bool begun_ = false;
};

}  // namespace bedplate::render
