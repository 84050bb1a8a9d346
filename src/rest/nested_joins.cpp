// Links of a many-to-many relation whose table is its own. They have no rules but those of their ends: the near row is
// inserted or updated by a step before, the caller reads the far one, and may write the relation.
#include <algorithm>
#include <numeric>

#include "engine/refusal.hpp"
#include "expr/visit.hpp"
#include "rest/nested.hpp"
#include "rest/nested_error.hpp"

namespace bedplate::rest {

using model::EntityId;
using model::FieldId;
using operation::Change;
using operation::LateCell;
using operation::NestedStep;
using operation::Operation;

/// By the rules of a field of the near row, which must hold whatever the row: there is no row to ask them of.
Result<void> NestedBinder::require_joins(EntityId entity, const model::Field& relation, std::uint16_t step,
                                         const std::string& path) const {
  const auto& near = of(entity);
  const FieldId id = id_of(near, relation);
  const auto refused = [&] {
    return failure(engine::at_path(Error(Reason::kForbidden, "'" + relation.name + "' may not be written in every row")
                                       .with_hint("have the rules that grant the write name the relation, or none"),
                                   path));
  };
  const auto may = [&](model::Verb verb) {
    const auto* written = binding_.view.written_field(entity, id, verb);
    return written != nullptr && expr::is_true(*written) &&
           std::ranges::all_of(near.rules, [&](const model::Rule& rule) {
             return !rule.allow || !rule.verbs.has(verb) || rule.fields.empty() ||
                    std::ranges::find(rule.fields, id) != rule.fields.end();
           });
  };
  const bool creates = steps_[step].operation.kind == Operation::Kind::kCreate;
  const bool changes = !creates || steps_[step].merge != nullptr;
  if ((creates && !may(model::Verb::kCreate)) || (changes && !may(model::Verb::kUpdate))) return refused();
  for (const FieldId key : of(relation.target).key)
    if (!binding_.view.readable(relation.target, key)) return refused();
  if (auto allowed = binding_.require_readable(relation.target); !allowed)
    return failure(engine::at_path(allowed.error(), path));
  return {};
}

/// Those whose keys are given; each must be a row that the caller reads.
Result<std::vector<NestedBinder::Linked>> NestedBinder::named_joins(const Join& join, std::span<Row* const> rows,
                                                                    Verb verb) {
  const auto& relation = *join.relation;
  const FieldId id = id_of(of(join.entity), relation);
  Rows named{.entity = relation.target, .verb = Verb::kConnect, .relation = nullptr, .rows = {}};
  std::vector<Linked> links;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const Member& member : rows[i]->members) {
      if (member.relation != id || member.verb != verb) continue;
      const auto objects = nested_rows(*member.value);
      for (std::size_t n = 0; n < objects.size(); ++n) {
        std::string path = verb == Verb::kSet ? nested_place(*member.value, member.path, n) : member.path;
        BP_TRY_VOID(require_nested_object(objects[n], path));
        BP_TRY(Row row, take_row(objects[n], relation.target, Verb::kConnect, path, {}, false));
        row.root = rows[i]->root;
        named.rows.push_back(std::move(row));
        links.push_back({.path = std::move(path),
                         .near = static_cast<std::uint32_t>(i),
                         .key = {},
                         .place = {},
                         .root = rows[i]->root});
      }
    }
  if (links.empty()) return links;
  BP_TRY_VOID(count(links.size()));
  std::vector<Row*> mine;
  for (Row& row : named.rows) mine.push_back(&row);
  BP_TRY(NestedStep find, make_step(named, mine));
  find.operation.change.kind = Change::Kind::kFind;
  for (std::size_t i = 0; i < links.size(); ++i) links[i].key = find.operation.rows[i];
  BP_TRY([[maybe_unused]] const auto number, push(find));
  return links;
}

/// Their rows: the far key, the near one, the tenant.
NestedStep NestedBinder::join_step(const Join& join, std::span<const Linked> links) const {
  Arena& arena = binding_.arena;
  const auto& near = of(join.entity);
  const auto& far = of(join.relation->target);
  NestedStep step;
  step.links = operation::Links{.entity = join.entity, .relation = id_of(near, *join.relation)};
  std::vector<FieldId> sources(near.key.begin(), near.key.end());
  if (!join.relation->join->tenant_column.empty()) sources.push_back(near.tenant);
  auto rows = arena.make_array<std::span<const Cell>>(links.size());
  auto paths = arena.make_array<std::string_view>(links.size());
  auto roots = arena.make_array<std::uint32_t>(links.size());
  std::vector<LateCell> late;
  for (std::size_t r = 0; r < links.size(); ++r) {
    auto cells = arena.make_array<Cell>(far.key.size() + sources.size());
    std::ranges::copy(links[r].key, cells.begin());
    const auto add = [&](std::size_t cell, Place from, FieldId field) {
      late.push_back({.row = static_cast<std::uint32_t>(r),
                      .cell = static_cast<std::uint16_t>(cell),
                      .step = from.step,
                      .from = from.row,
                      .field = field});
    };
    for (std::size_t i = 0; links[r].key.empty() && i < far.key.size(); ++i) add(i, links[r].place, far.key[i]);
    for (std::size_t i = 0; i < sources.size(); ++i)
      add(far.key.size() + i, {.step = join.above.number, .row = links[r].near}, sources[i]);
    rows[r] = cells;
    paths[r] = arena.copy(links[r].path);
    roots[r] = links[r].root;
  }
  step.operation.rows = rows;
  step.paths = paths;
  step.roots = roots;
  step.late = arena.copy_array<LateCell>(std::span<const LateCell>(late));
  return step;
}

