#include "store/postgres/result_source.hpp"

#include "store/postgres/codec.hpp"

namespace bedplate::store::postgres {
namespace {

constexpr std::uint32_t kRecordOid = 2249;

std::unexpected<Error> malformed() {
  return failure(Error(Reason::kInternal, "The statement failed.").caused_by("rows are not of the program's shape"));
}

}  // namespace

ResultSource::ResultSource(const sql::Program& program, const PGresult* root, const PGresult* count,
                           const ReceivedRows* received)
    : program_(program), levels_(program.statements.size()) {
  for (std::uint16_t i = 0; i < levels_.size(); ++i) {
    const auto& statement = program.statements[i];
    levels_[i].cells.resize(std::max<std::size_t>(statement.columns.size(), 1));
    levels_[i].scratch.resize(statement.columns.size());
    levels_[i].lists.resize(statement.children.size());
    for (std::uint16_t k = 0; k < statement.children.size(); ++k) {
      levels_[statement.children[k]].parent = i;
      levels_[statement.children[k]].ordinal = k;
    }
  }
  levels_[0].result = root;
  levels_[0].received = received;
  if (program.count) levels_[*program.count].result = count;
}

Result<void> ResultSource::open(std::uint16_t number) {
  BP_ASSERT(number < levels_.size());
  Level& level = levels_[number];
  level.row = 0;
  level.left = 0;
  if (level.parent == kNoParent) {
    BP_ASSERT(level.result);
    return {};
  }
  const std::string_view array = levels_[level.parent].lists[level.ordinal];
  if (array.empty()) return {};
  level.elements = Reader(array);
  std::int32_t dimensions = 0, flags = 0, lower = 0;
  std::uint32_t element = 0;
  if (!level.elements.read(dimensions) || !level.elements.read(flags) || !level.elements.read(element) ||
      element != kRecordOid || dimensions > 1)
    return malformed();
  if (dimensions == 1 && (!level.elements.read(level.left) || !level.elements.read(lower))) return malformed();
  return {};
}

Result<const Cell*> ResultSource::next(std::uint16_t number) {
  Level& level = levels_[number];
  const sql::Statement& statement = program_.statements[number];
  if (level.parent == kNoParent) {
    BP_TRY(const bool row, next_of_result(statement, level));
    return row ? level.cells.data() : nullptr;
  }
  BP_TRY(const bool row, next_of_array(statement, level));
  return row ? level.cells.data() : nullptr;
}

Result<bool> ResultSource::next_received(const sql::Statement& statement, Level& level) {
  if (static_cast<std::size_t>(level.row) == level.received->size()) return false;
  Reader row((*level.received)[static_cast<std::size_t>(level.row++)]);
  const std::size_t fields = statement.columns.size() + statement.children.size();
  if (static_cast<std::size_t>(PQnfields(level.result)) != fields) return malformed();
  for (std::size_t i = 0; i < fields; ++i) {
    std::string_view bytes;
    bool null = false;
    if (!row.read_value(bytes, null)) return malformed();
    BP_TRY_VOID(set_field(statement, level, i, PQftype(level.result, static_cast<int>(i)), null, bytes));
  }
  return true;
}

Result<bool> ResultSource::next_of_result(const sql::Statement& statement, Level& level) {
  if (level.received) return next_received(statement, level);
  if (level.row >= PQntuples(level.result)) return false;
  const int row = level.row++;
  const std::size_t fields = statement.columns.size() + statement.children.size();
  if (static_cast<std::size_t>(PQnfields(level.result)) != fields) return malformed();
  for (std::size_t i = 0; i < fields; ++i) {
    const int at = static_cast<int>(i);
    const bool null = PQgetisnull(level.result, row, at);
    const std::string_view bytes(PQgetvalue(level.result, row, at),
                                 static_cast<std::size_t>(PQgetlength(level.result, row, at)));
    BP_TRY_VOID(set_field(statement, level, i, PQftype(level.result, at), null, bytes));
  }
  return true;
}

Result<bool> ResultSource::next_of_array(const sql::Statement& statement, Level& level) {
  if (level.left <= 0) return false;
  --level.left;
  std::string_view bytes;
  bool null = false;
  if (!level.elements.read_value(bytes, null) || null) return malformed();
  Reader record(bytes);
  std::int32_t fields = 0;
  if (!record.read(fields) || static_cast<std::size_t>(fields) != statement.columns.size() + statement.children.size())
    return malformed();
  for (std::size_t i = 0; i < static_cast<std::size_t>(fields); ++i) {
    std::uint32_t oid = 0;
    std::string_view value;
    if (!record.read(oid) || !record.read_value(value, null)) return malformed();
    BP_TRY_VOID(set_field(statement, level, i, oid, null, value));
  }
  return true;
}

Result<void> ResultSource::set_field(const sql::Statement& statement, Level& level, std::size_t at, std::uint32_t oid,
                                     bool null, std::string_view bytes) {
  if (at >= statement.columns.size()) {
    level.lists[at - statement.columns.size()] = null ? std::string_view{} : bytes;
  } else if (null) {
    level.cells[at] = Cell::null();
  } else {
    BP_TRY(level.cells[at], decode(oid, bytes, statement.columns[at], level.scratch[at]));
  }
  return {};
}

}  // namespace bedplate::store::postgres
