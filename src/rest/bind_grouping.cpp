// Groups of rows: what is selected beside aggregates is what the rows of a group have in common (PostgREST 12).
#include <algorithm>
#include <set>

#include "expr/result_type.hpp"
#include "expr/visit.hpp"
#include "rest/draft.hpp"

namespace bedplate::rest {

using expr::Node;
using expr::Op;
using operation::Aggregate;
using operation::SelectItem;

namespace {

Op aggregate_op(std::string_view word) {
  if (word == "sum") return Op::kSum;
  if (word == "avg") return Op::kAvg;
  if (word == "min") return Op::kMin;
  return word == "max" ? Op::kMax : Op::kCount;
}

Result<Aggregate> bind_aggregate(std::string_view word, const FieldRef& field, model::EntityId entity,
                                 Binding& binding) {
  Aggregate made{.op = aggregate_op(word), .type = {.scalar = Scalar::kBigInt, .nullable = false}};
  const std::string call = std::string(word) + "()";
  if (field.name.empty()) {
    if (made.op == Op::kCount) return made;
    return failure(Error(Reason::kInvalidQuery, "'" + call + "' needs a field")
                       .with_hint("write amount." + call + "; count() alone counts rows"));
  }
  BP_TRY(made.value, bind_field(field, entity, binding.row(entity), binding));
  BP_TRY(made.value, bind_cast(field.cast, made.value, binding));
  if (made.op == Op::kCount) return made;
  const auto type = expr::aggregate_type(made.op, made.value->type);
  if (!type)
    return failure(
        Error(Reason::kInvalidQuery, "'" + call + "' can't be made of '" + std::string(field.name) + "', which is " +
                                         expr::type_name(made.value->type))
            .with_hint(made.op == Op::kSum || made.op == Op::kAvg
                           ? "sum() and avg() take numbers; cast what is one in another form: data->>n::int." + call
                           : "min() and max() take what has an order; cast it, as in field::text." + call));
  made.type = *type;
  made.type.nullable = true;
  return made;
}

/// The leaf for it; the same aggregate is made once.
const Node* aggregate_node(Draft& draft, const Aggregate& wanted, const Binding& binding) {
  const auto same = [&](const Aggregate& known) {
    if (known.op != wanted.op || (known.value == nullptr) != (wanted.value == nullptr)) return false;
    return wanted.value == nullptr || expr::same(*known.value, *wanted.value);
  };
  auto at = std::ranges::find_if(draft.aggregates, same);
  if (at == draft.aggregates.end()) at = draft.aggregates.insert(at, wanted);
  return binding.arena.make<Node>(Node{
      .op = Op::kAggregate, .type = wanted.type, .slot = static_cast<std::uint16_t>(at - draft.aggregates.begin())});
}

bool is_one(const Draft& parent, const Draft& child, const Binding& binding) {
  return binding.model().field(parent.entity, child.embed->relation).kind == model::FieldKind::kToOne;
}

Error not_selected(const OrderNode& term) {
  return Error(Reason::kInvalidQuery,
               "'" + std::string(term.field.name) + "' in 'order' is not selected, and rows are grouped by what is")
      .with_hint("select it, or order by an aggregate's alias: select=status,revenue:total.sum()&order=revenue.desc");
}

/// The child drafts whose members are the parent's.
const Draft* spread_child(const Draft& draft, const SelectItem& item) {
  if (item.kind != SelectItem::Kind::kEmbed || !item.embed->spread) return nullptr;
  for (const auto& child : draft.embeds)
    if (child->embed == item.embed) return child.get();
  return nullptr;
}

/// The member that a plain name means: what the reply calls so, else what is selected of that field.
std::string_view member_named(const Draft& draft, const FieldRef& field, const Node* value) {
  const bool plain = field.path.empty();
  for (const SelectItem& item : draft.items) {
    const bool valued = item.kind == SelectItem::Kind::kValue || item.kind == SelectItem::Kind::kAggregate;
    if (plain && valued && item.name == field.name) return item.name;
    if (const Draft* child = spread_child(draft, item); child != nullptr && plain)
      if (const auto found = member_named(*child, field, nullptr); !found.empty()) return found;
  }
  if (value == nullptr) return {};
  for (const SelectItem& item : draft.items) {
    if (item.kind == SelectItem::Kind::kValue && expr::same(*item.node, *value)) return item.name;
    if (item.kind == SelectItem::Kind::kAll && plain) return field.name;
  }
  return {};
}

// Recursion is bounded by the grammar's depth limit.
Result<void> add_names(const Draft& draft, const Binding& binding, std::set<std::string_view>& names) {
  for (const SelectItem& item : draft.items) {
    if (const Draft* child = spread_child(draft, item)) {
      BP_TRY_VOID(add_names(*child, binding, names));
      continue;
    }
    if (item.kind != SelectItem::Kind::kAll && !names.insert(item.name).second)
      return failure(Error(Reason::kInvalidQuery, "two members of the reply are named '" + std::string(item.name) + "'")
                         .with_hint("give one an alias: total_" + std::string(item.name) + ":…"));
  }
  for (const auto& child : draft.embeds) {
    const bool shown = std::ranges::any_of(draft.items, [&](const SelectItem& item) {
      return item.kind == SelectItem::Kind::kEmbed && item.embed == child->embed;
    });
    if (!shown || child->embed->spread) continue;
    if (!is_one(draft, *child, binding))
      return failure(
          Error(Reason::kInvalidQuery, "rows can't be grouped by '" + std::string(child->name) + "', which is a list")
              .with_hint("aggregate inside of it: items(quantity.sum()); or read it in a request of its own"));
    std::set<std::string_view> own;
    BP_TRY_VOID(add_names(*child, binding, own));
  }
  return {};
}

// Recursion is bounded by kMaxLogicDepth.
Result<const Node*> bind_having(Draft& draft, const FilterNode& filter, Binding& binding) {
  if (filter.kind != FilterNode::Kind::kTest) {
    std::vector<const Node*> parts;
    for (const auto& child : filter.children) {
      BP_TRY(const Node* part, bind_having(draft, child, binding));
      parts.push_back(part);
    }
    const Node* made = binding.build().joined(filter.kind == FilterNode::Kind::kAnd ? Op::kAnd : Op::kOr, parts);
    return filter.negated ? binding.build().negated(made) : made;
  }
  if (!filter.aggregate.empty()) {
    BP_TRY(const Aggregate aggregate, bind_aggregate(filter.aggregate, filter.field, draft.entity, binding));
    return bind_test(filter.test, aggregate_node(draft, aggregate, binding), filter.aggregate, binding);
  }
  for (const SelectItem& item : draft.items)
    if (item.kind == SelectItem::Kind::kAggregate && item.name == filter.field.name && filter.field.path.empty())
      return bind_test(filter.test, item.node, item.name, binding);
  return failure(Error(Reason::kInvalidQuery, "'" + std::string(filter.field.name) + "' in 'having' is no aggregate")
                     .with_hint("write having=total.sum().gt.100, having=count().gt.1, or an aggregate's alias; what "
                                "rows have to be like is a plain filter"));
}

}  // namespace

std::string_view default_name(const FieldRef& field) {
  for (auto step = field.path.rbegin(); step != field.path.rend(); ++step)
    if (step->index < 0) return step->key;
  return field.name;
}

Result<void> select_aggregate(Draft& draft, const SelectNode& node, Binding& binding) {
  BP_TRY(const Aggregate aggregate, bind_aggregate(node.aggregate, node.field, draft.entity, binding));
  BP_TRY(const Node* value, bind_cast(node.cast, aggregate_node(draft, aggregate, binding), binding));
  draft.items.push_back(
      {.kind = SelectItem::Kind::kAggregate, .name = node.alias.empty() ? node.aggregate : node.alias, .node = value});
  return {};
}

Result<void> add_having(Draft& draft, const FilterNode& filter, Binding& binding) {
  BP_TRY(const Node* made, bind_having(draft, filter, binding));
  draft.having = binding.build().both(draft.having, made);
  return {};
}

bool is_grouped(const Draft& draft) {
  if (!draft.aggregates.empty() || draft.having != nullptr) return true;
  return std::ranges::any_of(draft.embeds,
                             [](const auto& child) { return child->embed->spread && is_grouped(*child); });
}

Result<std::span<const std::string_view>> ordered_member(const Draft& draft, const OrderNode& term, Binding& binding) {
  std::vector<std::string_view> path;
  const Draft* of = &draft;
  if (!term.relation.empty()) {
    of = draft.find(term.relation);
    if (of == nullptr || !is_one(draft, *of, binding)) return failure(not_selected(term));
    if (!of->embed->spread) path.push_back(of->name);
  }
  auto name = member_named(*of, term.field, nullptr);
  if (name.empty()) {
    BP_TRY(const Node* value, bind_field(term.field, of->entity, binding.row(of->entity), binding));
    name = member_named(*of, term.field, value);
  }
  if (name.empty()) return failure(not_selected(term));
  path.push_back(name);
  return binding.arena.copy_array<std::string_view>(std::span<const std::string_view>(path));
}

Result<void> require_groupable(const Draft& draft, const Binding& binding) {
  if (draft.embed != nullptr) {
    const bool one = binding.model().field(draft.parent, draft.embed->relation).kind == model::FieldKind::kToOne;
    if (one && (!draft.embed->spread || draft.having != nullptr))
      return failure(Error(Reason::kInvalidQuery, "'" + std::string(draft.name) + "' is one row: it has no groups")
                         .with_hint("spread it to aggregate over the rows above: ...customer(credit.sum())"));
    if (one) return {};  // its members are those of the rows above
  }
  std::set<std::string_view> names;
  return add_names(draft, binding, names);
}

}  // namespace bedplate::rest
