#include "engine/trash.hpp"

#include <algorithm>

#include "engine/conflict.hpp"

namespace bedplate::engine {

void Trash::begin() {
  arena_.reset();
  rows_.clear();
  followed_ = along_ = 0;
}

void Trash::root(model::EntityId entity, std::span<const Cell> key, Cell deletion) {
  rows_.push_back({.entity = entity, .key = key, .deletion = deletion});
}

Task<Result<void>> Trash::follow(store::Transaction& transaction, History& history) {
  for (; followed_ < rows_.size(); ++followed_) {
    const Row above = rows_[followed_];
    for (const auto& each : walk_.steps)
      if (each.target == above.entity) BP_CO_TRY_VOID(co_await step(transaction, each, above, history));
  }
  co_return Result<void>{};
}

// What was written is not found again: a row that is led to twice, or to itself, goes once.
Task<Result<void>> Trash::step(store::Transaction& transaction, const sql::TrashWalk::Step& step, const Row& above,
                               History& history) {
  const auto& entity = inputs_.model.entity(step.entity);
  auto slots = arena_.make_array<Cell>(above.key.size() + 1);
  *std::ranges::copy(above.key, slots.begin()).out = above.deletion;
  store::CapturedRows found(arena_);
  store::Transaction::Outcome outcome;
  const std::span<const Cell> once[] = {slots};
  BP_CO_TRY_VOID(co_await transaction.run(walk_.program, step.statement, once, &found, outcome));
  along_ += found.size();
  if (along_ > kMost)
    co_return failure(
        Error(Reason::kLimitExceeded, "more than " + std::to_string(kMost) +
                                          (walk_.restores ? " rows would come back along with it"
                                                          : " rows would go into the trash along with it"))
            .with_hint("delete rows that refer to it first, in several operations"));
  const Cell instant = walk_.restores ? Cell::null() : Cell::integer(inputs_.now);
  const Cell deletion = walk_.restores ? Cell::null() : above.deletion;
  std::vector<std::span<const Cell>> runs;
  for (std::size_t row = 0; row < found.size(); ++row) {
    const auto key = arena_.copy_array<Cell>(found[row].first(entity.key.size()));
    auto cells = arena_.make_array<Cell>(key.size() + 2);
    cells[0] = instant;
    cells[1] = deletion;
    std::ranges::copy(key, cells.begin() + 2);
    runs.emplace_back(cells);
    rows_.push_back({.entity = step.entity, .key = key, .deletion = above.deletion});
    if (!entity.audit) continue;
    auto before = arena_.make_array<Cell>(entity.fields.size());
    for (std::size_t i = 0; i < step.fields.size(); ++i) before[step.fields[i]] = found[row][i];
    auto after = arena_.copy_array<Cell>(std::span<const Cell>(before));
    after[entity.deleted_at] = instant;
    history.updated(entity, before, after);
  }
  co_return co_await mark(transaction, step.entity, runs);
}

Task<Result<void>> Trash::mark(store::Transaction& transaction, model::EntityId entity,
                               std::span<const std::span<const Cell>> runs) const {
  if (runs.empty()) co_return Result<void>{};
  const auto at = std::ranges::find(walk_.marks, entity, &sql::TrashWalk::Mark::entity);
  BP_ASSERT(at != walk_.marks.end());
  store::Transaction::Outcome outcome;
  auto written = co_await transaction.run(walk_.program, at->statement, runs, nullptr, outcome);
  if (written || written.error().reason() != Reason::kUniqueViolation) co_return written;
  co_return failure(taken(std::move(written).error(), entity));
}

// Rows come back along whether or not the caller may know of them.
bool Trash::is_named(model::EntityId entity, model::FieldId field) const {
  return inputs_.found.view->field_shown(entity, field) != nullptr;
}

Error Trash::taken(Error error, model::EntityId id) const {
  const auto& entity = inputs_.model.entity(id);
  std::string cause(error.cause());
  Error told = name_conflict(std::move(error), entity, {});
  const bool named = !told.fields().empty() && std::ranges::all_of(told.fields(), [&](const auto& each) {
    return is_named(id, entity.by_name.at(each.path));
  });
  if (named) return told;
  return Error(Reason::kUniqueViolation, "a row that would come back along with it has what another row has by now")
      .caused_by(std::move(cause));
}

Task<Result<void>> Trash::check(store::Transaction& transaction) const {
  for (const auto& each : walk_.hindrances) {
    std::vector<std::span<const Cell>> runs;
    for (const Row& row : rows_)
      if (row.entity == each.entity) runs.push_back(row.key);
    if (runs.empty()) continue;
    Arena arena;
    store::CapturedRows found(arena);
    store::Transaction::Outcome outcome;
    BP_CO_TRY_VOID(co_await transaction.run(walk_.program, each.statement, runs, &found, outcome));
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i][0] == Cell::integer(1)) co_return failure(hindered(each));
  }
  co_return Result<void>{};
}

Error Trash::hindered(const sql::TrashWalk::Hindrance& by) const {
  const auto& entity = inputs_.model.entity(by.entity);
  if (!walk_.restores) return name_restriction(Error(Reason::kForeignKeyViolation, ""), entity);
  if (!is_named(by.entity, by.relation))
    return Error(Reason::kForeignKeyViolation,
                 "a row that would come back along with it needs one that is in the trash");
  const std::string& relation = entity.fields[by.relation].name;
  return Error(Reason::kForeignKeyViolation,
               "a row of " + entity.plural + " cannot come back while its " + relation + " is in the trash")
      .with_hint("restore its " + relation + " first; what was deleted along with that comes back with it");
}

}  // namespace bedplate::engine
