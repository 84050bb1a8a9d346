#include "store/sqlite/transaction.hpp"

#include "store/sqlite/row_source.hpp"
#include "store/violation.hpp"

namespace bedplate::store::sqlite {
namespace {

/// Whether the table that `insert` adds to has given its last number: SQLite then says that the disk is full.
bool numbers_used_up(Connection& connection, const sql::Statement& insert) {
  connection.grant(Grant::kSchema);
  const auto asked = connection.prepare(
      "SELECT 1 FROM sqlite_sequence WHERE seq = 9223372036854775807 AND "
      "instr(lower(?1), lower('INSERT INTO \"' || replace(name, '\"', '\"\"') || '\"')) = 1");
  connection.grant(Grant::kData);
  return asked && bind_cell(asked->get(), 1, Cell::text(insert.text)) == SQLITE_OK &&
         sqlite3_step(asked->get()) == SQLITE_ROW;
}

}  // namespace

Result<void> SqliteTransaction::run_now(const sql::Program& program, std::uint16_t number, std::span<const Cell> values,
                                        CapturedRows* rows, Outcome& outcome) {
  // Many statements that are short each are as long together.
  if (connection_.budget().look()) return failure(write_too_long_error());
  PreparedProgram& prepared = prepared_in(programs_, program, session_);
  BP_TRY(PreparedStatement* const statement,
         prepared.start(connection_, program, number, Binding{values, principal_, now_}));
  for (;;) {
    // To the end: SQLite checks what a statement did when it is done, not when it yields.
    auto row = PreparedProgram::step(connection_, program.statements[number], *statement);
    if (!row && row.error().reason() == Reason::kStorageFull &&
        numbers_used_up(connection_, program.statements[number]))
      return failure(out_of_numbers_error());
    if (!row) return std::unexpected(std::move(row).error());
    if (!*row) break;
    if (!rows) continue;
    if (auto added = rows->add(statement->cells); !added) {
      statement->reset();
      return added;
    }
  }
  if (!sqlite3_stmt_readonly(statement->handle.get()))
    outcome.changed += static_cast<std::uint64_t>(sqlite3_changes64(connection_.handle()));
  return {};
}

Task<Result<void>> SqliteTransaction::run(const sql::Program& program, std::uint16_t statement,
                                          std::span<const std::span<const Cell>> runs, CapturedRows* rows,
                                          Outcome& outcome) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    outcome.failed = i;
    BP_CO_TRY_VOID(run_now(program, statement, runs[i], rows, outcome));
  }
  co_return Result<void>{};
}

Task<Result<void>> SqliteTransaction::read(const sql::Program& program, std::span<const Cell> values,
                                           rows::Recording& into) {
  RowSource source(connection_, prepared_in(programs_, program, session_), program, Binding{values, principal_, now_});
  co_return into.add(source);
}

}  // namespace bedplate::store::sqlite
