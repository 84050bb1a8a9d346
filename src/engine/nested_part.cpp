#include "engine/nested_part.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string>
#include <unordered_set>

#include "sql/links.hpp"

namespace bedplate::engine {

using operation::Operation;

namespace {

void own(std::span<const std::span<const Cell>> rows, std::vector<std::span<Cell>>& mine,
         std::vector<std::span<const Cell>>& views, Arena& arena) {
  for (const auto row : rows) {
    mine.push_back(arena.copy_array<Cell>(row));
    views.emplace_back(mine.back());
  }
}

void append_cell(std::string& out, Cell cell) {
  out += ',';
  switch (cell.kind()) {
    case CellKind::kNull:
      return;
    case CellKind::kInteger:
      out += 'i' + std::to_string(cell.as_integer());
      return;
    case CellKind::kReal:
      out += 'r' + std::to_string(std::bit_cast<std::uint64_t>(cell.as_real()));
      return;
    case CellKind::kText:
    case CellKind::kBlob:
      out += 't' + std::to_string(cell.as_bytes().size()) + ':';
      out += cell.as_bytes();
  }
}

}  // namespace

NestedPart::NestedPart(const operation::NestedStep& step, const NestedTemplates& found, const WriteInputs& inputs,
                       Arena& arena)
    : step_(step), templates_(found), operation_(step.operation), paths_(step.paths) {
  own(step.operation.rows, rows_, views_, arena);
  operation_.rows = views_;
  const auto of = [&](const Template& its, const Operation& operation) {
    return WriteInputs{.model = inputs.model,
                       .found = its,
                       .history = inputs.history,
                       .operation = operation,
                       .principal = inputs.principal,
                       .now = inputs.now,
                       .explain = inputs.explain,
                       .max_affected = inputs.max_affected,
                       .exactly_one = inputs.exactly_one,
                       .precondition = inputs.precondition,
                       .deletion = inputs.deletion,
                       .paths = &paths_};
  };
  choose_all();
  if (links()) return;
  if (templates_.merging != nullptr) {
    merge_ = *step.merge;
    own(step.merge->rows, merge_rows_, merge_views_, arena);
    merge_.rows = merge_views_;
    upsert_.emplace(of(*templates_.found, operation_), of(*templates_.merging, merge_), true);
  } else if (operation_.kind == Operation::Kind::kCreate) {
    create_.emplace(of(*templates_.found, operation_));
  } else {
    change_.emplace(of(*templates_.found, operation_));
  }
}

model::EntityId NestedPart::entity() const {
  if (links()) return step_.links->entity;
  return operation_.kind == Operation::Kind::kCreate ? operation_.create.entity : operation_.change.target.entity;
}

Result<void> NestedPart::prepare(Uuid7& uuids, Arena& arena) {
  if (upsert_) return upsert_->prepare(uuids, arena);
  return create_ ? create_->make_rows(uuids, arena) : Result<void>{};
}

void NestedPart::begin() {
  if (upsert_) upsert_->begin();
  if (create_) create_->recording().clear();
  if (change_) change_->begin();
  // What a batch fills in stands in the step's rows, what is late of the last run in the part's.
  for (std::size_t row = 0; row < rows_.size(); ++row) std::ranges::copy(step_.operation.rows[row], rows_[row].begin());
  for (std::size_t row = 0; row < merge_rows_.size(); ++row)
    std::ranges::copy(step_.merge->rows[row], merge_rows_[row].begin());
  const bool some = chosen_.size() < rows_.size() || views_.size() != rows_.size() || !linked_to_.empty();
  linked_to_.clear();
  choose_all();
  if (some) view_chosen();
}

void NestedPart::choose_all() {
  chosen_.resize(rows_.size());
  std::iota(chosen_.begin(), chosen_.end(), std::size_t{0});
}

void NestedPart::view_chosen() {
  if (create_ || upsert_) return;
  views_.clear();
  names_.clear();
  for (const std::size_t row : chosen_) {
    views_.emplace_back(rows_[row]);
    if (!step_.paths.empty()) names_.push_back(step_.paths[row]);
  }
  operation_.rows = views_;
  paths_ = names_;
}

void NestedPart::leave_out(const std::vector<bool>& left) {
  if (std::erase_if(chosen_, [&](std::size_t row) { return is_left(row, left); }) > 0) view_chosen();
}

std::vector<bool> NestedPart::there() const {
  std::vector<bool> there(rows_.size());
  for (std::size_t nth = 0; nth < done(); ++nth) there[number(nth)] = true;
  std::unordered_set<std::string> seen;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (there[row] || std::ranges::any_of(rows_[row], &Cell::is_null)) continue;
    std::string name;
    for (const Cell cell : rows_[row]) append_cell(name, cell);
    there[row] = !seen.insert(std::move(name)).second;
  }
  return there;
}

