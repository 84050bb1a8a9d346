// Links of a many-to-many relation with an entity between: its rows, by its rules.
#include <algorithm>
#include <numeric>
#include <set>

#include "engine/refusal.hpp"
#include "json/document.hpp"
#include "rest/nested.hpp"
#include "rest/nested_error.hpp"

namespace bedplate::rest {

using model::EntityId;
using model::FieldId;
using operation::Change;
using operation::NestedStep;
using operation::Operation;

NestedBinder::Between NestedBinder::between(EntityId entity, const model::Field& relation) const {
  const auto& entity_between = of(relation.join->through);
  const auto leads = [&](const model::Field& field, EntityId target, const std::vector<std::string>& columns) {
    if (field.kind != model::FieldKind::kToOne || field.target != target || field.foreign_key.size() != columns.size())
      return false;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (entity_between.fields[field.foreign_key[i]].column != columns[i]) return false;
    return true;
  };
  Between made{.entity = relation.join->through};
  for (const auto& field : entity_between.fields) {
    if (leads(field, entity, relation.join->near_columns)) made.near = &field;
    if (leads(field, relation.target, relation.join->far_columns)) made.far = &field;
  }
  BP_ASSERT(made.near != nullptr && made.far != nullptr);
  return made;
}

Result<void> NestedBinder::require_links(const Between& link, Verb verb, const std::string& path) const {
  const auto& entity = of(link.entity);
  const auto at = [&](const Error& error) { return failure(engine::at_path(error, path)); };
  const auto may = [&](model::Verb asked) {
    return access::require(binding_.view, link.entity, asked, binding_.refusal);
  };
  const bool creates = verb != Verb::kDisconnect, finds = verb != Verb::kCreate;
  if (auto allowed = creates ? may(model::Verb::kCreate) : Result<void>{}; !allowed) return at(allowed.error());
  if (!finds) return {};
  if (auto allowed = binding_.require_readable(link.entity); !allowed) return at(allowed.error());
  if (verb != Verb::kConnect)
    if (auto allowed = may(model::Verb::kDelete); !allowed) return at(allowed.error());
  if (entity.version_required && verb != Verb::kConnect)
    return at(Error(Reason::kInvalidValue, "a row of " + entity.plural + " is deleted by its version alone")
                  .with_hint("delete it by its own path, with its ETag in If-Match"));
  const auto readable = [&](FieldId field) {
    return field == entity.tenant || binding_.view.readable(link.entity, field).has_value();
  };
  if (std::ranges::all_of(entity.key, readable) && std::ranges::all_of(link.near->foreign_key, readable) &&
      std::ranges::all_of(link.far->foreign_key, readable))
    return {};
  return at(Error(Reason::kUnknownField, "rows of " + entity.plural + " cannot be named here"));
}

/// The far row by `target`, its key; null: it is late.
Result<NestedBinder::Row> NestedBinder::link_row(const Between& link, EntityId entity, const json::Node* target,
                                                 Place above, const std::string& path) const {
  const auto& entity_between = of(link.entity);
  const auto& far = of(link.far->target);
  Row row;
  row.path = path;
  row.connected.push_back(id_of(entity_between, *link.far));
  if (target != nullptr) {
    BP_TRY_VOID(require_nested_object(*target, path));
    if (target->children.size() != far.key.size())
      return failure(nested_error(path, "takes the key of a row of " + far.plural,
                                  "as in {\"" + far.fields[far.key[0]].name + "\": …}"));
  }
  for (std::size_t i = 0; i < far.key.size(); ++i) {
    const FieldId field = link.far->foreign_key[i];
    const std::string& name = far.fields[far.key[i]].name;
    const auto* given = target == nullptr ? nullptr : target->find(name);
    if (target != nullptr && given == nullptr)
      return failure(nested_error(path, "'" + name + "' is missing", "send the whole key"));
    if (field == entity_between.tenant) continue;
    row.values.push_back(given == nullptr ? json::Node{} : *given);
    row.values.back().key = entity_between.fields[field].name;
  }
  for (std::size_t i = 0; i < link.near->foreign_key.size(); ++i) {
    const FieldId field = link.near->foreign_key[i];
    if (field == entity_between.tenant) continue;
    row.values.push_back({.key = entity_between.fields[field].name});
    row.late.push_back({.field = field, .source = of(entity).key[i], .from = above});
  }
  return row;
}

Result<void> NestedBinder::connect_links(const Between& link, std::vector<Row> links, bool new_rows) {
  if (links.empty()) return {};
  BP_TRY_VOID(require_links(link, new_rows ? Verb::kCreate : Verb::kConnect, links[0].path));
  Rows rows{.entity = link.entity, .verb = Verb::kCreate, .relation = nullptr, .rows = std::move(links)};
  std::vector<Row*> mine;
  for (Row& row : rows.rows) mine.push_back(&row);
  BP_TRY(NestedStep step, make_step(rows, mine));
  step.is_link = true;
  if (!new_rows) {
    // What is connected already is not connected twice.
    BP_TRY(const auto present, push_find(link.entity, step.operation.create.fields, mine, step.operation.rows));
    std::vector<std::uint32_t> under(mine.size());
    std::iota(under.begin(), under.end(), std::uint32_t{0});
    make_absent(step, present, under, keys_without_tenant(of(link.entity), link.far->foreign_key));
  }
  BP_TRY([[maybe_unused]] const auto number, push(step));
  return {};
}

Result<void> NestedBinder::disconnect_links(const Between& link, std::vector<Row> links) {
  if (links.empty()) return {};
  BP_TRY_VOID(require_links(link, Verb::kDisconnect, links[0].path));
  Arena& arena = binding_.arena;
  const auto& entity = of(link.entity);
  auto fields = keys_without_tenant(entity, link.far->foreign_key);
  const std::size_t far = fields.size();
  for (const FieldId field : keys_without_tenant(entity, link.near->foreign_key)) fields.push_back(field);
  NestedStep step;
  step.operation.kind = Operation::Kind::kChange;
  Change& change = step.operation.change;
  change.kind = Change::Kind::kDelete;
  change.by_key = true;
  change.target.entity = link.entity;
  expr::Builder build = binding_.build();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Type type = entity.fields[fields[i]].type;
    const expr::Node* field = build.field(binding_.row(link.entity), fields[i], type);
    change.target.where = build.both(
        change.target.where, build.condition(expr::Op::kEq, {field, build.slot(static_cast<std::uint16_t>(i), type)}));
  }
  auto all = arena.make_array<std::span<const Cell>>(links.size());
  auto paths = arena.make_array<std::string_view>(links.size());
  std::vector<Row*> mine;
  for (std::size_t r = 0; r < links.size(); ++r) {
    mine.push_back(&links[r]);
    auto cells = arena.make_array<Cell>(fields.size());
    for (std::size_t i = 0; i < far; ++i) {
      auto cell = body_cell(links[r].values[i], entity.fields[fields[i]], binding_);
      if (!cell) return failure(nested_error(links[r].path, cell.error().message(), "send the key of a row"));
      cells[i] = *cell;
    }
    all[r] = cells;
    paths[r] = arena.copy(links[r].path);
  }
  step.operation.rows = all;
  step.paths = paths;
  BP_TRY([[maybe_unused]] const auto number, push(with_late(step, mine, fields)));
  return {};
}

