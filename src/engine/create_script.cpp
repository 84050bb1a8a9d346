#include "engine/create_script.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "engine/conflict.hpp"
#include "store/violation.hpp"

namespace bedplate::engine {

CreateScript::CreateScript(const WriteInputs& inputs)
    : inputs_(inputs),
      plan_(inputs.found.create),
      step_(inputs_, inputs.found.creating, plan_.checks, plan_.entity, model::Verb::kCreate, plan_.given),
      history_(inputs_),
      recording_(step_.recording()) {}

Result<void> CreateScript::prepare(Uuid7& uuids, Arena& arena) {
  BP_TRY_VOID(make_rows(uuids, arena));
  if (inputs_.late) return step_.require_rows(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) BP_TRY_VOID(judge(i, arena));
  return step_.require_rows(rows_.size());
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
    columns_.emplace_back(made.columns);
    slots_.push_back(slots);
  }
  return {};
}

void CreateScript::make_again() {
  late_.reset();
  const auto& operation = inputs_.operation;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto flags = operation.given.empty() ? std::span<const bool>{} : operation.given[i];
    give_again(plan_, inputs_.model, operation.rows[i], flags, late_, rows_[i]);
    auto at = std::ranges::copy(operation.values, slots_[i].begin()).out;
    at = std::ranges::copy(operation.rows[i], at).out;
    std::ranges::copy(rows_[i].key, at);
  }
}

Result<void> CreateScript::give_late() {
  make_again();
  for (std::size_t i = 0; i < rows_.size(); ++i) BP_TRY_VOID(judge(i, late_));
  return {};
}

Cell CreateScript::value(std::size_t row, model::FieldId field) const {
  const auto key = std::ranges::find(step_.entity().key, field);
  if (key == step_.entity().key.end()) return rows_[row].fields[field];
  return rows_[row].key[static_cast<std::size_t>(key - step_.entity().key.begin())];
}

Result<void> CreateScript::judge(std::size_t number, Arena& arena) const {
  const NewRow& row = rows_[number];
  if (auto checked = check_values(inputs_.model, step_.entity(), plan_.every_field, plan_.given, row.fields); !checked)
    return failure(step_.at_row(checked.error(), number));
  const RowConditions conditions(inputs_.model, inputs_.principal, inputs_.now, row.fields, {},
                                 inputs_.operation.values, arena);
  if (auto judged = step_.judge(conditions); !judged) return failure(step_.at_row(judged.error(), number));
  return {};
}

Task<Result<void>> CreateScript::run(store::Transaction& transaction) {
  recording_.clear();
  finished_ = false;
  if (inputs_.late) BP_CO_TRY_VOID(give_late());
  BP_CO_TRY_VOID(co_await insert(transaction, 0, rows_.size()));
  std::vector<std::size_t> all(rows_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  BP_CO_TRY_VOID(co_await check(transaction, all));
  for (const NewRow& row : rows_) BP_CO_TRY_VOID(co_await read_back(transaction, row.key));
  finished_ = true;
  co_return Result<void>{};
}

Task<Result<void>> CreateScript::insert(store::Transaction& transaction, std::size_t first, std::size_t count) {
  Arena arena;
  store::CapturedRows keys(arena);
  std::size_t failed = 0;
  auto inserted = co_await step_.write(transaction, std::span(columns_).subspan(first, count), &keys, failed);
  if (!inserted) {
    std::vector<AskedRow> asked;
    for (std::size_t row = first; row <= first + failed; ++row)
      asked.push_back({.row = rows_[row].fields, .slots = columns_[row], .number = row});
    BP_CO_TRY(Error error, co_await step_.explain(transaction, std::move(inserted).error(), asked));
    co_return failure(std::move(error));
  }
  for (std::size_t i = 0; plan_.sequence_key && i < count; ++i) {
    NewRow& row = rows_[first + i];
    if (!fits_key(keys[i][0])) co_return failure(at_row(store::out_of_numbers_error(), first + i));
    row.key[0] = row.fields[step_.entity().key[0]] = keys[i][0];
    slots_[first + i][plan_.slots.key] = keys[i][0];
  }
  if (!step_.entity().audit) co_return Result<void>{};
  history_.begin();
  for (std::size_t i = first; i < first + count; ++i) history_.created(step_.entity(), rows_[i].fields);
  co_return co_await history_.write(transaction);
}

// An embedded store numbers on behind the end of an Int, where no row could be named.
bool CreateScript::fits_key(Cell number) const {
  const bool is_int = step_.entity().fields[step_.entity().key[0]].type.scalar == Scalar::kInt;
  return !is_int || number.as_integer() <= std::numeric_limits<std::int32_t>::max();
}

Task<Result<void>> CreateScript::check(store::Transaction& transaction, std::span<const std::size_t> rows) {
  std::vector<std::span<const Cell>> runs;
  for (const std::size_t row : rows) runs.emplace_back(slots_[row]);
  co_return co_await step_.check(transaction, runs, [&](std::size_t run) { return rows[run]; });
}

Task<Result<void>> CreateScript::read_back(store::Transaction& transaction, std::span<const Cell> key) {
  std::vector<Cell> slots(plan_.slots.key + key.size());
  std::ranges::copy(inputs_.operation.values, slots.begin());
  std::ranges::copy(key, slots.begin() + plan_.slots.key);
  co_return co_await step_.read_back(transaction, slots, recording_);
}

Error CreateScript::at_commit(Error error) const {
  if (!finished_ || rows_.empty()) return error;
  return name_conflict(std::move(error), step_.entity(), rows_[0].fields);
}

}  // namespace bedplate::engine
