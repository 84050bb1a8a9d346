#pragma once
// Inside rest alone: an import, the rows of a body of any length, written as far as they are right. A batch of rows is
// one transaction; where one of them is refused, the batch is parted until each that is refused stands alone. Lives
// for one request; memory is that of a batch.
#include <memory>
#include <vector>

#include "middleware/compression.hpp"
#include "rest/api.hpp"
#include "rest/body.hpp"
#include "rest/records.hpp"
#include "rest/write.hpp"

namespace bedplate::rest {

class Api::Import {
 public:
  Import(Api& api, Call& call, model::EntityId entity, RecordReader::Form form, const QuerySyntax& syntax,
         const WriteRequest& write);

  /// Takes the body to its end. A failure ends it: what was written stays, what follows is not looked at.
  Task<Result<void>> run();
  /// Nothing was written or reported yet: a failure is a reply like any.
  bool untouched() const { return inserted_ + updated_ + refused_ == 0; }
  /// The last line of the report.
  Result<void> conclude(const Result<void>& done);

 private:
  using Rows = std::vector<std::uint32_t>;  // of the batch, by number
  struct Work {
    Rows rows;
    int parted = 0;  // how often rows that were named have been taken out
  };
  struct Refused {
    std::uint64_t line;
    Error error;
  };

  /// The client is there and there is time.
  Result<void> may_go_on() const;
  Task<Result<void>> take(std::string_view bytes);
  Task<Result<void>> take_encoded(std::string_view bytes);
  Task<Result<void>> take_records();
  Result<void> take_header(std::string_view text);
  Task<Result<void>> write_batch();
  void parse_batch();
  void parse_row(std::string_view text, std::uint64_t line);
  std::vector<Work> by_members() const;
  Task<Result<engine::WriteOutcome>> attempt(const Rows& rows);
  Task<Result<engine::WriteOutcome>> attempt_patiently(const Rows& rows);
  static void part(Work work, const Error& error, std::vector<Work>& left);
  void report_refused();
  Task<Result<void>> flush();

  Api& api_;
  Call call_;
  const model::EntityId entity_;
  const RecordReader::Form form_;
  const QuerySyntax& syntax_;
  const WriteRequest& write_;
  const net::TimePoint until_;
  RecordReader records_;
  std::uint64_t taken_ = 0;    // bytes of the body, decoded
  std::uint64_t arrived_ = 0;  // as they came
  std::unique_ptr<middleware::Decoder> decoder_;
  bool decoded_ = false;  // to its end
  std::vector<char> room_;
  std::string header_;       // of CSV
  std::size_t columns_ = 0;  // of that
  // The batch:
  std::string text_;
  struct Line {
    std::uint64_t number;
    std::size_t begin, size;  // in text_
  };
  std::vector<Line> lines_;
  Arena batch_, attempt_;
  std::vector<json::Node> nodes_;
  std::vector<std::uint64_t> numbers_;  // of the nodes' lines
  std::vector<Refused> wrong_;
  // The report:
  std::int64_t inserted_ = 0, updated_ = 0, refused_ = 0;
  std::optional<middleware::EncodedParts> encoded_;
};

}  // namespace bedplate::rest
