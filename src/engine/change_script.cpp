#include "engine/change_script.hpp"

#include "engine/conflict.hpp"
#include "engine/new_row.hpp"

namespace bedplate::engine {

using operation::Change;

namespace {

model::Verb verb_of(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::kDelete:
      return model::Verb::kDelete;
    case Change::Kind::kPurge:
      return model::Verb::kPurge;
    case Change::Kind::kUpdate:
    case Change::Kind::kFind:
    case Change::Kind::kRestore:
      break;
  }
  return model::Verb::kUpdate;
}

}  // namespace

ChangeScript::ChangeScript(const WriteInputs& inputs)
    : inputs_(inputs),
      plan_(inputs.found.change),
      step_(inputs_, inputs.found.changing, plan_.checks, plan_.entity, verb_of(plan_.kind), plan_.assigned),
      history_(inputs_),
      trash_(inputs_),
      recording_(step_.recording()) {}

Task<Result<void>> ChangeScript::run(store::Transaction& transaction) {
  begin();
  BP_CO_TRY_VOID(co_await find(transaction));
  BP_CO_TRY_VOID(step_.require_rows(rows_.size()));
  if (is_gone()) BP_CO_TRY_VOID(co_await read_back(transaction));
  BP_CO_TRY_VOID(co_await write_from(transaction, 0));
  BP_CO_TRY_VOID(co_await check(transaction));
  if (plan_.kind != Change::Kind::kFind && !is_gone()) BP_CO_TRY_VOID(co_await read_back(transaction));
  finished_ = true;
  co_return Result<void>{};
}

void ChangeScript::begin() {
  finished_ = false;
  arena_.reset();
  rows_.clear();
  recording_.clear();
  trash_.begin();
}

Result<void> ChangeScript::judge(const Row& row) {
  const RowConditions conditions(inputs_.model, inputs_.principal, inputs_.now, row.after, row.before, row.slots,
                                 arena_);
  BP_TRY_VOID(check_values(inputs_.model, entity(), plan_.assigned, plan_.assigned, row.after));
  return step_.judge(conditions);
}

Task<Result<void>> ChangeScript::write_from(store::Transaction& transaction, std::size_t first) {
  for (const Row& row : std::span(rows_).subspan(first))
    if (auto judged = judge(row); !judged) co_return failure(step_.at_row(judged.error(), row.number));
  co_return co_await write(transaction, first);
}

Task<Result<void>> ChangeScript::write(store::Transaction& transaction, std::size_t first) {
  std::vector<std::span<const Cell>> runs;
  for (const Row& row : std::span(rows_).subspan(first)) runs.push_back(row.written);
  const bool nothing = !plan_.removes && plan_.columns.empty();
  if (runs.empty() || nothing) co_return Result<void>{};
  // Of a delete the other statements raise the versions of what it detaches: such a program has no checks.
  const auto& statements = inputs_.found.changing.statements;
  for (std::uint16_t i = 1; plan_.removes && i < statements.size(); ++i) {
    store::Transaction::Outcome outcome;
    BP_CO_TRY_VOID(co_await transaction.run(inputs_.found.changing, i, runs, nullptr, outcome));
  }
  BP_CO_TRY_VOID(co_await gather_history(transaction, first));
  std::size_t failed = 0;
  auto written = co_await step_.write(transaction, runs, nullptr, failed);
  if (written) co_return co_await pass_on(transaction, first);
  const Row& row = rows_[first + failed];
  if (plan_.removes)
    co_return failure(step_.at_row(name_restriction(std::move(written).error(), entity()), row.number));
  std::vector<AskedRow> asked;
  for (const Row& each : std::span(rows_).subspan(first, failed + 1)) {
    auto slots = arena_.make_array<Cell>(each.slots.size() + plan_.stored.size());
    auto at = std::ranges::copy(each.slots, slots.begin()).out;
    for (const auto field : plan_.stored) *at++ = each.after[field];
    asked.push_back({.row = assigned_image(each), .slots = slots, .number = each.number});
  }
  BP_CO_TRY(Error error, co_await step_.explain(transaction, std::move(written).error(), asked));
  if (error.reason() == Reason::kForeignKeyViolation && error.fields().empty())
    error = step_.at_row(name_restriction(std::move(error), entity()), row.number);
  co_return failure(std::move(error));
}

// What a delete passes on to is there only before.
Task<Result<void>> ChangeScript::gather_history(store::Transaction& transaction, std::size_t first) {
  const bool passes_on = !inputs_.found.referrers.of.empty() || !inputs_.found.walk.steps.empty();
  if (!entity().audit && !passes_on) co_return Result<void>{};
  history_.begin();
  for (const Row& row : std::span(rows_).subspan(first))
    if (plan_.removes) history_.going(entity(), key_of(row.before));
  for (const Row& row : std::span(rows_).subspan(first)) {
    if (!plan_.removes) {
      history_.updated(entity(), row.before, row.after);
      continue;
    }
    BP_CO_TRY_VOID(co_await history_.pass_on(transaction, plan_.entity, key_of(row.before)));
    history_.deleted(entity(), row.before);
  }
  co_return Result<void>{};
}

// The rows themselves come first: what they lead to may lead back.
Task<Result<void>> ChangeScript::pass_on(store::Transaction& transaction, std::size_t first) {
  if (!inputs_.found.walk.marks.empty()) {
    const bool restores = inputs_.found.walk.restores;
    for (const Row& row : std::span(rows_).subspan(first))
      trash_.root(plan_.entity, key_of(row.before), (restores ? row.before : row.after)[entity().deletion]);
    BP_CO_TRY_VOID(co_await trash_.follow(transaction, history_));
  }
  co_return co_await history_.write(transaction);
}

std::span<const Cell> ChangeScript::assigned_image(const Row& row) {
  auto assigned = arena_.make_array<Cell>(row.after.size());
  for (const auto field : plan_.assigned) assigned[field] = row.after[field];
  return assigned;
}

Task<Result<void>> ChangeScript::check(store::Transaction& transaction) {
  std::vector<std::span<const Cell>> runs;
  for (const Row& row : rows_) runs.push_back(row.slots);
  BP_CO_TRY_VOID(co_await trash_.check(transaction));
  co_return co_await step_.check(transaction, runs, [&](std::size_t run) { return rows_[run].number; });
}

Task<Result<void>> ChangeScript::read_back(store::Transaction& transaction) {
  for (const Row& row : rows_) BP_CO_TRY_VOID(co_await step_.read_back(transaction, row.slots, recording_));
  co_return Result<void>{};
}

std::span<const Cell> ChangeScript::key_of(std::span<const Cell> image) {
  auto key = arena_.make_array<Cell>(entity().key.size());
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = image[entity().key[i]];
  return key;
}

Error ChangeScript::at_commit(Error error) {
  if (!finished_ || rows_.empty()) return error;
  return name_conflict(std::move(error), entity(), assigned_image(rows_[0]));
}

}  // namespace bedplate::engine