Result<void> NestedPart::fill(const operation::LateCell& late, Cell known) {
  // What the client gave is in the step; the part's cell has been filled if this is not the first run.
  if (late.given && step_.operation.rows[late.row][late.cell] != known)
    return failure(at_row(Error(Reason::kInvalidValue, "is not the row that it is written below")
                              .with_hint("leave out what the place of a row says already"),
                          late.row));
  rows_[late.row][late.cell] = known;
  return {};
}

void NestedPart::filled() {
  if (create_) create_->make_again();
  if (upsert_) upsert_->make_again();
}

/// The row `number` as it would be found by the row of `present` that is above it.
std::string NestedPart::named(std::size_t number) const {
  std::string name = std::to_string(step_.under[number]);
  for (std::size_t i = 0; i < step_.compared.size(); ++i) append_cell(name, rows_[number][i]);
  return name;
}

std::string NestedPart::found(std::size_t nth, std::span<const model::FieldId> compared) const {
  std::string name = std::to_string(original(number(nth)));
  for (const auto field : compared) append_cell(name, before(nth, field));
  return name;
}

void NestedPart::choose_absent(const NestedPart& present) {
  std::unordered_set<std::string> there;
  for (std::size_t nth = 0; nth < present.done(); ++nth) there.insert(present.found(nth, step_.compared));
  std::erase_if(chosen_, [&](std::size_t row) { return there.contains(named(row)); });
  view_chosen();
}

void NestedPart::take_surplus(const NestedPart& present, const NestedPart* named, Arena& arena) {
  std::unordered_set<std::string> stay;
  for (std::size_t row = 0; named != nullptr && row < named->rows_.size(); ++row) stay.insert(named->named(row));
  views_.clear();
  names_.clear();
  const auto key = present.change_->entity_key();
  const std::size_t width = step_.operation.rows[0].size();
  for (std::size_t nth = 0; nth < present.done(); ++nth) {
    if (named != nullptr && stay.contains(present.found(nth, named->step_.compared))) continue;
    auto cells = arena.make_array<Cell>(width);
    for (std::size_t i = 0; i < key.size(); ++i) cells[i] = present.before(nth, key[i]);
    // A link has the near row's key too, by which it was found.
    if (links()) {
      const auto row = std::span(present.rows_[present.original(present.number(nth))]).subspan(key.size());
      std::ranges::copy(row, cells.begin() + static_cast<std::ptrdiff_t>(key.size()));
    }
    views_.emplace_back(cells);
    names_.push_back(present.path(present.number(nth)));
  }
  operation_.rows = views_;
  paths_ = names_;
}

Task<Result<void>> NestedPart::write(store::Transaction& transaction, Arena& arena, NestedPart* finder) {
  if (upsert_) co_return co_await upsert_->write(transaction, &chosen_);
  if (create_) {
    for (const std::size_t row : chosen_) BP_CO_TRY_VOID(create_->judge(row, arena));
    if (chosen_.size() == rows_.size() && finder == nullptr)
      co_return co_await create_->insert(transaction, 0, rows_.size());
    for (const std::size_t row : chosen_) BP_CO_TRY_VOID(co_await insert(transaction, row, finder));
    co_return Result<void>{};
  }
  co_return co_await change_->write_from(transaction, 0);
}

Task<Result<void>> NestedPart::insert(store::Transaction& transaction, std::size_t row, NestedPart* finder) {
  auto inserted = co_await create_->insert(transaction, row, 1);
  if (inserted || finder == nullptr || inserted.error().reason() != Reason::kUniqueViolation) co_return inserted;
  // Somebody else's insert may have come between: then all begins again.
  BP_CO_TRY(const auto now, co_await finder->change_->find_one(transaction, row));
  if (now == ChangeScript::Found::kNone) co_return inserted;
  co_return failure(Reason::kConflict, "Another operation wrote the same row.");
}

