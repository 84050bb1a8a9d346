#include "render/json.hpp"

#include "base/scalar.hpp"
#include "operation/cursor.hpp"

namespace bedplate::render {

namespace {

bool is_null(const Cell* cells, std::uint16_t column) { return column != Step::kAlways && cells[column].is_null(); }

}  // namespace

// Row by row, so that what is too much is never gathered.
Result<void> JsonVisitor::check_size() const {
  if (request_.max_bytes == 0 || out_.size() - begin_ <= request_.max_bytes) [[likely]]
    return {};
  return failure(Error(Reason::kLimitExceeded,
                       "the reply is larger than limits.reply, " + std::to_string(request_.max_bytes) + " bytes")
                     .with_hint("ask for fewer rows (limit) or fewer fields (select), in several requests"));
}

Result<void> JsonVisitor::visit(rows::Source& source) {
  out_.resize(begin_);  // a store may have dropped an earlier visit
  rows_ = 0;
  total_ = -1;
  more_ = false;
  first_place_.clear();
  page_place_.clear();
  begins_.clear();
  BP_TRY_VOID(source.open(0));
  const bool brackets = request_.body && request_.shape == Shape::kList;
  if (brackets) out_ += '[';
  while (true) {
    BP_TRY(const Cell* cells, source.next(0));
    if (cells == nullptr) break;
    if (request_.max_rows > 0 && rows_ == request_.max_rows) {
      more_ = true;
      break;
    }
    if (request_.version && rows_ == 0) version_ = cells[*request_.version].as_integer();
    ++rows_;
    note_place(cells);
    if (!request_.body || (request_.shape == Shape::kObject && rows_ > 1)) continue;
    if (rows_ > 1) out_ += ',';
    if (request_.backwards) begins_.push_back(out_.size());
    BP_TRY_VOID(row(source, 0, cells));
    BP_TRY_VOID(check_size());
  }
  if (begins_.size() > 1) turn_round();
  if (brackets) out_ += ']';
  if (!request_.count_statement) return {};
  BP_TRY_VOID(source.open(*request_.count_statement));
  BP_TRY(const Cell* counted, source.next(*request_.count_statement));
  BP_ASSERT(counted != nullptr);
  total_ = counted[0].as_integer();
  return {};
}

void JsonVisitor::note_place(const Cell* cells) {
  if (request_.places.empty() || (rows_ != 1 && rows_ != request_.page)) return;
  std::string place;
  for (const auto column : request_.places) operation::append_place(place, cells[column]);
  if (rows_ == 1) first_place_ = place;
  if (rows_ == request_.page) page_place_ = std::move(place);
}

/// The rows' texts, which have a comma between them, the last first.
void JsonVisitor::turn_round() {
  std::string turned;
  turned.reserve(out_.size() - begins_.front());
  std::size_t end = out_.size();
  for (auto begin = begins_.rbegin(); begin != begins_.rend(); ++begin) {
    if (!turned.empty()) turned += ',';
    turned.append(out_, *begin, end - *begin);
    end = *begin - 1;
  }
  out_.replace(begins_.front(), std::string::npos, turned);
}

void JsonVisitor::key(const Step& step) {
  if (program_.options.strip_nulls && out_.back() != '{') out_ += ',';
  out_ += step.key;
}

void JsonVisitor::value(const Type& type, Cell cell) {
  if (program_.options.numbers_as_strings)
    append_json_exact(out_, type, cell);
  else
    append_json(out_, type, cell);
}

Result<void> JsonVisitor::row(rows::Source& source, std::uint16_t statement, const Cell* cells) {
  const auto& steps = program_.rows[statement];
  const bool strip = program_.options.strip_nulls;
  out_ += '{';
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    if (step.kind == Step::Kind::kEnd) {
      out_ += '}';
      continue;
    }
    const bool null = is_null(cells, step.column) || is_null(cells, step.presence);
    if (!null || !strip) key(step);
    if (step.kind == Step::Kind::kValue) {
      if (!null || !strip) value(step.type, null ? Cell::null() : cells[step.column]);
      continue;
    }
    if (null) {
      if (!strip) out_ += "null";
      if (step.kind == Step::Kind::kBegin) i = step.skip - 1;
      continue;
    }
    if (step.kind == Step::Kind::kBegin) {
      out_ += '{';
      continue;
    }
    BP_TRY_VOID(list(source, step.statement));
  }
  out_ += '}';
  return {};
}

Result<void> JsonVisitor::list(rows::Source& source, std::uint16_t statement) {
  BP_TRY_VOID(source.open(statement));
  out_ += '[';
  const std::int64_t most = program_.max_rows[statement];
  for (std::int64_t count = 0;; ++count) {
    BP_TRY(const Cell* cells, source.next(statement));
    if (cells == nullptr) break;
    if (most > 0 && count == most)
      return failure(Error(Reason::kLimitExceeded, "an embedded list has more than " + std::to_string(most) + " rows")
                         .with_hint("give it a limit, or read it as a collection of its own"));
    if (count > 0) out_ += ',';
    BP_TRY_VOID(row(source, statement, cells));
    BP_TRY_VOID(check_size());
  }
  out_ += ']';
  return {};
}

}  // namespace bedplate::render