Result<void> NestedBinder::set_links(EntityId entity, const Between& link, const model::Field& relation,
                                     std::span<Row* const> rows, Step above) {
  const FieldId id = id_of(of(entity), relation);
  std::vector<Row> parents;
  Rows named{.entity = link.entity, .verb = Verb::kCreate, .relation = nullptr, .rows = {}};
  std::vector<std::uint32_t> under;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const Member& member : rows[i]->members) {
      if (member.relation != id || member.verb != Verb::kSet) continue;
      const Place place{.step = above.number, .row = static_cast<std::uint32_t>(i)};
      const auto objects = nested_rows(*member.value);
      for (std::size_t n = 0; n < objects.size(); ++n) {
        BP_TRY(Row row, link_row(link, entity, &objects[n], place, nested_place(*member.value, member.path, n)));
        row.root = rows[i]->root;
        named.rows.push_back(std::move(row));
        under.push_back(static_cast<std::uint32_t>(parents.size()));
      }
      Row parent;
      parent.path = member.path;
      parent.root = rows[i]->root;
      const auto& keys = link.near->foreign_key;
      for (std::size_t k = 0; k < keys.size(); ++k)
        if (keys[k] != of(link.entity).tenant)
          parent.late.push_back({.field = keys[k], .source = of(entity).key[k], .from = place});
      parents.push_back(std::move(parent));
    }
  if (parents.empty()) return {};
  BP_TRY_VOID(count(named.rows.size()));
  BP_TRY_VOID(require_links(link, Verb::kSet, parents[0].path));
  std::vector<Row*> lists, mine;
  for (Row& row : parents) lists.push_back(&row);
  for (Row& row : named.rows) mine.push_back(&row);
  BP_TRY(const auto present,
         push_find(link.entity, keys_without_tenant(of(link.entity), link.near->foreign_key), lists, {}));
  const auto connects = static_cast<std::uint16_t>(steps_.size() + 1);
  BP_TRY_VOID(push_surplus(link.entity, {}, present, mine.empty() ? NestedStep::kNone : connects, parents[0].path));
  if (mine.empty()) return {};
  BP_TRY_VOID(require_different(mine));
  BP_TRY(NestedStep step, make_step(named, mine));
  step.is_link = true;
  make_absent(step, present, under, keys_without_tenant(of(link.entity), link.far->foreign_key));
  BP_TRY([[maybe_unused]] const auto number, push(step));
  return {};
}

