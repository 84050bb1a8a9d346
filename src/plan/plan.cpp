#include "plan/plan.hpp"

#include "expr/builder.hpp"
#include "expr/visit.hpp"
#include "operation/condition.hpp"
#include "plan/query.hpp"

namespace bedplate::plan {

using expr::Node;
using expr::Op;
using model::FieldKind;
using operation::Embed;
using operation::Query;
using operation::SelectItem;

namespace {

class Planner {
 public:
  Planner(const model::Model& model, Arena& arena, const Limits& limits, std::uint16_t first_scope)
      : model_(model), build_(arena), limits_(limits), conditions_(arena, first_scope) {}

  std::uint16_t statement(const Query& query);
  void count(const Query& query);
  ReadTemplate take() { return std::move(made_); }

 private:
  /// Members of the row of `alias` in statement `id`. What its inner embeddings demand of the row is added to
  /// `demands`.
  const Object* object(std::uint16_t id, std::uint16_t alias, const Query& query);
  void embed(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object);
  void embed_one(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object);
  void embed_many(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object);
  std::uint16_t column(std::uint16_t id, std::uint16_t alias, const Node* node);
  std::uint16_t key_column(std::uint16_t id, std::uint16_t alias, model::FieldId field);
  void complete_order(Statement& statement);
  std::uint16_t place_column(std::uint16_t id, const Node* node);

  // Of statements that group their rows:
  /// What the row of an alias adds to the groups; `present`: where it is null there is no such row. Null: it is there.
  struct GroupRow {
    std::uint16_t alias = 0;
    const Node* present = nullptr;
    std::uint16_t first_aggregate = 0;
  };
  void group(std::uint16_t id, const Query& query);
  const Object* group_object(std::uint16_t id, GroupRow row, const Query& query);
  Member group_embed(std::uint16_t id, GroupRow row, const SelectItem& item);
  std::uint16_t group_key(std::uint16_t id, const GroupRow& row, const Node* node);
  void group_order(std::uint16_t id, const Query& query);
  const Node* masked(const Node* present, const Node* value);
  const Node* later_aggregates(const Node* node, std::uint16_t by);
  std::uint16_t join(std::uint16_t id, std::uint16_t alias, const Embed& embed);

  const Node* field(model::EntityId entity, model::FieldId id);
  Statement& at(std::uint16_t id) { return made_.statements[id]; }

