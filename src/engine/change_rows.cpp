// The rows of a change: found and locked in an order that all writes have, admitted by the rules that see them as they
// are, and their new images made.
#include <algorithm>
#include <map>
#include <numeric>

#include "base/scalar.hpp"
#include "engine/change_script.hpp"
#include "engine/new_row.hpp"
#include "expr/arithmetic.hpp"

namespace bedplate::engine {

using operation::Change;

namespace {

/// A total order of keys, the same in every process; not that of any store.
bool comes_before(Cell a, Cell b) {
  if (a.kind() != b.kind()) return a.kind() < b.kind();
  switch (a.kind()) {
    case CellKind::kNull:
      return false;
    case CellKind::kInteger:
      return a.as_integer() < b.as_integer();
    case CellKind::kReal:
      return a.as_real() < b.as_real();
    case CellKind::kText:
    case CellKind::kBlob:
      break;
  }
  return a.as_bytes() < b.as_bytes();
}

}  // namespace

Task<Result<void>> ChangeScript::find(store::Transaction& transaction) {
  std::vector<Candidate> candidates;
  for (const std::size_t i : lock_order()) BP_CO_TRY_VOID(co_await find(transaction, i, candidates));
  BP_CO_TRY_VOID(co_await confirm(transaction, candidates));
  if (plan_.by_key) std::ranges::sort(candidates, {}, &Candidate::number);
  std::size_t next = 0;  // of the operation's rows
  const auto missing = [&](std::size_t until) -> Result<void> {
    if (!plan_.by_key || next >= until) return {};
    return failure(step_.at_row(not_found(entity()), next));
  };
  for (const Candidate& each : candidates) {
    BP_CO_TRY_VOID(missing(each.number));
    next = each.number + 1;
    if (!each.meant && !plan_.by_key) continue;
    auto admitted = each.meant ? admit(each.found, each.number) : Found::kUnreadable;
    if (!admitted) co_return failure(step_.at_row(admitted.error(), each.number));
    if (*admitted == Found::kUnreadable) co_return failure(step_.at_row(not_found(entity()), each.number));
    if (*admitted == Found::kForbidden) co_return failure(step_.at_row(change_refused(step_.refusal()), each.number));
  }
  BP_CO_TRY_VOID(missing(inputs_.operation.rows.size()));
  co_return require_distinct();
}

// Two operations that name the same rows in another order would wait for each other.
std::vector<std::size_t> ChangeScript::lock_order() const {
  const auto rows = inputs_.operation.rows;
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (!plan_.by_key || order.size() < 2) return order;
  const auto key = [&](std::size_t row) { return rows[row].first(rows[row].size() - plan_.assigned.size()); };
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    if (std::ranges::lexicographical_compare(key(a), key(b), comes_before)) return true;
    return !std::ranges::lexicographical_compare(key(b), key(a), comes_before) && a < b;
  });
  return order;
}

/// Each row's image is read before any is written: of a row named twice the second change would undo the first.
Result<void> ChangeScript::require_distinct() {
  if (!plan_.by_key || plan_.kind == Change::Kind::kFind || rows_.size() < 2) return {};
  std::map<std::string, std::size_t> seen;
  for (const Row& row : rows_) {
    std::string key;
    for (const auto field : entity().key) append_json(key += ',', entity().fields[field].type, row.before[field]);
    const auto [first, is_new] = seen.emplace(std::move(key), row.number);
    if (!is_new) return failure(step_.at_row(same_row(step_.name_of(first->second)), row.number));
  }
  return {};
}

Task<Result<void>> ChangeScript::find(store::Transaction& transaction, std::size_t number,
                                      std::vector<Candidate>& candidates) {
  const auto& operation = inputs_.operation;
  auto values = arena_.make_array<Cell>(operation.values.size() + operation.rows[number].size());
  std::ranges::copy(operation.rows[number], std::ranges::copy(operation.values, values.begin()).out);
  store::CapturedRows found(arena_);
  store::Transaction::Outcome outcome;
  const std::span<const Cell> once[] = {values};
  BP_CO_TRY_VOID(co_await transaction.run(inputs_.found.finding, 0, once, &found, outcome));
  for (std::size_t row = 0; row < found.size(); ++row)
    candidates.push_back({.number = number, .found = arena_.copy_array<Cell>(found[row])});
  co_return Result<void>{};
}

// Rows of other tables, as they are now that the rows are locked.
Task<Result<void>> ChangeScript::confirm(store::Transaction& transaction, std::span<Candidate> candidates) {
  if (inputs_.found.confirming.statements.empty() || candidates.empty()) co_return Result<void>{};
  const auto& operation = inputs_.operation;
  std::vector<std::span<const Cell>> runs;
  for (const Candidate& each : candidates) {
    const auto given = operation.rows[each.number];
    auto slots = arena_.make_array<Cell>(plan_.slots.image);
    auto at = std::ranges::copy(operation.values, slots.begin()).out;
    at = std::ranges::copy(given, at).out;
    for (const auto field : entity().key) *at++ = each.found[plan_.image[field]];
    runs.emplace_back(slots);
  }
  store::CapturedRows answers(arena_);
  store::Transaction::Outcome outcome;
  BP_CO_TRY_VOID(co_await transaction.run(inputs_.found.confirming, 0, runs, &answers, outcome));
  BP_ASSERT(answers.size() == candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    candidates[i].meant = answers[i][0] == Cell::integer(1);
    const auto questions = answers[i].subspan(1);
    std::ranges::copy(questions, candidates[i].found.end() - static_cast<std::ptrdiff_t>(questions.size()));
  }
  co_return Result<void>{};
}

