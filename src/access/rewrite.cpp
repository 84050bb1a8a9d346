#include "access/rewrite.hpp"

#include <array>

namespace bedplate::access {

using expr::Node;
using expr::Op;

bool is_true(const Node* node) {
  return node->op == Op::kLiteral && node->literal.kind() == CellKind::kInteger && node->literal.as_integer() == 1 &&
         node->type.scalar == Scalar::kBoolean;
}

const Node* Rewriter::row(EntityId entity) {
  auto* node = arena_.make<Node>();
  node->op = Op::kRow;
  node->entity = entity;
  return node;
}

const Node* Rewriter::both(const Node* a, const Node* b) {
  if (a != nullptr && is_true(a)) a = nullptr;
  if (b != nullptr && is_true(b)) b = nullptr;
  if (a == nullptr || b == nullptr) return a != nullptr ? a : b;
  auto* node = arena_.make<Node>();
  node->op = Op::kAnd;
  node->type = Type{.scalar = Scalar::kBoolean};
  const std::array<const Node*, 2> args{a, b};
  node->args = arena_.copy_array<const Node*>(args);
  return node;
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
      if (node->old) return clone(*node);
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
  if (field.kind == model::FieldKind::kComputed) {
    value =
        copy(field.computed, Context{.variables = {{0, row}}, .caller = context.caller && field.computed_as_caller});
  } else {
    Node* made = clone(*node);
    made->args = arena_.copy_array<const Node*>(std::span<const Node* const>(&row, 1));
    value = made;
  }
  if (!context.caller) return value;
  const Node* shown = view_.field_shown(node->entity, node->member);
  BP_ASSERT(shown != nullptr);  // a ReadableField is the only way to name a field
  const Node* condition = is_true(shown) ? nullptr : as_system(shown, row);
  return masked(both(hops_readable(row), condition), value);
}

const Node* Rewriter::hops_readable(const Node* row) {
  const Node* condition = nullptr;
  for (; row->op == Op::kHop; row = row->args[0]) {
    const Node* rows = view_.rows(row->entity, Verb::kRead);
    BP_ASSERT(rows != nullptr);  // authorize() refused the operation otherwise
    if (!is_true(rows)) condition = both(as_system(rows, row), condition);
  }
  return condition;
}

// An unreadable row must look the same whether a rule is FALSE or UNKNOWN of it, also below a negation.
const Node* Rewriter::certainly(const Node* condition) {
  auto* yes = arena_.make<Node>();
  yes->type = Type{.scalar = Scalar::kBoolean, .nullable = false};
  yes->literal = Cell::boolean(true);
  auto* distinct = arena_.make<Node>();
  distinct->op = Op::kIsDistinct;
  distinct->type = yes->type;
  const std::array<const Node*, 2> args{condition, yes};
  distinct->args = arena_.copy_array<const Node*>(args);
  auto* made = arena_.make<Node>();
  made->op = Op::kNot;
  made->type = yes->type;
  const std::array<const Node*, 1> negated{distinct};
  made->args = arena_.copy_array<const Node*>(negated);
  return made;
}

const Node* Rewriter::masked(const Node* condition, const Node* value) {
  if (condition == nullptr) return value;
  auto* nothing = arena_.make<Node>();
  nothing->type = value->type;
  auto* made = arena_.make<Node>();
  made->op = Op::kConditional;
  made->type = value->type;
  made->type.nullable = true;
  const std::array<const Node*, 3> args{condition, value, nothing};
  made->args = arena_.copy_array<const Node*>(args);
  return made;
}

const Node* Rewriter::copy_relation(const Node* node, const Context& context) {
  const Node* row = copy(node->args[0], context);
  auto* variable = arena_.make<Node>();
  variable->op = Op::kRow;
  variable->entity = node->entity;
  variable->scope = next_scope_++;
  Context inside = context;
  inside.variables.emplace_back(node->scope, variable);

  Node* made = clone(*node);
  made->scope = variable->scope;
  auto args = arena_.make_array<const Node*>(node->args.size());
  args[0] = row;
  for (std::size_t i = 1; i < args.size(); ++i) args[i] = copy(node->args[i], inside);
  made->args = args;
  if (!context.caller) return made;

  const Node* rows = view_.rows(node->entity, Verb::kRead);
  const Node* shown = view_.field_shown(row->entity, node->member);
  BP_ASSERT(rows != nullptr && shown != nullptr);
  // A row that the caller may not read does not exist; for kAll that is: it need not satisfy the predicate.
  BP_ASSERT(node->op != Op::kAll);
  const Node* own = is_true(rows) ? nullptr : certainly(as_system(rows, variable));
  const Node* field = is_true(shown) ? nullptr : certainly(as_system(shown, row));
  if (args.size() > 1) args[1] = both(both(field, own), args[1]);
  if (args.size() == 1 && (own != nullptr || field != nullptr)) {
    const std::array<const Node*, 2> two{row, both(field, own)};
    made->args = arena_.copy_array<const Node*>(two);
  }
  return made;
}

}  // namespace bedplate::access
