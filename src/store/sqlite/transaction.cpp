#include "store/sqlite/transaction.hpp"

#include "store/sqlite/row_source.hpp"

namespace bedplate::store::sqlite {

Result<void> SqliteTransaction::run_now(const sql::Program& program, std::uint16_t number, std::span<const Cell> values,
                                        CapturedRows* rows, Outcome& outcome) {
  PreparedProgram& prepared = prepared_in(programs_, program, session_);
  BP_TRY(PreparedStatement* const statement,
         prepared.start(connection_, program, number, Binding{values, principal_, now_}));
  for (;;) {
    // To the end: SQLite checks what a statement did when it is done, not when it yields.
    BP_TRY(const bool row, PreparedProgram::step(connection_, program.statements[number], *statement));
    if (!row) break;
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
