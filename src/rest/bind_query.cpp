// Binding goes over the select tree first; every embedding it makes is kept as a Draft, so that the filters, orders
// and limits that name it (`items.quantity=gt.1`) find it; then the drafts are closed from the inside out.
#include "operation/condition.hpp"
#include "rest/draft.hpp"

namespace bedplate::rest {

using expr::Node;
using expr::Op;
using operation::Embed;
using operation::OrderTerm;
using operation::Query;
using operation::SelectItem;

namespace {

class Binder {
 public:
  explicit Binder(Binding& binding) : binding_(binding), conditions_(binding.arena, kFirstScope) {}

  Result<void> select(Draft& draft, std::span<const SelectNode> nodes);
  Result<void> place(Draft& top, const QuerySyntax& syntax);
  Result<void> close(Draft& draft);

 private:
  // Below every scope that authorize() and plan give out, above none: a request's expressions have no other.
  static constexpr std::uint16_t kFirstScope = 0x100;

  Result<void> item(Draft& draft, const SelectNode& node);
  Result<void> embed(Draft& draft, const SelectNode& node);
  Result<Draft*> follow(Draft& top, std::span<const std::string_view> path, std::string_view what);
  Result<void> filter(Draft& draft, const FilterNode& filter);
  Result<void> order(Draft& draft, std::span<const OrderNode> terms);
  Result<const Node*> order_value(Draft& draft, const OrderNode& term);

  Binding& binding_;
  operation::Conditions conditions_;
};

Result<void> Binder::item(Draft& draft, const SelectNode& node) {
  switch (node.kind) {
    case SelectNode::Kind::kAll:
      draft.items.push_back({.kind = SelectItem::Kind::kAll});
      return {};
    case SelectNode::Kind::kAggregate:
      return select_aggregate(draft, node, binding_);
    case SelectNode::Kind::kEmbed:
      return embed(draft, node);
    case SelectNode::Kind::kField:
      break;
  }
  BP_TRY(const Node* value, bind_field(node.field, draft.entity, binding_.row(draft.entity), binding_));
  BP_TRY(value, bind_cast(node.field.cast, value, binding_));
  draft.items.push_back({.kind = SelectItem::Kind::kValue,
                         .name = node.alias.empty() ? default_name(node.field) : node.alias,
                         .node = value});
  return {};
}

Result<void> Binder::embed(Draft& draft, const SelectNode& node) {
  BP_TRY(const auto relation, bind_relation(draft.entity, node.relation, node.hint, binding_));
  const auto& field = binding_.model().field(draft.entity, relation);
  BP_TRY_VOID(binding_.require_readable(field.target));
  if (node.spread && field.kind != model::FieldKind::kToOne)
    return failure(Error(Reason::kInvalidQuery, "'..." + std::string(node.relation) + "' spreads a list")
                       .with_hint("only a to-one relation can be spread; embed it without '...'"));
  auto child = std::make_unique<Draft>();
  child->entity = field.target;
  child->parent = draft.entity;
  child->name = node.alias.empty() ? node.relation : node.alias;
  child->relation = node.relation;
  child->embed = binding_.arena.make<Embed>();
  child->embed->relation = relation;
  child->embed->inner = node.join == JoinHint::kInner;
  child->embed->spread = node.spread;
  BP_TRY_VOID(select(*child, node.select));
  if (!node.select.empty()) {
    draft.items.push_back({.kind = SelectItem::Kind::kEmbed, .name = child->name, .embed = child->embed});
  } else if (child->embed->inner) {
    // `items!inner()` shows nothing and still asks for a match.
    draft.conditions.push_back(child->exists(binding_));
  }
  draft.embeds.push_back(std::move(child));
  return {};
}

Result<void> Binder::select(Draft& draft, std::span<const SelectNode> nodes) {
  for (const auto& node : nodes) {
    BP_TRY_VOID(item(draft, node));
  }
  return {};
}

Result<Draft*> Binder::follow(Draft& top, std::span<const std::string_view> path, std::string_view what) {
  Draft* draft = &top;
  for (const auto name : path) {
    Draft* next = draft->find(name);
    if (next == nullptr)
      return failure(Error(Reason::kUnknownParameter, "'" + std::string(name) + "' in '" + std::string(path[0]) + "." +
                                                          std::string(what) + "' is not an embedding of this request")
                         .with_hint("embed it in select to filter, order or limit it"));
    draft = next;
  }
  return draft;
}

/// `items=is.null` and `items=not.is.null`: whether a row has a match of that embedding. The embedding's own
/// condition is known only when it is closed, so the node is filled in then.
class Presence final : public EmbedTests {
 public:
  Presence(Draft& draft, Binding& binding) : draft_(draft), binding_(binding) {}
  const Node* presence(const FilterNode& filter) override {
    if (filter.kind != FilterNode::Kind::kTest || !filter.field.path.empty() || filter.test.op != "is") return nullptr;
    const bool absent = filter.test.value == "null";
    if (!absent && filter.test.value != "not_null") return nullptr;
    Draft* child = draft_.find(filter.field.name);
    if (child == nullptr) return nullptr;
    const Node* exists = child->exists(binding_);
    return absent == filter.test.negated ? exists : binding_.build().negated(exists);
  }

