#include "plan/plan.hpp"

#include "expr/visit.hpp"
#include "plan/planner.hpp"
#include "plan/query.hpp"

namespace bedplate::plan {

const Node* Planner::field(model::EntityId entity, model::FieldId id) {
  return build_.field(build_.row(entity, 0, false), id, model_.field(entity, id).type);
}

std::uint16_t Planner::column(std::uint16_t id, std::uint16_t alias, const Node* node) {
  at(id).columns.push_back({.node = node, .alias = alias});
  return static_cast<std::uint16_t>(at(id).columns.size() - 1);
}

std::uint16_t Planner::key_column(std::uint16_t id, std::uint16_t alias, model::FieldId wanted) {
  const auto& columns = at(id).columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Node* node = columns[i].node;
    if (columns[i].alias == alias && expr::is_field(*node, wanted)) return static_cast<std::uint16_t>(i);
  }
  return column(id, alias, field(at(id).aliases[alias].entity, wanted));
}

/// A column that has the value already, else one more.
std::uint16_t Planner::place_column(std::uint16_t id, const Node* node) {
  const auto& columns = at(id).columns;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].alias == 0 && expr::same(*columns[i].node, *node)) return static_cast<std::uint16_t>(i);
  return column(id, 0, node);
}

void Planner::complete_order(Statement& statement) {
  const auto& entity = model_.entity(statement.aliases[0].entity);
  for (const model::FieldId key : entity.key) {
    const bool there = std::any_of(statement.order.begin(), statement.order.end(),
                                   [&](const Order& order) { return expr::is_field(*order.value.node, key); });
    if (!there) statement.order.push_back({.value = {.node = field(statement.aliases[0].entity, key), .alias = 0}});
  }
}

std::uint16_t Planner::statement(const Query& query) {
  const auto id = static_cast<std::uint16_t>(made_.statements.size());
  made_.statements.emplace_back();
  made_.rows.push_back(nullptr);
  at(id).aliases.push_back({.entity = query.entity});
  if (const Node* where = conditions_.of(query)) at(id).where.push_back({.node = where, .alias = 0});
  at(id).limit_slot = query.limit_slot;
  at(id).offset_slot = query.offset_slot;
  if (query.grouped) {
    group(id, query);
    return id;
  }
  for (const auto& term : query.order)
    at(id).order.push_back(
        {.value = {.node = term.node, .alias = 0}, .descending = term.descending, .nulls_first = term.nulls_first});
  if (query.after != nullptr) at(id).where.push_back({.node = query.after, .alias = 0});
  complete_order(at(id));
  made_.rows[id] = object(id, 0, query);
  if (query.places)
    for (const auto& term : at(id).order) made_.places.push_back(place_column(id, term.value.node));
  return id;
}

const Object* Planner::object(std::uint16_t id, std::uint16_t alias, const Query& query) {
  made_.objects.push_back(std::make_unique<Object>());
  Object& made = *made_.objects.back();
  for (const SelectItem& item : query.select) {
    if (item.kind == SelectItem::Kind::kEmbed) {
      embed(id, alias, item, made);
      continue;
    }
    Member member;
    member.name = item.name;
    member.type = item.node->type;
    member.column = column(id, alias, item.node);
    made.members.push_back(member);
  }
  return &made;
}

void Planner::embed(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object) {
  const auto& relation = model_.field(at(id).aliases[alias].entity, item.embed->relation);
  if (relation.kind == FieldKind::kToOne)
    embed_one(id, alias, item, object);
  else
    embed_many(id, alias, item, object);
}

std::uint16_t Planner::join(std::uint16_t id, std::uint16_t alias, const Embed& embed) {
  at(id).aliases.push_back({.entity = embed.query.entity,
                            .parent = alias,
                            .relation = embed.relation,
                            .filter = conditions_.of(embed.query),
                            .shown = embed.shown});
  return static_cast<std::uint16_t>(at(id).aliases.size() - 1);
}

void Planner::embed_one(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object) {
  const Embed& embed = *item.embed;
  const std::uint16_t joined = join(id, alias, embed);
  Member member;
  member.kind = embed.spread ? Member::Kind::kSpread : Member::Kind::kObject;
  member.name = item.name;
  member.presence = key_column(id, joined, model_.entity(embed.query.entity).key[0]);
  member.object = this->object(id, joined, embed.query);
  object.members.push_back(member);
}

void Planner::embed_many(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object) {
  const Embed& embed = *item.embed;
  Link link;
  link.parent = id;
  link.parent_alias = alias;
  link.relation = embed.relation;
  link.shown = embed.shown;
  link.through = embed.through;
  const model::EntityId parent = at(id).aliases[alias].entity;
  for (const model::FieldId key : model_.entity(parent).key) {
    if (embed.shown == nullptr) {
      link.parent_columns.push_back(key_column(id, alias, key));
      continue;
    }
    // A key that is null where the relation is not shown finds no rows.
    const Node* plain = field(parent, key);
    Type type = plain->type;
    type.nullable = true;
    link.parent_columns.push_back(
        column(id, alias, build_.make(Op::kConditional, type, {embed.shown, plain, build_.null(type)})));
  }
  const std::uint16_t child = statement(embed.query);
  at(child).link = std::move(link);
  at(child).max_rows = limits_.embedded;
  at(id).children.push_back(child);
  Member member;
  member.kind = Member::Kind::kList;
  member.name = item.name;
  member.statement = child;
  object.members.push_back(member);
}

void Planner::count(const Query& query) {
  const auto id = static_cast<std::uint16_t>(made_.statements.size());
  made_.statements.emplace_back();
  made_.rows.push_back(nullptr);
  at(id).aliases.push_back({.entity = query.entity});
  if (const Node* where = conditions_.of(query)) at(id).where.push_back({.node = where, .alias = 0});
  if (query.grouped) group(id, query);
  at(id).count_only = true;
  made_.count_statement = id;
  made_.rows[id] = nullptr;
}

ReadTemplate plan_query(const operation::Query& query, operation::Count count, const model::Model& model, Arena& arena,
                        const Limits& limits, std::uint16_t first_scope) {
  Planner planner(model, arena, limits, first_scope);
  planner.statement(query);
  if (count != operation::Count::kNone) planner.count(query);
  return planner.take();
}

ReadTemplate make_plan(const access::Authorized<access::Allowed>& allowed, const model::Model& model, Arena& arena,
                       const Limits& limits) {
  ReadTemplate made = plan_query(allowed->read.query, allowed->read.count, model, arena, limits, allowed->next_scope);
  if (!allowed->read.version) return made;
  const auto entity = allowed->read.query.entity;
  const FieldId version = model.entity(entity).version;
  expr::Builder build(arena);
  made.version = static_cast<std::uint16_t>(made.statements[0].columns.size());
  made.statements[0].columns.push_back(
      {.node = build.field(build.row(entity, 0, false), version, model.field(entity, version).type), .alias = 0});
  return made;
}

}  // namespace bedplate::plan
