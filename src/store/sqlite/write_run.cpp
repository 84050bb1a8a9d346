#include "store/sqlite/write_run.hpp"

#include "store/sqlite/errors.hpp"
#include "store/sqlite/row_source.hpp"
#include "store/violation.hpp"
#include "store/write_values.hpp"

namespace bedplate::store::sqlite {
namespace {

struct Outcome {
  std::uint64_t rows = 0;
  bool any = false;  ///< it yielded a row
  Cell first;        ///< the first row's first cell, an integer or else null
};

Result<Outcome> run_step(Connection& connection, PreparedProgram& prepared, const sql::Program& program,
                         std::uint16_t number, const Binding& binding) {
  Outcome outcome;
  BP_TRY(PreparedStatement* const statement, prepared.start(connection, program, number, binding));
  for (;;) {
    // To the end: SQLite checks what a statement did when it is done, not when it yields.
    BP_TRY(const bool row, PreparedProgram::step(connection, program.statements[number], *statement));
    if (!row) break;
    if (!outcome.any && statement->cells[0].kind() == CellKind::kInteger) outcome.first = statement->cells[0];
    outcome.any = true;
  }
  if (!sqlite3_stmt_readonly(statement->handle.get()))
    outcome.rows = static_cast<std::uint64_t>(sqlite3_changes64(connection.handle()));
  return outcome;
}

Result<rows::Recording> read_back(Connection& connection, ProgramCache<PreparedProgram>& programs,
                                  std::uint64_t session, const WriteExecution& execution,
                                  std::span<const Cell> values) {
  const sql::Program& program = *execution.returning;
  RowSource source(connection, prepared_in(programs, program, session), program,
                   Binding{values, execution.principal, execution.now});
  return rows::Recording::record(source, shapes_of(program), other_roots(program));
}

}  // namespace

Result<Written> run_steps(Connection& connection, ProgramCache<PreparedProgram>& programs, std::uint64_t session,
                          const WriteExecution& execution, rows::Recording* returning) {
  Written written;
  WriteValues values(execution);
  PreparedProgram& prepared = prepared_in(programs, execution.program, session);
  for (std::size_t i = 0; i < execution.steps.size(); ++i) {
    const Step& step = execution.steps[i];
    const Binding binding{values.of_step(i), execution.principal, execution.now};
    BP_TRY(const Outcome outcome, run_step(connection, prepared, execution.program, step.statement, binding));
    if (step.expect == Step::Expect::kOneRowTrue && outcome.first != Cell::integer(1))
      return failure(refusal(step.otherwise, i));
    written.rows += outcome.rows;
    if (i == 0 && values.has_sequence()) {
      const bool yielded = outcome.any && step.expect == Step::Expect::kNothing;
      written.last_sequence = yielded ? outcome.first.as_integer() : sqlite3_last_insert_rowid(connection.handle());
      values.set_sequence(written.last_sequence);
    }
  }
  if (returning && execution.returning) {
    BP_TRY(*returning, read_back(connection, programs, session, execution, values.returning()));
  }
  return written;
}

}  // namespace bedplate::store::sqlite