Task<Result<ChangeScript::Found>> ChangeScript::find_one(store::Transaction& transaction, std::size_t number) {
  std::vector<Candidate> candidates;
  BP_CO_TRY_VOID(co_await find(transaction, number, candidates));
  if (candidates.empty()) co_return Found::kNone;
  BP_ASSERT(candidates.size() == 1);
  BP_CO_TRY_VOID(co_await confirm(transaction, candidates));
  co_return candidates[0].meant ? admit(candidates[0].found, number) : Found::kUnreadable;
}

/// A row that may be changed is added to the rows.
Result<ChangeScript::Found> ChangeScript::admit(std::span<const Cell> found, std::size_t number) {
  const auto holds = [&](const std::optional<std::uint16_t>& column) {
    return !column || found[*column] == Cell::integer(1);
  };
  if (!holds(plan_.readable)) return Found::kUnreadable;
  if (!holds(plan_.permitted)) return Found::kForbidden;
  const auto& fields = entity().fields;
  auto before = arena_.make_array<Cell>(fields.size());
  for (const auto field : plan_.stored) before[field] = found[plan_.image[field]];
  BP_TRY_VOID(require_version(before));
  const auto given = inputs_.operation.rows[number];
  Row row{.number = number, .before = before, .after = before, .written = {}, .slots = {}};
  if (plan_.kind != Change::Kind::kFind && !plan_.removes) {
    BP_TRY(row.after, assigned(before, number));
  }

  const auto key = key_of(before);
  auto written = arena_.make_array<Cell>(plan_.columns.size() + key.size());
  for (std::size_t i = 0; i < plan_.columns.size(); ++i) written[i] = row.after[plan_.columns[i].field];
  std::ranges::copy(key, written.begin() + static_cast<std::ptrdiff_t>(plan_.columns.size()));
  row.written = written;

  auto slots = arena_.make_array<Cell>(plan_.slots.answers + plan_.answers.size());
  auto at = std::ranges::copy(inputs_.operation.values, slots.begin()).out;
  at = std::ranges::copy(given, at).out;
  at = std::ranges::copy(key_of(row.after), at).out;
  for (const auto field : plan_.stored) *at++ = before[field];
  for (const auto answer : plan_.answers) *at++ = found[answer];
  row.slots = slots;
  rows_.push_back(row);
  return Found::kYes;
}

/// The precondition of a write is one of the row as it is, locked.
Result<void> ChangeScript::require_version(std::span<const Cell> before) const {
  const auto* precondition = inputs_.precondition;
  const bool changes = plan_.kind != Change::Kind::kFind;
  if ((precondition == nullptr || !precondition->is_exact()) && entity().version_required && changes)
    return failure(
        Error(Reason::kPreconditionRequired, "a row of " + entity().plural + " is changed by its version alone")
            .with_hint("read the row, and send its ETag in If-Match with the change, by the row's own path"));
  if (precondition == nullptr) return {};
  const Cell version = entity().version == model::kNoField ? Cell::null() : before[entity().version];
  if (precondition->holds_of(version.is_null() ? 0 : version.as_integer())) return {};
  return failure(precondition_failed(*precondition));
}

Result<Cell> ChangeScript::value_of(const plan::WrittenColumn& column, Cell before, std::span<const Cell> cells) {
  const auto& field = entity().fields[column.field];
  switch (column.source) {
    case plan::WrittenColumn::Source::kCell:
      return cells[column.cell];
    case plan::WrittenColumn::Source::kIncrement: {
      if (before.is_null()) return Cell::null();
      const Type& type = field.type;
      const Cell sum = expr::calculate(expr::Op::kAdd, type, type, before, type, cells[column.cell], arena_);
      if (!sum.is_null()) return sum;
      return failure(Error(Reason::kInvalidValue, field.name + ": the sum is out of range")
                         .with_field({field.name, Reason::kInvalidValue, "the sum is out of range"}));
    }
    case plan::WrittenColumn::Source::kRaise:
      return Cell::integer(before.is_null() ? 1 : before.as_integer() + 1);
    case plan::WrittenColumn::Source::kNow:
      return Cell::integer(inputs_.now);
    case plan::WrittenColumn::Source::kDeletion:
      return Cell::text(inputs_.deletion.view());
    case plan::WrittenColumn::Source::kCleared:
      return Cell::null();
    case plan::WrittenColumn::Source::kTokens:
    case plan::WrittenColumn::Source::kDefault:
      break;
  }
  BP_ASSERT(!"a change writes no defaults");
}

/// The new image; fields that can't be added to are refused by whoever parsed the operation.
Result<std::span<const Cell>> ChangeScript::assigned(std::span<const Cell> before, std::size_t number) {
  auto after = arena_.copy_array<Cell>(before);
  const auto cells = inputs_.operation.rows[number].last(plan_.assigned.size());
  const auto flags = inputs_.operation.given.empty() ? std::span<const bool>{} : inputs_.operation.given[number];
  for (const auto& column : plan_.columns) {
    const auto& field = entity().fields[column.field];
    if (column.source == plan::WrittenColumn::Source::kTokens) {
      after[column.field] = tokens_of(field, after[field.searched], arena_);
      continue;
    }
    const bool stays = column.source == plan::WrittenColumn::Source::kCell && !flags.empty() && !flags[column.cell];
    if (stays) continue;
    BP_TRY(after[column.field], value_of(column, before[column.field], cells));
  }
  return after;
}

}  // namespace bedplate::engine
