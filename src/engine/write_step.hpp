#pragma once
// WriteStep: what inserting and changing rows have in common inside of a transaction: what their rules say before the
// store is asked, the statement that writes them and what is said of it where it breaks a constraint, the questions
// after it, and how a row is read back. Views its inputs, which outlive it; on the thread of its script.
#include <span>

#include "engine/refusal.hpp"
#include "engine/write_inputs.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

/// A row that is being written.
struct AskedRow {
  std::span<const Cell> row;    ///< by field: what was given of it
  std::span<const Cell> slots;  ///< those of Template::explaining
  std::size_t number = 0;       ///< of the operation's rows
};

class WriteStep {
 public:
  /// Statement 0 of `program` writes a row, the others are the `checks` in the store, in their order.
  WriteStep(const WriteInputs& inputs, const sql::Program& program, std::span<const plan::RowCheck> checks,
            model::EntityId entity, model::Verb verb, std::span<const model::FieldId> given)
      : inputs_(inputs), program_(program), checks_(checks), entity_(entity), verb_(verb), given_(given) {}

  /// Whether a write of `rows` rows is what was asked for.
  Result<void> require_rows(std::size_t rows) const;
  /// The checks that need no store.
  Result<void> judge(const RowConditions& row) const;

  /// Writes a row by each of `runs`; what they return goes to `rows`, if given. A failure is told by explain(), or by
  /// whoever knows better; `failed` is then the run that did not succeed, or the last one that may be to blame.
  Task<Result<void>> write(store::Transaction& transaction, std::span<const std::span<const Cell>> runs,
                           store::CapturedRows* rows, std::size_t& failed) const;
  /// What to say of rows that broke a constraint of the store. The rows up to the one that did are asked in their
  /// order, so that the answer is the same whatever it was that the store noticed first.
  Task<Result<Error>> explain(store::Transaction& transaction, Error error, std::span<const AskedRow> rows) const;
  /// The checks in the store, after the operation's last statement. `runs` are the template's slots by row, `number`
  /// tells which of the operation's rows a run is about.
  template <class Number>
  Task<Result<void>> check(store::Transaction& transaction, std::span<const std::span<const Cell>> runs,
                           const Number& number) const;
  /// Adds what `returning` shows of a row to `into`.
  Task<Result<void>> read_back(store::Transaction& transaction, std::span<const Cell> slots,
                               rows::Recording& into) const;
  /// An empty recording for it.
  rows::Recording recording() const {
    const bool none = inputs_.found.read.statements.empty();
    return none ? rows::Recording({{}}) : store::recording_of(inputs_.found.reading);
  }

  const model::Entity& entity() const { return inputs_.model.entity(entity_); }
  Refusal refusal() const {
    return {.entity = entity(),
            .verb = verb_,
            .fields = given_,
            .principal = inputs_.principal,
            .explain = inputs_.explain};
  }
  /// Where the client wrote a row.
  std::string name_of(std::size_t number) const {
    if (inputs_.paths != nullptr && !inputs_.paths->empty()) return std::string((*inputs_.paths)[number]);
    return "[" + std::to_string(number) + "]";
  }
  /// An error as that of one row, where there are several, or it is not the operation's own.
  Error at_row(const Error& error, std::size_t number) const {
    if (inputs_.paths != nullptr && !inputs_.paths->empty()) return at_path(error, (*inputs_.paths)[number]);
    return inputs_.operation.rows.size() > 1 ? in_row(error, number) : error;
  }

 private:
  std::vector<Cell> unasked(std::span<const Cell> row) const;
  /// The error of a check that does not hold.
  Error failed(const plan::RowCheck& check, const RowConditions* row) const;
  /// The first run of which `check` does not hold, or their number.
  Task<Result<std::size_t>> ask(store::Transaction& transaction, std::uint16_t statement,
                                std::span<const std::span<const Cell>> runs) const;

  const WriteInputs& inputs_;
  const sql::Program& program_;
  std::span<const plan::RowCheck> checks_;
  model::EntityId entity_;
  model::Verb verb_;
  std::span<const model::FieldId> given_;
};

template <class Number>
Task<Result<void>> WriteStep::check(store::Transaction& transaction, std::span<const std::span<const Cell>> runs,
                                    const Number& number) const {
  if (runs.empty()) co_return Result<void>{};
  std::uint16_t statement = 0;
  for (const auto& check : checks_) {
    if (!check.in_store || check.only_to_explain) continue;
    BP_CO_TRY(const std::size_t first, co_await ask(transaction, ++statement, runs));
    if (first < runs.size()) co_return failure(at_row(failed(check, nullptr), number(first)));
  }
  co_return Result<void>{};
}

}  // namespace bedplate::engine
