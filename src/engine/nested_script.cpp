#include "engine/nested_script.hpp"

#include <algorithm>

#include "base/scalar.hpp"
#include "engine/conflict.hpp"

namespace bedplate::engine {

using operation::NestedStep;

NestedScript::NestedScript(const operation::NestedWrite& tree, std::span<const NestedTemplates> found,
                           const WriteInputs& inputs, Arena& arena)
    : tree_(tree), model_(inputs.model), arena_(arena) {
  const WriteInputs below{.model = inputs.model,
                          .found = inputs.found,
                          .history = inputs.history,
                          .operation = inputs.operation,
                          .principal = inputs.principal,
                          .now = inputs.now,
                          .explain = inputs.explain,
                          .deletion = inputs.deletion};
  for (std::size_t i = 0; i < tree.steps.size(); ++i)
    parts_.emplace_back(tree.steps[i], found[i], i == tree.root ? inputs : below, arena);
}

Result<void> NestedScript::prepare(Uuid7& uuids) {
  for (NestedPart& part : parts_) BP_TRY_VOID(part.prepare(uuids, arena_));
  const bool known = root().creates() && tree_.left == NestedStep::kNone;
  return known ? root().require_rows() : Result<void>{};
}

Task<Result<void>> NestedScript::run(store::Transaction& transaction) {
  finished_ = false;
  running_.reset();
  written_.clear();
  left_.clear();
  for (NestedPart& part : parts_) part.begin();
  for (NestedPart& part : parts_)
    if (auto written = co_await write(transaction, part); !written)
      co_return failure(told(std::move(written).error(), part));
  for (NestedPart& part : parts_)
    if (auto checked = co_await part.check(transaction); !checked)
      co_return failure(told(std::move(checked).error(), part));
  BP_CO_TRY_VOID(co_await parts_[tree_.root].read_back(transaction));
  finished_ = true;
  co_return Result<void>{};
}

Result<void> NestedScript::fill(NestedPart& part) {
  const NestedStep& step = part.step();
  for (const auto& late : step.late)
    if (!part.is_left(late.row, left_)) BP_TRY_VOID(part.fill(late, parts_[late.step].value(late.from, late.field)));
  for (const auto& late : step.merge_late)
    if (!part.is_left(late.row, left_)) part.fill_merge(late, parts_[late.step].value(late.from, late.field));
  part.filled();
  if (!left_.empty()) part.leave_out(left_);
  if (step.which == NestedStep::Which::kAbsent) part.choose_absent(parts_[step.present]);
  if (step.which == NestedStep::Which::kSurplus)
    part.take_surplus(parts_[step.present], step.named == NestedStep::kNone ? nullptr : &parts_[step.named], running_);
  return {};
}

Task<Result<void>> NestedScript::write(store::Transaction& transaction, NestedPart& part) {
  BP_CO_TRY_VOID(fill(part));
  const bool is_root = &part == &root();
  if (part.rows() == 0) co_return is_root ? part.require_rows() : Result<void>{};
  if (part.links()) co_return co_await part.link(transaction, model_);
  BP_CO_TRY_VOID(co_await part.find(transaction, running_));
  NestedPart* const finder = tree_.left == NestedStep::kNone ? nullptr : &parts_[tree_.left];
  if (&part == finder) left_ = part.there();
  if (part.finds()) co_return Result<void>{};
  // How many rows of an upsert there are is known once they are written; which one is there, too.
  const bool known = part.changes();
  if (is_root && (known || part.creates())) BP_CO_TRY_VOID(part.require_rows());
  if (known) BP_CO_TRY_VOID(enter(part));
  BP_CO_TRY_VOID(co_await part.write(transaction, running_, is_root ? finder : nullptr));
  if (is_root && !known && !part.creates()) BP_CO_TRY_VOID(part.require_rows());
  co_return known ? Result<void>{} : enter(part);
}

// A second change of a row would be judged by an image that the first one made, and not by the row as it was.
Result<void> NestedScript::enter(const NestedPart& part) {
  const auto& entity = model_.entity(part.entity());
  for (std::size_t nth = 0; nth < part.done(); ++nth) {
    const std::size_t number = part.number(nth);
    std::string key = std::to_string(part.entity());
    for (const auto field : entity.key) append_json(key += ',', entity.fields[field].type, part.before(nth, field));
    const auto path = part.path(number);
    const bool several = &part == &root() && part.step().operation.rows.size() > 1;
    const std::string name = several        ? "[" + std::to_string(number) + "]"
                             : path.empty() ? "the row that it is below"
                                            : std::string(path);
    const auto [first, is_new] = written_.try_emplace(std::move(key), Written{.name = name, .gone = part.deletes()});
    if (is_new) continue;
    if (!part.creates() || !first->second.gone) return failure(part.at_row(same_row(first->second.name), number));
    first->second = {.name = name};
  }
  return {};
}

/// A key that the client connects means a row: one that is not there is told like any other of that kind.
Error NestedScript::told(Error error, const NestedPart& part) const {
  const auto& connected = part.step().connected;
  if (error.reason() != Reason::kForeignKeyViolation || connected.empty() || error.fields().empty()) return error;
  const auto& entity = model_.entity(part.entity());
  for (const auto relation : connected) {
    const auto& keys = entity.fields[relation].foreign_key;
    std::string_view place;  // of the row, with its point
    const auto is_key = [&](const FieldError& field) {
      return std::ranges::any_of(keys, [&](model::FieldId key) {
        const std::string& name = entity.fields[key].name;
        const bool same = field.path == name || field.path.ends_with("." + name);
        if (same) place = std::string_view(field.path).substr(0, field.path.size() - name.size());
        return same;
      });
    };
    if (!std::ranges::all_of(error.fields(), is_key)) continue;
    const Error missing = not_found(model_.entity(entity.fields[relation].target));
    const std::string path = part.step().is_link ? std::string(place.substr(0, place.size() - 1))
                                                 : std::string(place) + entity.fields[relation].name + ".connect";
    return at_path(missing, path).caused_by(error.cause());
  }
  return error;
}

std::size_t NestedScript::held() const {
  std::size_t bytes = running_.footprint();
  for (const NestedPart& part : parts_) bytes += part.held();
  return bytes;
}

Error NestedScript::at_commit(Error error) const {
  if (!finished_ || !error.fields().empty()) return error;
  for (const NestedPart& part : parts_) {
    const auto& entity = model_.entity(part.entity());
    Error named = name_conflict(error, entity, std::vector<Cell>(entity.fields.size()));
    if (!named.fields().empty()) return named;
  }
  return error;
}

}  // namespace bedplate::engine
