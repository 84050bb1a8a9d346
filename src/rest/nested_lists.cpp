// Rows that are to be all that a list has: those that are there are found, what is too many leaves it, what is not
// there joins it.

#include "engine/refusal.hpp"
#include "rest/nested.hpp"
#include "rest/nested_error.hpp"

namespace bedplate::rest {

using model::EntityId;
using model::FieldId;
using operation::Change;
using operation::NestedStep;
using operation::Operation;

Result<std::uint16_t> NestedBinder::push_find(EntityId entity, std::span<const FieldId> fields,
                                              std::span<Row* const> rows,
                                              std::span<const std::span<const Cell>> cells) {
  Arena& arena = binding_.arena;
  NestedStep step;
  step.operation.kind = Operation::Kind::kChange;
  Change& change = step.operation.change;
  change.kind = Change::Kind::kFind;
  change.target.entity = entity;
  expr::Builder build = binding_.build();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Type type = of(entity).fields[fields[i]].type;
    change.target.where = build.both(change.target.where,
                                     build.condition(expr::Op::kEq, {build.field(binding_.row(entity), fields[i], type),
                                                                     build.slot(static_cast<std::uint16_t>(i), type)}));
  }
  auto all = arena.make_array<std::span<const Cell>>(rows.size());
  auto paths = arena.make_array<std::string_view>(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    all[i] = cells.empty() ? std::span<const Cell>(arena.make_array<Cell>(fields.size())) : cells[i];
    paths[i] = arena.copy(rows[i]->path);
  }
  step.operation.rows = all;
  step.paths = paths;
  return push(with_late(step, rows, fields));
}

Result<void> NestedBinder::push_surplus(EntityId entity, std::span<const FieldId> cleared, std::uint16_t present,
                                        std::uint16_t named, const std::string& path) {
  Arena& arena = binding_.arena;
  const auto& key = of(entity).key;
  NestedStep step;
  step.operation.kind = Operation::Kind::kChange;
  Change& change = step.operation.change;
  change.kind = cleared.empty() ? Change::Kind::kDelete : Change::Kind::kUpdate;
  change.by_key = true;
  change.target.entity = entity;
  change.target.where = operation::key_condition(binding_.model(), entity, 0, arena);
  auto assignments = arena.make_array<operation::Assignment>(cleared.size());
  for (std::size_t i = 0; i < cleared.size(); ++i) assignments[i] = {.field = cleared[i]};
  change.assignments = assignments;
  auto row = arena.make_array<std::span<const Cell>>(1);
  row[0] = arena.make_array<Cell>(key.size() + cleared.size());
  step.operation.rows = row;
  auto paths = arena.make_array<std::string_view>(1);
  paths[0] = arena.copy(path);
  step.paths = paths;
  step.which = NestedStep::Which::kSurplus;
  step.present = present;
  step.named = named;
  BP_TRY([[maybe_unused]] const auto number, push(step));
  return {};
}

/// `step` is about those of its rows that `present` has not found below the rows `under`.
void NestedBinder::make_absent(NestedStep& step, std::uint16_t present, std::span<const std::uint32_t> under,
                               std::span<const FieldId> compared) const {
  step.which = NestedStep::Which::kAbsent;
  step.present = present;
  step.under = binding_.arena.copy_array<std::uint32_t>(under);
  step.compared = binding_.arena.copy_array<FieldId>(compared);
}

// Those that are there and readable and are not named are disconnected, those that are named and not there connected.
Result<void> NestedBinder::add_set(EntityId entity, const model::Field& relation, std::span<Row* const> rows,
                                   Step above) {
  const FieldId id = id_of(of(entity), relation);
  const auto& child = of(relation.target);
  std::vector<Row> parents;
  Rows named{.entity = relation.target, .verb = Verb::kConnect, .relation = &relation, .rows = {}};
  std::vector<std::uint32_t> under;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const Member& member : rows[i]->members) {
      if (member.relation != id || member.verb != Verb::kSet) continue;
      const Place place{.step = above.number, .row = static_cast<std::uint32_t>(i)};
      const auto objects = nested_rows(*member.value);
      for (std::size_t n = 0; n < objects.size(); ++n) {
        const std::string path = nested_place(*member.value, member.path, n);
        BP_TRY_VOID(require_nested_object(objects[n], path));
        BP_TRY(Row row, take_row(objects[n], relation.target, Verb::kConnect, path, {}, false));
        row.root = rows[i]->root;
        place_below(relation, entity, place, named, row);
        named.rows.push_back(std::move(row));
        under.push_back(static_cast<std::uint32_t>(parents.size()));
      }
      Row parent;
      parent.path = member.path;
      parent.root = rows[i]->root;
      place_below(relation, entity, place, named, parent);
      parents.push_back(std::move(parent));
    }
  if (parents.empty()) return {};
  BP_TRY_VOID(count(named.rows.size()));
  Rows asked{.entity = relation.target, .verb = Verb::kDisconnect, .relation = &relation, .rows = {}};
  asked.rows.push_back({.path = parents[0].path});
  BP_TRY_VOID(require(asked));
  const auto keys = keys_without_tenant(child, relation.foreign_key);
  for (const FieldId key : keys)
    if (const auto may = binding_.view.writable(relation.target, child.fields[key].name, model::Verb::kUpdate); !may)
      return failure(engine::at_path(may.error(), parents[0].path));
  std::vector<Row*> lists, mine;
  for (Row& row : parents) lists.push_back(&row);
  for (Row& row : named.rows) mine.push_back(&row);
  BP_TRY(const auto present, push_find(relation.target, keys, lists, {}));
  const auto connects = static_cast<std::uint16_t>(steps_.size() + 1);
  BP_TRY_VOID(
      push_surplus(relation.target, keys, present, mine.empty() ? NestedStep::kNone : connects, parents[0].path));
  if (mine.empty()) return {};
  BP_TRY(NestedStep step, make_step(named, mine));
  make_absent(step, present, under, child.key);
  BP_TRY([[maybe_unused]] const auto number, push(step));
  return {};
}

}  // namespace bedplate::rest