Result<void> NestedBinder::push_joins(const Join& join, std::span<const Linked> links, bool removes) {
  if (links.empty()) return {};
  NestedStep step = join_step(join, links);
  step.links->does = removes ? operation::Links::Does::kUnlink : operation::Links::Does::kLink;
  BP_TRY([[maybe_unused]] const auto number, push(step));
  return {};
}

// What is linked is found as rows of the other side, so that only those that the caller reads are taken away.
Result<void> NestedBinder::set_joins(const Join& join, std::span<Row* const> rows) {
  Arena& arena = binding_.arena;
  const auto& near = of(join.entity);
  const auto& far = of(join.relation->target);
  const FieldId id = id_of(near, *join.relation);
  std::vector<Linked> lists;
  std::vector<std::uint32_t> list_of(rows.size());  // by near row
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const Member& member : rows[i]->members)
      if (member.relation == id && member.verb == Verb::kSet) {
        list_of[i] = static_cast<std::uint32_t>(lists.size());
        lists.push_back({.path = member.path,
                         .near = static_cast<std::uint32_t>(i),
                         .key = arena.make_array<Cell>(far.key.size()),
                         .place = {},
                         .root = rows[i]->root});
      }
  if (lists.empty()) return {};
  NestedStep find = join_step(join, lists);
  find.links->does = operation::Links::Does::kFind;
  find.operation.kind = Operation::Kind::kChange;
  Change& change = find.operation.change;
  change.kind = Change::Kind::kFind;
  change.target.entity = join.relation->target;
  change.target.where = operation::key_condition(binding_.model(), join.relation->target, 0, arena);
  BP_TRY(const auto present, push(find));
  BP_TRY(const auto links, named_joins(join, rows, Verb::kSet));
  const auto named = static_cast<std::uint16_t>(steps_.size() + 1);
  NestedStep surplus = join_step(join, std::span(lists).first(1));
  surplus.late = {};
  surplus.roots = {};
  surplus.links->does = operation::Links::Does::kUnlink;
  surplus.which = NestedStep::Which::kSurplus;
  surplus.present = present;
  surplus.named = links.empty() ? NestedStep::kNone : named;
  BP_TRY([[maybe_unused]] const auto number, push(surplus));
  if (links.empty()) return {};
  NestedStep made = join_step(join, links);
  std::vector<std::uint32_t> under;
  for (const Linked& link : links) under.push_back(list_of[link.near]);
  make_absent(made, present, under, far.key);
  made.which = NestedStep::Which::kAll;  // linking what is linked changes nothing
  BP_TRY([[maybe_unused]] const auto last, push(made));
  return {};
}

Result<void> NestedBinder::add_joins(EntityId entity, const model::Field& relation, std::span<Row* const> rows,
                                     Step above) {
  const FieldId id = id_of(of(entity), relation);
  for (const Row* row : rows)
    for (const Member& member : row->members)
      if (member.relation == id) BP_TRY_VOID(require_joins(entity, relation, above.number, member.path));
  const Join join{.entity = entity, .relation = &relation, .above = above};
  BP_TRY(const auto gone, named_joins(join, rows, Verb::kDisconnect));
  BP_TRY_VOID(push_joins(join, gone, true));
  BP_TRY_VOID(set_joins(join, rows));
  BP_TRY(const auto connected, named_joins(join, rows, Verb::kConnect));
  BP_TRY_VOID(push_joins(join, connected, false));
  BP_TRY(Rows targets, rows_of(entity, relation, Verb::kCreate, rows, kAbove));
  if (targets.rows.empty()) return {};
  targets.relation = nullptr;
  BP_TRY(const auto places, add(std::move(targets), above.depth + 1));
  std::vector<Linked> made;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const Member& member : rows[i]->members)
      if (member.relation == id && member.verb == Verb::kCreate)
        made.push_back({.path = member.path,
                        .near = static_cast<std::uint32_t>(i),
                        .key = {},
                        .place = places[made.size()],
                        .root = rows[i]->root});
  return push_joins(join, made, false);
}

}  // namespace bedplate::rest
