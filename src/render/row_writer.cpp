#include "render/row_writer.hpp"

#include "base/scalar.hpp"

namespace bedplate::render {

namespace {

bool is_null(const Cell* cells, std::uint16_t column) { return column != Step::kAlways && cells[column].is_null(); }

}  // namespace

// Row by row, so that what is too much is never gathered.
Result<void> RowWriter::too_large() const {
  return failure(
      Error(Reason::kLimitExceeded, "the reply is larger than limits.reply, " + std::to_string(max_bytes_) + " bytes")
          .with_hint("ask for fewer rows (limit) or fewer fields (select), in several requests"));
}

void RowWriter::key(const Step& step) {
  if (program_.options.strip_nulls && out_.back() != '{') out_ += ',';
  out_ += step.key;
}

void RowWriter::value(const Type& type, Cell cell) {
  if (program_.options.numbers_as_strings)
    append_json_exact(out_, type, cell);
  else
    append_json(out_, type, cell);
}

Result<void> RowWriter::object(rows::Source& source, std::uint16_t statement, const Cell* cells) {
  const auto& steps = program_.rows[statement];
  out_ += '{';
  BP_TRY_VOID(members(source, steps, 0, steps.size(), cells));
  out_ += '}';
  return {};
}

Result<void> RowWriter::members(rows::Source& source, std::span<const Step> steps, std::size_t from, std::size_t to,
                                const Cell* cells) {
  const bool strip = program_.options.strip_nulls;
  for (std::size_t i = from; i < to; ++i) {
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
  return {};
}

Result<void> RowWriter::list(rows::Source& source, std::uint16_t statement) {
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
    BP_TRY_VOID(object(source, statement, cells));
    BP_TRY_VOID(check_size());
  }
  out_ += ']';
  return {};
}

void RowWriter::csv_header() {
  for (std::size_t i = 0; i < program_.columns.size(); ++i) {
    if (i > 0) out_ += ',';
    const std::size_t from = out_.size();
    out_ += program_.columns[i];
    quote(from);
  }
}

Result<void> RowWriter::csv(rows::Source& source, const Cell* cells) {
  const auto& steps = program_.rows[0];
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i > 0) out_ += ',';
    const std::size_t from = out_.size();
    if (!is_null(cells, steps[i].column) && !is_null(cells, steps[i].presence)) {
      BP_TRY_VOID(csv_value(source, i, cells));
      quote(from);
    }
    if (steps[i].kind == Step::Kind::kBegin) i = steps[i].skip - 1;
  }
  return {};
}

Result<void> RowWriter::csv_value(rows::Source& source, std::size_t at, const Cell* cells) {
  const auto& steps = program_.rows[0];
  const Step& step = steps[at];
  switch (step.kind) {
    case Step::Kind::kValue:
      append_text(out_, step.type, cells[step.column]);
      break;
    case Step::Kind::kBegin:
      out_ += '{';
      return members(source, steps, at + 1, step.skip, cells);
    case Step::Kind::kList:
      return list(source, step.statement);
    case Step::Kind::kEnd:
      break;
  }
  return {};
}

/// A text that would read otherwise without quotes gets them: an empty one would be a null.
void RowWriter::quote(std::size_t from) {
  const auto text = std::string_view(out_).substr(from);
  if (!text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos && text.front() != ' ' &&
      text.back() != ' ' && text != "NULL")
    return;
  cell_.assign(text);
  out_.resize(from);
  out_ += '"';
  for (const char c : cell_) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

}  // namespace bedplate::render
