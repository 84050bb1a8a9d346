#include "engine/write_step.hpp"

#include "engine/conflict.hpp"
#include "engine/new_row.hpp"
#include "sql/explaining.hpp"

namespace bedplate::engine {

Result<void> WriteStep::require_rows(std::size_t rows) const {
  const auto count = static_cast<std::int64_t>(rows);
  if (inputs_.exactly_one && count != 1)
    return failure(Error(Reason::kNotSingular, "Cannot coerce the result to a single JSON object")
                       .with_detail("The result contains " + std::to_string(count) + " rows"));
  if (inputs_.max_affected >= 0 && count > inputs_.max_affected)
    return failure(Error(Reason::kTooManyAffected, "Query result exceeds max-affected preference constraint")
                       .with_detail("The query affects " + std::to_string(count) + " rows")
                       .with_hint("narrow its filter, or send a larger max-affected"));
  return {};
}

Result<void> WriteStep::judge(const RowConditions& row) const {
  for (const auto& check : checks_)
    if (!check.in_store && !row.hold(*check.condition)) return failure(failed(check, &row));
  return {};
}

Error WriteStep::failed(const plan::RowCheck& check, const RowConditions* row) const {
  switch (check.kind) {
    case plan::RowCheck::Kind::kCovered:
      return new_row_refused(refusal(), row);
    case plan::RowCheck::Kind::kLink:
      return no_such_target(entity(), check.relation);
    case plan::RowCheck::Kind::kConstraint:
      return constraint_error(entity(), *check.constraint);
  }
  BP_ASSERT(!"every kind of check has its error");
}

Task<Result<void>> WriteStep::write(store::Transaction& transaction, std::span<const std::span<const Cell>> runs,
                                    store::CapturedRows* rows, std::size_t& failed) const {
  BP_CO_TRY_VOID(transaction.guard());
  store::Transaction::Outcome outcome;
  auto written = co_await transaction.run(program_, 0, runs, rows, outcome);
  failed = written ? runs.size() - 1 : outcome.failed;
  if (!written) co_return written;
  co_return transaction.settle();  // any of them
}

// A conflict is told only to who may write the row: rules that read other rows are asked of the row as it would have
// been, and of its siblings with it among them. A reference that leads nowhere is told like one to a row that the
// caller may not read.
Task<Result<Error>> WriteStep::explain(store::Transaction& transaction, Error error,
                                       std::span<const AskedRow> rows) const {
  const Reason reason = error.reason();
  const AskedRow& last = rows.back();
  if (reason != Reason::kUniqueViolation && reason != Reason::kForeignKeyViolation)
    co_return at_row(error, last.number);
  BP_CO_TRY_VOID(co_await transaction.back_to_guard());
  for (const AskedRow& asked : rows) {
    std::uint16_t statement = 0;
    for (const auto& check : checks_) {
      if (!sql::explains(check)) continue;
      Arena arena;
      store::CapturedRows answer(arena);
      store::Transaction::Outcome outcome;
      const std::span<const Cell> once[] = {asked.slots};
      BP_CO_TRY_VOID(co_await transaction.run(inputs_.found.explaining, statement++, once, &answer, outcome));
      if (answer.size() != 1 || answer[0][0] != Cell::integer(1))
        co_return at_row(failed(check, nullptr), asked.number);
    }
  }
  co_return at_row(name_conflict(std::move(error), entity(), unasked(last.row)), last.number);
}

// A reference that was asked leads somewhere: where the store does not say which one it was, it is another. One of
// several columns may be asked of less than its foreign key holds.
std::vector<Cell> WriteStep::unasked(std::span<const Cell> row) const {
  std::vector<Cell> left(row.begin(), row.end());
  for (const auto& check : checks_) {
    if (!sql::explains(check) || check.kind != plan::RowCheck::Kind::kLink) continue;
    const auto& key = entity().fields[check.relation].foreign_key;
    if (key.size() == 1) left[key[0]] = Cell::null();
  }
  return left;
}

Task<Result<std::size_t>> WriteStep::ask(store::Transaction& transaction, std::uint16_t statement,
                                         std::span<const std::span<const Cell>> runs) const {
  Arena arena;
  store::CapturedRows answers(arena);
  store::Transaction::Outcome outcome;
  BP_CO_TRY_VOID(co_await transaction.run(program_, statement, runs, &answers, outcome));
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (i >= answers.size() || answers[i][0] != Cell::integer(1)) co_return i;
  co_return runs.size();
}

Task<Result<void>> WriteStep::read_back(store::Transaction& transaction, std::span<const Cell> slots,
                                        rows::Recording& into) const {
  if (inputs_.found.read.statements.empty()) co_return Result<void>{};
  co_return co_await transaction.read(inputs_.found.reading, slots, into);
}

}  // namespace bedplate::engine