 private:
  Draft& draft_;
  Binding& binding_;
};

Result<void> Binder::filter(Draft& draft, const FilterNode& filter) {
  Presence presence(draft, binding_);
  BP_TRY(const Node* made, bind_filter(filter, draft.entity, presence, binding_));
  draft.conditions.push_back(made);
  return {};
}

Result<const Node*> Binder::order_value(Draft& draft, const OrderNode& term) {
  if (term.relation.empty()) return bind_field(term.field, draft.entity, binding_.row(draft.entity), binding_);
  const Draft* child = draft.find(term.relation);
  if (child == nullptr || binding_.model().field(draft.entity, child->embed->relation).kind != model::FieldKind::kToOne)
    return failure(Error(Reason::kInvalidQuery,
                         "'" + std::string(term.relation) + "' in 'order' is no to-one embedding of this request")
                       .with_hint("embed the to-one relation in select to order by its fields"));
  const Node* hop = binding_.build().hop(binding_.row(draft.entity), child->embed->relation, child->entity);
  return bind_field(term.field, child->entity, hop, binding_);
}

Result<void> Binder::order(Draft& draft, std::span<const OrderNode> terms) {
  for (const auto& term : terms) {
    OrderTerm made{.descending = term.descending};
    if (is_grouped(draft)) {
      BP_TRY(made.member, ordered_member(draft, term, binding_));
    } else {
      BP_TRY(made.node, order_value(draft, term));
    }
    made.nulls_first =
        term.nulls == OrderNode::Nulls::kDefault ? term.descending : term.nulls == OrderNode::Nulls::kFirst;
    draft.order.push_back(made);
  }
  return {};
}

Result<void> Binder::place(Draft& top, const QuerySyntax& syntax) {
  for (const auto& placed : syntax.filters) {
    BP_TRY(Draft * draft, follow(top, placed.embed_path, placed.filter.field.name));
    BP_TRY_VOID(filter(*draft, placed.filter));
  }
  for (const auto& placed : syntax.havings) {
    BP_TRY(Draft * draft, follow(top, placed.embed_path, "having"));
    BP_TRY_VOID(add_having(*draft, placed.filter, binding_));
  }
  for (const auto& placed : syntax.orders) {
    BP_TRY(Draft * draft, follow(top, placed.embed_path, "order"));
    BP_TRY_VOID(order(*draft, placed.terms));
  }
  for (const auto& placed : syntax.limits) {
    BP_TRY(Draft * draft, follow(top, placed.embed_path, "limit"));
    draft->limit = placed.value;
  }
  for (const auto& placed : syntax.offsets) {
    BP_TRY(Draft * draft, follow(top, placed.embed_path, "offset"));
    draft->offset = placed.value;
  }
  return {};
}

// Recursion is bounded by the grammar's depth limit.
Result<void> Binder::close(Draft& draft) {
  for (const auto& child : draft.embeds) {
    BP_TRY_VOID(close(*child));
  }
  Query& query = draft.query;
  query.entity = draft.entity;
  if (!draft.conditions.empty()) query.where = binding_.build().joined(Op::kAnd, draft.conditions);
  query.select = binding_.arena.copy_array<SelectItem>(std::span<const SelectItem>(draft.items));
  query.order = binding_.arena.copy_array<OrderTerm>(std::span<const OrderTerm>(draft.order));
  if (draft.offset > 0) query.offset_slot = binding_.slot(Cell::integer(draft.offset));
  if (draft.limit >= 0) query.limit_slot = binding_.slot(Cell::integer(draft.limit));
  query.aggregates =
      binding_.arena.copy_array<operation::Aggregate>(std::span<const operation::Aggregate>(draft.aggregates));
  query.having = draft.having;
  query.grouped = is_grouped(draft);
  if (query.grouped) BP_TRY_VOID(require_groupable(draft, binding_));
  if (draft.embed == nullptr) return {};
  if (draft.limit > binding_.limits.embedded)
    return failure(Error(Reason::kLimitExceeded, "the limit of '" + std::string(draft.name) + "' is above " +
                                                     std::to_string(binding_.limits.embedded)));
  draft.embed->query = query;
  for (Node* node : draft.presence) *node = *conditions_.exists(draft.parent, *draft.embed);
  return {};
}

}  // namespace

Result<model::FieldId> bind_relation(model::EntityId entity, std::string_view name, std::string_view hint,
                                     Binding& binding) {
  return binding.catalog.relation(entity, name, hint, CallerNames(binding.view));
}

Result<BoundQuery> bind_query(const QuerySyntax& syntax, model::EntityId entity, const RowRange& range,
                              Binding& binding) {
  BP_TRY_VOID(binding.require_readable(entity));
  Binder binder(binding);
  Draft top;
  top.entity = entity;
  static constexpr SelectNode kEverything{.kind = SelectNode::Kind::kAll};
  BP_TRY_VOID(binder.select(top, syntax.has_select ? syntax.select : std::span<const SelectNode>(&kEverything, 1)));
  BP_TRY_VOID(binder.place(top, syntax));

  BoundQuery bound;
  if (__builtin_add_overflow(std::max<std::int64_t>(top.offset, 0), range.offset, &bound.offset))
    return failure(Reason::kRangeNotSatisfiable, "the requested range begins behind the last row");
  std::int64_t limit = top.limit;
  // A Range within limit and offset counts from there.
  if (range.limit >= 0) limit = limit < 0 ? range.limit : std::min(limit - range.offset, range.limit);
  top.offset = bound.offset;
  bound.limit = limit;
  if (limit < 0 || limit > binding.limits.rows) {
    bound.max_rows = binding.limits.rows;
    limit = binding.limits.rows + 1;
  }
  top.limit = std::max<std::int64_t>(limit, 0);
  BP_TRY_VOID(binder.close(top));
  bound.query = top.query;
  return bound;
}

}  // namespace bedplate::rest
