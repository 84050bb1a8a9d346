#include "engine/create_script.hpp"

#include <algorithm>

#include "engine/conflict.hpp"

namespace bedplate::engine {

CreateScript::CreateScript(const WriteInputs& inputs)
    : inputs_(inputs),
      plan_(inputs.found.create),
      recording_(inputs.found.read.statements.empty() ? rows::Recording({{}})
                                                      : store::recording_of(inputs.found.reading)) {}

Result<void> CreateScript::prepare(Uuid7& uuids, Arena& arena) {
  const auto& operation = inputs_.operation;
  const RowMaker maker{
      .model = inputs_.model, .principal = inputs_.principal, .arena = arena, .uuids = uuids, .now = inputs_.now};
  for (std::size_t i = 0; i < operation.rows.size(); ++i) {
    const auto given = operation.rows[i];
    auto made = make_row(plan_, given, operation.given.empty() ? std::span<const bool>{} : operation.given[i], maker);
    if (!made) return failure(inputs_.at_row(std::move(made).error(), i));
    if (auto judged = judge(*made, arena); !judged) return failure(inputs_.at_row(std::move(judged).error(), i));
    auto slots = arena.make_array<Cell>(operation.values.size() + given.size() + made->key.size());
    auto at = std::ranges::copy(operation.values, slots.begin()).out;
    at = std::ranges::copy(given, at).out;
    std::ranges::copy(made->key, at);
    rows_.push_back(*made);
    columns_.push_back(made->columns);
    slots_.push_back(slots);
  }
  return inputs_.require_rows(rows_.size());
}

/// What reads nothing but the row's own values is decided before any statement runs.
Result<void> CreateScript::judge(const NewRow& row, Arena& arena) const {
  const RowConditions conditions(inputs_.model, inputs_.principal, inputs_.now, row.fields, {},
                                 inputs_.operation.values, arena);
  for (const auto& check : plan_.checks)
    if (!check.in_store && !conditions.hold(*check.condition))
      return failure(inputs_.failed(check, refusal(), &conditions));
  return {};
}

Task<Result<void>> CreateScript::run(store::Transaction& transaction) {
  recording_.clear();
  BP_CO_TRY_VOID(co_await insert(transaction));
  BP_CO_TRY_VOID(co_await check(transaction));
  if (inputs_.found.read.statements.empty()) co_return Result<void>{};
  for (const auto slots : slots_) BP_CO_TRY_VOID(co_await transaction.read(inputs_.found.reading, slots, recording_));
  co_return Result<void>{};
}

Task<Result<void>> CreateScript::insert(store::Transaction& transaction) {
  BP_CO_TRY_VOID(transaction.guard());
  Arena arena;
  store::CapturedRows keys(arena);
  store::Transaction::Outcome outcome;
  auto inserted = co_await transaction.run(inputs_.found.creating, 0, columns_, &keys, outcome);
  if (inserted) {
    outcome.failed = 0;
    inserted = transaction.settle();
  }
  if (!inserted) {
    BP_CO_TRY(Error error,
              co_await inputs_.explain_conflict(transaction, std::move(inserted).error(), plan_.checks, refusal(),
                                                rows_[outcome.failed].fields, columns_[outcome.failed]));
    co_return failure(inputs_.at_row(std::move(error), outcome.failed));
  }
  if (!plan_.sequence_key) co_return Result<void>{};
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].key[0] = keys[i][0];
    slots_[i][plan_.slots.key] = keys[i][0];
  }
  co_return Result<void>{};
}

Task<Result<void>> CreateScript::check(store::Transaction& transaction) {
  std::vector<std::span<const Cell>> runs(slots_.begin(), slots_.end());
  std::uint16_t statement = 0;
  for (const auto& check : plan_.checks) {
    if (!check.in_store || check.only_to_explain) continue;
    Arena arena;
    store::CapturedRows answers(arena);
    store::Transaction::Outcome outcome;
    BP_CO_TRY_VOID(co_await transaction.run(inputs_.found.creating, ++statement, runs, &answers, outcome));
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (i >= answers.size() || answers[i][0] != Cell::integer(1))
        co_return failure(inputs_.at_row(inputs_.failed(check, refusal(), nullptr), i));
  }
  co_return Result<void>{};
}

Error CreateScript::at_commit(Error error) const {
  if (rows_.empty() || !error.fields().empty()) return error;
  return name_conflict(std::move(error), entity(), rows_[0].fields);
}

Refusal CreateScript::refusal() const {
  return {.entity = entity(),
          .verb = model::Verb::kCreate,
          .fields = plan_.given,
          .principal = inputs_.principal,
          .explain = inputs_.explain};
}

}  // namespace bedplate::engine