  const model::Model& model_;
  expr::Builder build_;
  const Limits& limits_;
  ReadTemplate made_;
  operation::Conditions conditions_;
};

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

void Planner::group(std::uint16_t id, const Query& query) {
  at(id).grouping.emplace();
  made_.rows[id] = group_object(id, {}, query);
  at(id).grouping->having = query.having;
  group_order(id, query);
}

const Node* Planner::masked(const Node* present, const Node* value) {
  if (present == nullptr) return value;
  Type type = value->type;
  type.nullable = true;
  return build_.make(Op::kConditional, type, {present, value, build_.null(type)});
}

/// `node` with the aggregates of a row whose own begin further behind.
const Node* Planner::later_aggregates(const Node* node, std::uint16_t by) {
  if (node == nullptr || by == 0) return node;
  Node made = *node;
  if (node->op == Op::kAggregate) made.slot = static_cast<std::uint16_t>(made.slot + by);
  auto args = build_.arena().make_array<const Node*>(node->args.size());
  for (std::size_t i = 0; i < args.size(); ++i) args[i] = later_aggregates(node->args[i], by);
  made.args = args;
  return build_.arena().make<Node>(made);
}

/// The column of a key of the groups.
std::uint16_t Planner::group_key(std::uint16_t id, const GroupRow& row, const Node* node) {
  auto& keys = at(id).grouping->keys;
  const Node* value = masked(row.present, node);
  keys.push_back({.node = value, .alias = row.alias});
  const Node leaf{.op = Op::kGroupKey, .type = value->type, .slot = static_cast<std::uint16_t>(keys.size() - 1)};
  return column(id, 0, build_.arena().make<Node>(leaf));
}

const Object* Planner::group_object(std::uint16_t id, GroupRow row, const Query& query) {
  auto& aggregates = at(id).grouping->aggregates;
  row.first_aggregate = static_cast<std::uint16_t>(aggregates.size());
  for (const auto& one : query.aggregates) {
    // A count of rows that may not be there is one of those that are.
    const Node* counted = row.present == nullptr ? nullptr : build_.boolean(true);
    const Node* value = one.value == nullptr ? counted : one.value;
    if (value != nullptr) value = masked(row.present, value);
    aggregates.push_back({.op = one.op, .type = one.type, .value = {.node = value, .alias = row.alias}});
  }
  made_.objects.push_back(std::make_unique<Object>());
  Object& made = *made_.objects.back();
  for (const SelectItem& item : query.select) {
    if (item.kind == SelectItem::Kind::kEmbed) {
      made.members.push_back(group_embed(id, row, item));
      continue;
    }
    Member member;
    member.name = item.name;
    const Node* value = later_aggregates(item.node, row.first_aggregate);
    member.column = item.kind == SelectItem::Kind::kAggregate ? column(id, 0, value) : group_key(id, row, item.node);
    member.type = at(id).columns[member.column].node->type;
    made.members.push_back(member);
  }
  return &made;
}

/// A to-one relation: the groups differ by its members, and by whether it leads anywhere where that shows.
Member Planner::group_embed(std::uint16_t id, GroupRow row, const SelectItem& item) {
  const Embed& embed = *item.embed;
  BP_ASSERT(model_.field(at(id).aliases[row.alias].entity, embed.relation).kind == FieldKind::kToOne);
  GroupRow joined{.alias = join(id, row.alias, embed)};
  const model::FieldId key = model_.entity(embed.query.entity).key[0];
  Type type = model_.field(embed.query.entity, key).type;
  type.nullable = true;
  const Node* value = build_.field(build_.row(embed.query.entity, 0, false), key, type);
  joined.present = build_.negated(build_.condition(Op::kIsNull, {value}));
  Member member;
  member.name = item.name;
  member.kind = embed.spread ? Member::Kind::kSpread : Member::Kind::kObject;
  member.presence = Member::kNoPresence;
  if (!embed.spread) member.presence = group_key(id, joined, build_.boolean(true));
  member.object = group_object(id, joined, embed.query);
  return member;
}

namespace {

const Member* find_member(const Object& object, std::span<const std::string_view> path) {
  for (const Member& member : object.members) {
    const Member* found = nullptr;
    if (member.kind == Member::Kind::kSpread)
      found = find_member(*member.object, path);
    else if (member.name == path[0])
      found = path.size() == 1                       ? &member
              : member.kind == Member::Kind::kObject ? find_member(*member.object, path.subspan(1))
                                                     : nullptr;
    if (found != nullptr && found->kind == Member::Kind::kValue) return found;
  }
  return nullptr;
}

}  // namespace

/// By what was asked, then by every key: no two groups have all of them alike.
void Planner::group_order(std::uint16_t id, const Query& query) {
  Statement& statement = at(id);
  for (const auto& term : query.order) {
    const Member* member = find_member(*made_.rows[id], term.member);
    BP_ASSERT(member != nullptr);  // whoever built the query looked for it
    statement.order.push_back({.value = {.node = statement.columns[member->column].node, .alias = 0},
                               .descending = term.descending,
                               .nulls_first = term.nulls_first});
  }
  for (std::size_t k = 0; k < statement.grouping->keys.size(); ++k) {
    const Node leaf{
        .op = Op::kGroupKey, .type = statement.grouping->keys[k].node->type, .slot = static_cast<std::uint16_t>(k)};
    statement.order.push_back({.value = {.node = build_.arena().make<Node>(leaf), .alias = 0}});
  }
}

}  // namespace

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
