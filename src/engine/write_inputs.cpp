#include "engine/write_inputs.hpp"

#include "engine/conflict.hpp"
#include "engine/new_row.hpp"
#include "sql/explaining.hpp"

namespace bedplate::engine {

Result<void> WriteInputs::require_rows(std::size_t rows) const {
  const auto count = static_cast<std::int64_t>(rows);
  if (exactly_one && count != 1)
    return failure(Error(Reason::kNotSingular, "Cannot coerce the result to a single JSON object")
                       .with_detail("The result contains " + std::to_string(count) + " rows"));
  if (max_affected >= 0 && count > max_affected)
    return failure(Error(Reason::kTooManyAffected, "Query result exceeds max-affected preference constraint")
                       .with_detail("The query affects " + std::to_string(count) + " rows")
                       .with_hint("narrow its filter, or send a larger max-affected"));
  return {};
}

Error WriteInputs::failed(const plan::RowCheck& check, const Refusal& refusal, const RowConditions* row) const {
  switch (check.kind) {
    case plan::RowCheck::Kind::kCovered:
      return new_row_refused(refusal, row);
    case plan::RowCheck::Kind::kLink:
      return no_such_target(refusal.entity, check.relation);
    case plan::RowCheck::Kind::kConstraint:
      return constraint_error(refusal.entity, *check.constraint);
  }
  BP_ASSERT(!"every kind of check has its error");
}

// A conflict is told only to who may write the row: rules that read other rows are asked of the row as it would have
// been. A reference that leads nowhere is told like one to a row that the caller may not read.
Task<Result<Error>> WriteInputs::explain_conflict(store::Transaction& transaction, Error error,
                                                  std::span<const plan::RowCheck> checks, const Refusal& refusal,
                                                  std::span<const Asked> rows) const {
  const Reason reason = error.reason();
  const Asked& last = rows.back();
  if (reason != Reason::kUniqueViolation && reason != Reason::kForeignKeyViolation)
    co_return at_row(error, last.number);
  BP_CO_TRY_VOID(co_await transaction.back_to_guard());
  for (const Asked& asked : rows) {
    std::uint16_t statement = 0;
    for (const auto& check : checks) {
      if (!sql::explains(check)) continue;
      Arena arena;
      store::CapturedRows answer(arena);
      store::Transaction::Outcome outcome;
      const std::span<const Cell> once[] = {asked.slots};
      BP_CO_TRY_VOID(co_await transaction.run(found.explaining, statement++, once, &answer, outcome));
      if (answer.size() != 1 || answer[0][0] != Cell::integer(1))
        co_return at_row(failed(check, refusal, nullptr), asked.number);
    }
  }
  co_return at_row(name_conflict(std::move(error), refusal.entity, last.row), last.number);
}

}  // namespace bedplate::engine
