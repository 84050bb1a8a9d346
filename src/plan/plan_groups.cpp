// Statements that group their rows: keys, aggregates, and to-one relations among the groups.
#include "plan/planner.hpp"

namespace bedplate::plan {

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

}  // namespace bedplate::plan