/// A link is made once.
Result<void> NestedBinder::require_different(std::span<Row* const> links) const {
  std::set<std::string> seen;
  for (const Row* row : links) {
    std::string name = std::to_string(row->late.empty() ? 0 : row->late[0].from.row);
    for (const auto& value : row->values) json::append(name += ',', value);
    if (!seen.insert(std::move(name)).second)
      return failure(nested_error(row->path, "names a row that is named before it", "send each row once"));
  }
  return {};
}

Result<void> NestedBinder::add_links(EntityId entity, const model::Field& relation, std::span<Row* const> rows,
                                     Step above) {
  const FieldId id = id_of(of(entity), relation);
  const bool any = std::ranges::any_of(rows, [&](const Row* row) {
    return std::ranges::any_of(row->members, [&](const Member& member) { return member.relation == id; });
  });
  if (!any) return {};
  if (relation.join->through == model::kNoEntity) return add_joins(entity, relation, rows, above);
  const Between link = between(entity, relation);
  const auto named = [&](Verb verb) -> Result<std::vector<Row>> {
    std::vector<Row> made;
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (const Member& member : rows[i]->members) {
        if (member.relation != id || member.verb != verb) continue;
        const Place place{.step = above.number, .row = static_cast<std::uint32_t>(i)};
        BP_TRY(Row row, link_row(link, entity, verb == Verb::kCreate ? nullptr : member.value, place, member.path));
        row.root = rows[i]->root;
        made.push_back(std::move(row));
      }
    if (verb != Verb::kCreate) BP_TRY_VOID(count(made.size()));
    return made;
  };
  BP_TRY(auto gone, named(Verb::kDisconnect));
  BP_TRY_VOID(disconnect_links(link, std::move(gone)));
  BP_TRY_VOID(set_links(entity, link, relation, rows, above));
  BP_TRY(auto connected, named(Verb::kConnect));
  std::vector<Row*> distinct;
  for (Row& row : connected) distinct.push_back(&row);
  BP_TRY_VOID(require_different(distinct));
  BP_TRY_VOID(connect_links(link, std::move(connected), false));
  BP_TRY(Rows targets, rows_of(entity, relation, Verb::kCreate, rows, kAbove));
  if (targets.rows.empty()) return {};
  targets.relation = nullptr;
  BP_TRY(const auto places, add(std::move(targets), above.depth + 1));
  BP_TRY(auto links, named(Verb::kCreate));
  for (std::size_t i = 0; i < links.size(); ++i)
    for (std::size_t k = 0; k < link.far->foreign_key.size(); ++k)
      if (const FieldId field = link.far->foreign_key[k]; field != of(link.entity).tenant)
        links[i].late.push_back({.field = field, .source = of(relation.target).key[k], .from = places[i]});
  return connect_links(link, std::move(links), true);
}

}  // namespace bedplate::rest
