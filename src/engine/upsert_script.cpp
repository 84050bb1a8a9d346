#include "engine/upsert_script.hpp"

#include <algorithm>

#include "engine/conflict.hpp"

namespace bedplate::engine {

using Found = ChangeScript::Found;

Result<void> UpsertScript::prepare(Uuid7& uuids, Arena& arena) { return create_.make_rows(uuids, arena); }

Task<Result<void>> UpsertScript::run(store::Transaction& transaction) {
  begin();
  if (late_) create_.make_again();
  BP_CO_TRY_VOID(co_await write(transaction));
  BP_CO_TRY_VOID(require_rows());
  BP_CO_TRY_VOID(co_await check(transaction));
  co_return co_await read_back(transaction);
}

Task<Result<void>> UpsertScript::read_back(store::Transaction& transaction) {
  for (const Written& each : written_)
    BP_CO_TRY_VOID(
        co_await create_.read_back(transaction, each.inserted ? create_.key(each.row) : change_.key(each.row)));
  co_return Result<void>{};
}

void UpsertScript::begin() {
  arena_.reset();
  written_.clear();
  inserted_.clear();
  change_.begin();
  create_.recording().clear();
}

Cell UpsertScript::stored(std::size_t number, model::FieldId field) const {
  const auto at = std::ranges::lower_bound(written_, number, {}, &Written::number);
  if (at == written_.end() || at->number != number) return create_.value(number, field);
  return value(static_cast<std::size_t>(at - written_.begin()), field);
}

Task<Result<void>> UpsertScript::write(store::Transaction& transaction, const std::vector<std::size_t>* only) {
  for (const std::size_t i : change_.lock_order())
    if (only == nullptr || std::ranges::binary_search(*only, i)) BP_CO_TRY_VOID(co_await row(transaction, i));
  std::ranges::sort(inserted_);
  std::ranges::sort(written_, {}, &Written::number);
  co_return Result<void>{};
}

Task<Result<void>> UpsertScript::check(store::Transaction& transaction) {
  BP_CO_TRY_VOID(co_await create_.check(transaction, inserted_));
  co_return co_await change_.check(transaction);
}

Task<Result<void>> UpsertScript::row(store::Transaction& transaction, std::size_t number) {
  BP_CO_TRY(const Found found, co_await change_.find_one(transaction, number));
  switch (found) {
    case Found::kNone:
    case Found::kUnreadable:
    case Found::kForbidden:
      if (precondition_ != nullptr && !precondition_->holds_of_none())
        co_return failure(precondition_failed(*precondition_));
      // One that may not be read or changed conflicts like any other: the insert says so, to whom it may be said.
      co_return co_await insert(transaction, number, found);
    case Found::kYes:
      break;
  }
  if (!merges_) co_return Result<void>{};
  const std::size_t changed = change_.rows() - 1;
  BP_CO_TRY_VOID(co_await change_.write_from(transaction, changed));
  written_.push_back({.number = number, .inserted = false, .row = changed});
  co_return Result<void>{};
}

Task<Result<void>> UpsertScript::insert(store::Transaction& transaction, std::size_t number, Found found) {
  BP_CO_TRY_VOID(create_.judge(number, arena_));
  auto inserted = co_await create_.insert(transaction, number, 1);
  if (!inserted && inserted.error().reason() == Reason::kUniqueViolation && found == Found::kNone) {
    // Somebody else's insert may have come between: then all begins again.
    BP_CO_TRY(const Found now, co_await change_.find_one(transaction, number));
    if (now != Found::kNone) co_return failure(Reason::kConflict, "Another operation wrote the same row.");
  }
  if (!inserted) co_return inserted;
  written_.push_back({.number = number, .inserted = true, .row = number});
  inserted_.push_back(number);
  co_return Result<void>{};
}

}  // namespace bedplate::engine
