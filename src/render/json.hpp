#pragma once
// JsonVisitor: writes the rows of one execution as JSON, once, into the reply buffer. Lives for one request.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "render/row_writer.hpp"
#include "rows/source.hpp"

namespace bedplate::render {

class JsonVisitor final : public rows::Visitor {
 public:
  enum class Shape : std::uint8_t {
    kList,    ///< `[…]`
    kObject,  ///< the first row alone, without brackets; nothing where there is none
  };
  struct Request {
    Shape shape = Shape::kList;
    std::int64_t max_rows = 0;  ///< rows written at the most; one more is looked for. 0: no cap
    std::optional<std::uint16_t> count_statement;
    std::optional<std::uint16_t> version;  ///< the column of the root that has a row's version
    bool body = true;                      ///< false: rows are counted, not written
    std::size_t max_bytes = 0;             ///< of what is appended; more is kLimitExceeded. 0: no limit
    /// The columns of a row's place in the order (operation/cursor.hpp), told of the first row and of row `page`.
    std::span<const std::uint16_t> places;
    std::int64_t page = 0;
    bool backwards = false;  ///< rows come in the reverse of the order in which they are written
  };

  /// `out` is appended to.
  JsonVisitor(const Program& program, const Request& request, std::string& out)
      : request_(request), out_(out), writer_(program, request.max_bytes, out), begin_(out.size()) {}

  Result<void> visit(rows::Source& source) override;

  /// Rows of the root written (or found, without a body).
  std::int64_t rows() const { return rows_; }
  /// There was a row beyond max_rows.
  bool more() const { return more_; }
  /// Places of the first row and of row `page` as they came; empty where there is none.
  const std::string& first_place() const { return first_place_; }
  const std::string& page_place() const { return page_place_; }
  /// What the count statement said; -1 without one.
  std::int64_t total() const { return total_; }
  /// Of the first row; 0 where there is none, or it was not asked for.
  std::int64_t version() const { return version_; }

 private:
  void note_place(const Cell* cells);
  void turn_round();

  const Request request_;
  std::string& out_;
  RowWriter writer_;
  const std::size_t begin_;  // where its own part of `out_` begins
  std::int64_t rows_ = 0;
  std::int64_t total_ = -1;
  std::int64_t version_ = 0;
  bool more_ = false;
  std::string first_place_, page_place_;
  std::vector<std::size_t> begins_;  // of rows that come backwards
};

}  // namespace bedplate::render
