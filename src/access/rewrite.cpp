#include "access/rewrite.hpp"

#include "expr/simplify.hpp"
#include "expr/visit.hpp"

namespace bedplate::access {

using expr::Node;
using expr::Op;

std::uint16_t Rewriter::take_scope() {
  if (next_scope_ < kLastScope) return next_scope_++;
  exhausted_ = true;
  return next_scope_;
}

const Node* Rewriter::as_system(const Node* node, const Node* row) {
  return copy(node, Context{.variables = {{0, row}}, .caller = false});
}

const Node* Rewriter::as_caller(const Node* node, const Node* row) {
  return copy(node, Context{.variables = {{0, row}}, .caller = true});
}

Node* Rewriter::clone(const Node& node) {
  auto* made = arena_.make<Node>(node);
  if (node.literal.kind() == CellKind::kText) made->literal = Cell::text(arena_.copy(node.literal.as_bytes()));
  if (node.literal.kind() == CellKind::kBlob) made->literal = Cell::blob(arena_.copy(node.literal.as_bytes()));
  if (!node.path.empty()) {
    auto steps = arena_.copy_array<expr::PathStep>(node.path);
    for (auto& step : steps) step.key = arena_.copy(step.key);
    made->path = steps;
  }
  return made;
}

const Node* Rewriter::copy(const Node* node, const Context& context) {
  if (node == nullptr) return nullptr;
  switch (node->op) {
    case Op::kRow: {
      if (node->old) return build_.row(node->entity, expr::kOldScope, true);
      for (auto at = context.variables.rbegin(); at != context.variables.rend(); ++at)
        if (at->first == node->scope) return at->second;
      BP_ASSERT(!"a variable without its relation");
    }
    case Op::kField:
      return copy_field(node, context);
    case Op::kExists:
    case Op::kAll:
    case Op::kCount:
    case Op::kSum:
    case Op::kMin:
    case Op::kMax:
    case Op::kAvg:
      return copy_relation(node, context);
    default: {
      Node* made = clone(*node);
      auto args = arena_.make_array<const Node*>(node->args.size());
      for (std::size_t i = 0; i < args.size(); ++i) args[i] = copy(node->args[i], context);
      made->args = args;
      return made;
    }
  }
}

const Node* Rewriter::copy_field(const Node* node, const Context& context) {
  const Node* row = copy(node->args[0], context);
  const model::Field& field = view_.model().field(node->entity, node->member);
  const Node* value = nullptr;
  const Node* exists = nullptr;
  if (field.kind == model::FieldKind::kComputed) {
    if (row->op == Op::kHop) exists = present(row);
    const auto holds = [&](expr::FactId fact) { return view_.facts().test(fact); };
    value = copy(expr::simplify(field.computed, holds, arena_),
                 Context{.variables = {{0, row}}, .caller = context.caller && field.computed_as_caller});
  } else {
    Node* made = clone(*node);
    made->args = arena_.copy_array<const Node*>(std::span<const Node* const>(&row, 1));
    value = made;
  }
  const Node* shown = context.caller ? member_shown(row, node->member) : nullptr;
  return masked(both(exists, both(hops_seen(row, context), shown)), value);
}

const Node* Rewriter::target_seen(const Node* row, FieldId relation) {
  const auto& model = view_.model();
  const auto& field = model.field(row->entity, relation);
  std::vector<const Node*> ways;
  for (const FieldId key : field.foreign_key) {
    const Type type = model.field(row->entity, key).type;
    if (type.nullable) ways.push_back(build_.condition(Op::kIsNull, {build_.field(row, key, type)}));
  }
  if (const Node* rows = view_.rows(field.target, Verb::kRead); rows != nullptr) {
    const Node* target = build_.hop(row, relation, field.target);
    const Node* seen = both(as_system(rows, target), nullptr);
    // What asks nothing but the key is asked of the foreign key's own columns: that the row is there is its to say.
    ways.push_back(seen == nullptr ? present(target) : near_keys(seen));
  }
  return build_.joined(Op::kOr, ways);
}

/// `relation.key` as the foreign key's own column, so that what reads nothing else needs no join: that the row is there
/// is the foreign key's to say.
const Node* Rewriter::near_keys(const Node* node) {
  if (node == nullptr || node->args.empty()) return node;
  const Node* first = node->args[0];
  if (node->op == Op::kField && first->op == Op::kHop && first->args[0]->op == Op::kRow) {
    const auto& model = view_.model();
    const auto& keys = model.entity(first->entity).key;
    const auto at = std::ranges::find(keys, node->member);
    if (at == keys.end()) return node;
    const Node* row = first->args[0];
    const FieldId near =
        model.field(row->entity, first->member).foreign_key[static_cast<std::size_t>(at - keys.begin())];
    return build_.field(row, near, model.field(row->entity, near).type);
  }
  auto* made = arena_.make<Node>(*node);
  auto args = arena_.make_array<const Node*>(node->args.size());
  for (std::size_t i = 0; i < args.size(); ++i) args[i] = near_keys(node->args[i]);
  made->args = args;
  return made;
}

// No row has no value, whatever its expression would make of nothing: a count of 0, a literal.
const Node* Rewriter::present(const Node* hop) {
  const FieldId key = view_.model().entity(hop->entity).key[0];
  const Node* value = build_.field(hop, key, view_.model().field(hop->entity, key).type);
  return build_.negated(build_.condition(Op::kIsNull, {value}));
}

const Node* Rewriter::hops_seen(const Node* row, const Context& context) {
  const Node* condition = nullptr;
  if (context.sees_all) return condition;
  for (; row->op == Op::kHop; row = row->args[0]) {
    condition = both(row_seen(row->args[0]->entity, row, context), condition);
    if (context.caller) condition = both(member_shown(row->args[0], row->member), condition);
  }
  return condition;
}

const Node* Rewriter::row_seen(EntityId from, const Node* row, const Context& context) {
  if (context.caller) {
    // What is required is there, be it in the trash.
    const bool required = row->op == Op::kHop && !view_.model().field(row->args[0]->entity, row->member).type.nullable;
    const Node* rows = required ? view_.rows_with_trash(row->entity) : view_.rows(row->entity, Verb::kRead);
    if (rows == nullptr) return build_.boolean(false);
    return expr::is_true(*rows) ? nullptr : as_system(rows, row);
  }
  // Of several rows the system, too, sees those that are live.
  const Context plain{.variables = {{0, row}}, .sees_all = true};
  const Node* live = view_.live(row->entity);
  const Node* seen = live == nullptr || row->op == Op::kHop ? nullptr : copy(live, plain);
  // Rows of one tenant lead to rows of the same; a row that is everyone's leads to those of all.
  const Node* tenant = view_.tenant(row->entity);
  if (tenant == nullptr || view_.tenant(from) != nullptr) return seen;
  return both(copy(tenant, plain), seen);
}

const Node* Rewriter::link_seen(EntityId entity, FieldId relation) {
  return link_seen(entity, relation, 0, Context{.variables = {}, .caller = true});
}

const Node* Rewriter::link_seen(EntityId entity, FieldId relation, std::uint16_t scope, const Context& context) {
  const auto& join = view_.model().field(entity, relation).join;
  if (!join || join->through == model::kNoEntity) return nullptr;
  return row_seen(entity, build_.row(join->through, scope, false), context);
}

const Node* Rewriter::member_shown(const Node* row, FieldId member) {
  const Node* shown = view_.field_shown(row->entity, member);
  if (shown == nullptr) return build_.boolean(false);
  return expr::is_true(*shown) ? nullptr : as_system(shown, row);
}

const Node* Rewriter::masked(const Node* condition, const Node* value) {
  if (condition == nullptr) return value;
  Type type = value->type;
  type.nullable = true;
  return build_.make(Op::kConditional, type, {condition, value, build_.null(type)});
}

const Node* Rewriter::copy_relation(const Node* node, const Context& context) {
  const Node* row = copy(node->args[0], context);
  const Node* variable = build_.row(node->entity, take_scope(), false);
  Context inside = context;
  inside.variables.emplace_back(node->scope, variable);

  Node* made = clone(*node);
  made->scope = variable->scope;
  auto args = arena_.make_array<const Node*>(node->args.size());
  args[0] = row;
  for (std::size_t i = 1; i < args.size(); ++i) args[i] = copy(node->args[i], inside);
  made->args = args;

  // Through an entity that belongs to no tenant even two tenants' rows may be linked.
  const auto& join = view_.model().field(row->entity, node->member).join;
  const EntityId from = join && join->through != model::kNoEntity ? join->through : row->entity;
  const std::uint16_t between = take_scope();
  if (const Node* link = link_seen(row->entity, node->member, between, context)) {
    auto wider = arena_.make_array<const Node*>(4);
    std::copy(args.begin(), args.end(), wider.begin());
    wider[3] = link;
    made->slot = between;
    made->args = args = wider;
  }
  const Node* seen = both(hops_seen(row, context), row_seen(from, variable, context));
  if (context.caller) seen = both(member_shown(row, node->member), seen);
  if (seen == nullptr) return made;
  // A row that may not be seen does not exist: for kAll that is, it need not satisfy the predicate. It must look the
  // same whether a rule is FALSE or UNKNOWN of it, also below a negation.
  seen = build_.certainly(seen);
  const Node* wanted = args.size() > 1 ? args[1] : nullptr;
  if (node->op == Op::kAll) {
    if (wanted == nullptr) return made;
    args[1] = build_.condition(Op::kOr, {build_.negated(seen), wanted});
    return made;
  }
  if (args.size() < 2) {
    args = arena_.make_array<const Node*>(2);
    args[0] = row;
  }
  args[1] = both(seen, wanted);
  made->args = args;
  return made;
}

}  // namespace bedplate::access
