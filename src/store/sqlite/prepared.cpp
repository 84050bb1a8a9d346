#include "store/sqlite/prepared.hpp"

#include "store/sqlite/columns.hpp"
#include "store/sqlite/errors.hpp"

namespace bedplate::store::sqlite {
namespace {

bool has_form(model::ColumnForm form) { return form != model::ColumnForm::kCanonical; }

}  // namespace

int bind_cell(sqlite3_stmt* statement, int position, Cell cell) {
  // A null pointer would bind NULL, and an empty view may hold one.
  const auto data = [&] { return cell.as_bytes().empty() ? "" : cell.as_bytes().data(); };
  switch (cell.kind()) {
    case CellKind::kNull:
      return sqlite3_bind_null(statement, position);
    case CellKind::kInteger:
      return sqlite3_bind_int64(statement, position, cell.as_integer());
    case CellKind::kReal:
      return sqlite3_bind_double(statement, position, cell.as_real());
    case CellKind::kText:
      return sqlite3_bind_text64(statement, position, data(), cell.as_bytes().size(), SQLITE_STATIC, SQLITE_UTF8);
    case CellKind::kBlob:
      return sqlite3_bind_blob64(statement, position, data(), cell.as_bytes().size(), SQLITE_STATIC);
  }
  return SQLITE_MISUSE;
}

PreparedProgram::PreparedProgram(const sql::Program& program) : statements_(program.statements.size()) {
  for (const auto& statement : program.statements) text_bytes_ += statement.text.size();
  for (std::uint16_t i = 0; i < program.statements.size(); ++i) {
    const auto& text = program.statements[i];
    statements_[i].cells.resize(std::max<std::size_t>(text.columns.size(), 1));
    for (const auto& column : text.columns)
      if (needs_scratch(column)) statements_[i].scratch.resize(text.columns.size());
    for (const auto& bind : text.binds)
      if (has_form(bind.form)) statements_[i].bound.resize(text.binds.size());
    for (const std::uint16_t child : text.children) statements_[child].parent = i;
  }
}

Result<PreparedStatement*> PreparedProgram::start(Connection& connection, const sql::Program& program,
                                                  std::uint16_t number, const Binding& binding) {
  BP_ASSERT(number < statements_.size());
  PreparedStatement& statement = statements_[number];
  const sql::Statement& text = program.statements[number];
  // SQLite may prepare again what runs.
  connection.grant(program.system ? Grant::kOwnTables : Grant::kData);
  if (!statement.handle) [[unlikely]] {
    BP_TRY(statement.handle, connection.prepare(text.text));
    BP_ASSERT(sqlite3_bind_parameter_count(statement.handle.get()) == static_cast<int>(text.binds.size()));
    BP_ASSERT(sqlite3_column_count(statement.handle.get()) == static_cast<int>(text.columns.size()));
  }
  statement.reset();
  std::span<const Cell> parent;
  if (statement.parent != PreparedStatement::kNoParent) parent = statements_[statement.parent].cells;
  for (std::size_t i = 0; i < text.binds.size(); ++i) {
    const sql::Bind& bind = text.binds[i];
    Cell cell = value_of(bind, binding, parent);
    if (has_form(bind.form)) {
      BP_TRY(cell, encode_form(cell, bind.type, bind.form, statement.bound[i]));
    }
    const int code = bind_cell(statement.handle.get(), static_cast<int>(i) + 1, cell);
    if (code != SQLITE_OK) return failure(error_of(connection.handle(), code));
  }
  statement.running = true;
  return &statement;
}

Result<bool> PreparedProgram::step(Connection& connection, const sql::Statement& text, PreparedStatement& statement) {
  const int code = sqlite3_step(statement.handle.get());
  if (code == SQLITE_ROW) [[likely]] {
    BP_TRY(const std::size_t bytes,
           read_columns(statement.handle.get(), text.columns, statement.cells, statement.scratch));
    // Writing a row costs its consumer about as much as a function's look at as many bytes.
    if (connection.budget().spend(bytes)) [[unlikely]]
      return failure(error_of(nullptr, SQLITE_INTERRUPT));
    return true;
  }
  if (code == SQLITE_DONE) {
    statement.reset();
    return false;
  }
  Error error = connection.error(code);
  statement.reset();
  return failure(std::move(error));
}

void PreparedProgram::reset() {
  for (auto& statement : statements_) statement.reset();
}

}  // namespace bedplate::store::sqlite