Task<Result<void>> NestedPart::find(store::Transaction& transaction, Arena& arena) {
  if (!change_) co_return Result<void>{};
  if (templates_.links != nullptr) BP_CO_TRY_VOID(co_await take_linked(transaction, arena));
  co_return co_await change_->find(transaction);
}

Task<Result<void>> NestedPart::take_linked(store::Transaction& transaction, Arena& arena) {
  views_.clear();
  names_.clear();
  for (const std::size_t row : chosen_) {
    store::CapturedRows keys(arena);
    store::Transaction::Outcome outcome;
    const std::span<const Cell> once[] = {rows_[row]};
    BP_CO_TRY_VOID(co_await transaction.run(*templates_.links, sql::kLinked, once, &keys, outcome));
    for (std::size_t nth = 0; nth < keys.size(); ++nth) {
      auto cells = arena.copy_array<Cell>(std::span<const Cell>(rows_[row]));
      std::ranges::copy(keys[nth], cells.begin());
      views_.emplace_back(cells);
      names_.push_back(step_.paths[row]);
      linked_to_.push_back(row);
    }
  }
  operation_.rows = views_;
  paths_ = names_;
  co_return Result<void>{};
}

Task<Result<void>> NestedPart::link(store::Transaction& transaction, const model::Model& model) {
  const bool removes = step_.links->does == operation::Links::Does::kUnlink;
  for (std::size_t row = 0; row < views_.size(); ++row) {
    const std::span<const Cell> once[] = {views_[row]};
    store::Transaction::Outcome outcome;
    auto done =
        co_await transaction.run(*templates_.links, removes ? sql::kUnlink : sql::kLink, once, nullptr, outcome);
    if (!done) co_return failure(at_path(done.error(), path(row)));
    if (!removes || outcome.changed > 0) continue;
    const auto& relation = model.field(step_.links->entity, step_.links->relation);
    co_return failure(at_path(not_found(model.entity(relation.target)), path(row)));
  }
  co_return Result<void>{};
}

Task<Result<void>> NestedPart::check(store::Transaction& transaction) {
  if (links()) co_return Result<void>{};
  if (upsert_) co_return co_await upsert_->check(transaction);
  if (create_) co_return co_await create_->check(transaction, chosen_);
  co_return co_await change_->check(transaction);
}

Task<Result<void>> NestedPart::read_back(store::Transaction& transaction) {
  if (change_) co_return co_await change_->read_back(transaction);
  if (upsert_) co_return co_await upsert_->read_back(transaction);
  for (const std::size_t row : chosen_) BP_CO_TRY_VOID(co_await create_->read_back(transaction, create_->key(row)));
  co_return Result<void>{};
}

std::int64_t NestedPart::version(std::size_t row) const {
  if (upsert_) return upsert_->version(row);
  return create_ ? create_->version(chosen_[row]) : change_->version(row);
}

rows::Recording& NestedPart::recording() {
  if (upsert_) return upsert_->recording();
  return create_ ? create_->recording() : change_->recording();
}

Result<void> NestedPart::require_rows() const {
  if (upsert_) return upsert_->require_rows();
  return create_ ? create_->require_rows(rows()) : change_->require_rows();
}

Cell NestedPart::before(std::size_t nth, model::FieldId field) const {
  return change_ ? change_->before(nth, field) : value(chosen_[nth], field);
}

Cell NestedPart::value(std::size_t number, model::FieldId field) const {
  if (upsert_) return upsert_->stored(number, field);
  if (create_) return create_->value(number, field);
  if (chosen_.size() == rows_.size()) return change_->value(number, field);
  const auto at = std::ranges::lower_bound(chosen_, number);
  return change_->value(static_cast<std::size_t>(at - chosen_.begin()), field);
}

Error NestedPart::at_row(const Error& error, std::size_t number) const {
  if (links()) return at_path(error, path(number));
  if (upsert_) return upsert_->at_row(error, number);
  return create_ ? create_->at_row(error, number) : change_->at_row(error, number);
}

}  // namespace bedplate::engine
