#include "engine/create_script.hpp"

#include <algorithm>
#include <numeric>

#include "engine/conflict.hpp"

namespace bedplate::engine {

CreateScript::CreateScript(const WriteInputs& inputs)
    : inputs_(inputs),
      plan_(inputs.found.create),
      recording_(inputs.found.read.statements.empty() ? rows::Recording({{}})
                                                      : store::recording_of(inputs.found.reading)) {}

Result<void> CreateScript::prepare(Uuid7& uuids, Arena& arena) {
  BP_TRY_VOID(make_rows(uuids, arena));
  for (std::size_t i = 0; i < rows_.size(); ++i) BP_TRY_VOID(judge(i, arena));
  return inputs_.require_rows(rows_.size());
}

Result<void> CreateScript::make_rows(Uuid7& uuids, Arena& arena) {
  const auto& operation = inputs_.operation;
  const RowMaker maker{
      .model = inputs_.model, .principal = inputs_.principal, .arena = arena, .uuids = uuids, .now = inputs_.now};
  for (std::size_t i = 0; i < operation.rows.size(); ++i) {
    const auto given = operation.rows[i];
    const NewRow made =
        make_row(plan_, given, operation.given.empty() ? std::span<const bool>{} : operation.given[i], maker);
    auto slots = arena.make_array<Cell>(operation.values.size() + given.size() + made.key.size());
    auto at = std::ranges::copy(operation.values, slots.begin()).out;
    at = std::ranges::copy(given, at).out;
    std::ranges::copy(made.key, at);
    rows_.push_back(made);
    columns_.push_back(made.columns);
    slots_.push_back(slots);
  }
  return {};
}

Result<void> CreateScript::judge(std::size_t number, Arena& arena) const {
  const NewRow& row = rows_[number];
  if (auto checked = check_values(inputs_.model, entity(), plan_.every_field, row.fields); !checked)
    return failure(inputs_.at_row(checked.error(), number));
  const RowConditions conditions(inputs_.model, inputs_.principal, inputs_.now, row.fields, {},
                                 inputs_.operation.values, arena);
  for (const auto& check : plan_.checks)
    if (!check.in_store && !conditions.hold(*check.condition))
      return failure(inputs_.at_row(inputs_.failed(check, refusal(), &conditions), number));
  return {};
}

Task<Result<void>> CreateScript::run(store::Transaction& transaction) {
  recording_.clear();
  finished_ = false;
  BP_CO_TRY_VOID(co_await insert(transaction, 0, rows_.size()));
  std::vector<std::size_t> all(rows_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  BP_CO_TRY_VOID(co_await check(transaction, all));
  for (const NewRow& row : rows_) BP_CO_TRY_VOID(co_await read_back(transaction, row.key));
  finished_ = true;
  co_return Result<void>{};
}

Task<Result<void>> CreateScript::insert(store::Transaction& transaction, std::size_t first, std::size_t count) {
  BP_CO_TRY_VOID(transaction.guard());
  Arena arena;
  store::CapturedRows keys(arena);
  store::Transaction::Outcome outcome;
  auto inserted =
      co_await transaction.run(inputs_.found.creating, 0, std::span(columns_).subspan(first, count), &keys, outcome);
  if (inserted) {
    outcome.failed = count - 1;  // any of them
    inserted = transaction.settle();
  }
  if (!inserted) {
    std::vector<WriteInputs::Asked> asked;
    for (std::size_t row = first; row <= first + outcome.failed; ++row)
      asked.push_back({.row = rows_[row].fields, .slots = columns_[row], .number = row});
    BP_CO_TRY(Error error, co_await inputs_.explain_conflict(transaction, std::move(inserted).error(), plan_.checks,
                                                             refusal(), asked));
    co_return failure(std::move(error));
  }
  if (!plan_.sequence_key) co_return Result<void>{};
  for (std::size_t i = 0; i < count; ++i) {
    rows_[first + i].key[0] = keys[i][0];
    slots_[first + i][plan_.slots.key] = keys[i][0];
  }
  co_return Result<void>{};
}

Task<Result<void>> CreateScript::check(store::Transaction& transaction, std::span<const std::size_t> rows) {
  std::vector<std::span<const Cell>> runs;
  for (const std::size_t row : rows) runs.emplace_back(slots_[row]);
  std::uint16_t statement = 0;
  for (const auto& check : plan_.checks) {
    if (!check.in_store || check.only_to_explain) continue;
    Arena arena;
    store::CapturedRows answers(arena);
    store::Transaction::Outcome outcome;
    BP_CO_TRY_VOID(co_await transaction.run(inputs_.found.creating, ++statement, runs, &answers, outcome));
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (i >= answers.size() || answers[i][0] != Cell::integer(1))
        co_return failure(inputs_.at_row(inputs_.failed(check, refusal(), nullptr), rows[i]));
  }
  co_return Result<void>{};
}

Task<Result<void>> CreateScript::read_back(store::Transaction& transaction, std::span<const Cell> key) {
  if (inputs_.found.read.statements.empty()) co_return Result<void>{};
  std::vector<Cell> slots(plan_.slots.key + key.size());
  std::ranges::copy(inputs_.operation.values, slots.begin());
  std::ranges::copy(key, slots.begin() + plan_.slots.key);
  BP_CO_TRY_VOID(co_await transaction.read(inputs_.found.reading, slots, recording_));
  co_return Result<void>{};
}

Error CreateScript::at_commit(Error error) const {
  if (!finished_ || rows_.empty()) return error;
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
