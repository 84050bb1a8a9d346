#include "expr/builder.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/scalar.hpp"
#include "expr/visit.hpp"

namespace bedplate::expr {
namespace {

constexpr Type kBoolean{.scalar = Scalar::kBoolean, .list = false, .nullable = false};

bool never_unknown(Op op) { return op == Op::kIsNull || op == Op::kIsDistinct || op == Op::kHasFact; }

}  // namespace

const Node* Builder::literal(Type type, Cell value, Position position) {
  auto* made = arena_.make<Node>();
  type.nullable = value.is_null();
  made->type = type;
  made->literal = value;
  made->position = position;
  return made;
}

const Node* Builder::boolean(bool value, Position position) {
  return literal(kBoolean, Cell::boolean(value), position);
}

const Node* Builder::null(Type type, Position position) { return literal(type, Cell::null(), position); }

const Node* Builder::decimal(const Decimal& value, Position position) {
  Type type{.scalar = Scalar::kDecimal};
  type.scale = static_cast<std::uint8_t>(value.scale());
  type.precision = static_cast<std::uint8_t>(std::max({value.digits(), value.scale(), 1}));
  return literal(type, decimal_cell(type, value, arena_).value(), position);
}

const Node* Builder::row(EntityId entity, std::uint16_t scope, bool old, Position position) {
  auto* made = arena_.make<Node>();
  made->op = Op::kRow;
  made->old = old;
  made->entity = entity;
  made->scope = scope;
  made->position = position;
  return made;
}

const Node* Builder::hop(const Node* row, MemberId relation, EntityId target, Position position) {
  auto* made = arena_.make<Node>();
  made->op = Op::kHop;
  made->entity = target;
  made->member = relation;
  made->args = arena_.copy_array(std::span<const Node* const>(&row, 1));
  made->position = position;
  return made;
}

const Node* Builder::field(const Node* row, MemberId member, Type type, Position position) {
  auto* made = arena_.make<Node>();
  made->op = Op::kField;
  // The row that a hop leads to may not be there.
  type.nullable = type.nullable || row->op == Op::kHop;
  made->type = type;
  made->entity = row->entity;
  made->member = member;
  made->args = arena_.copy_array(std::span<const Node* const>(&row, 1));
  made->position = position;
  return made;
}

const Node* Builder::has_fact(FactId fact, Position position) {
  auto* made = arena_.make<Node>();
  made->op = Op::kHasFact;
  made->type = kBoolean;
  made->fact = fact;
  made->position = position;
  return made;
}

const Node* Builder::principal(FactId fact, Type type, Position position) {
  auto* made = arena_.make<Node>();
  made->op = Op::kPrincipal;
  made->type = type;
  made->fact = fact;
  made->position = position;
  return made;
}

const Node* Builder::slot(std::uint16_t slot, Type type, Position position) {
  auto* made = arena_.make<Node>();
  made->op = Op::kSlot;
  made->type = type;
  made->slot = slot;
  made->position = position;
  return made;
}

const Node* Builder::make(Op op, Type type, std::span<const Node* const> args, Position position) {
  auto* made = arena_.make<Node>();
  made->op = op;
  made->type = type;
  made->args = arena_.copy_array(args);
  made->position = position;
  return made;
}

const Node* Builder::condition(Op op, std::span<const Node* const> args, Position position) {
  Type type = kBoolean;
  type.nullable =
      !never_unknown(op) && std::any_of(args.begin(), args.end(), [](const Node* arg) { return arg->type.nullable; });
  return make(op, type, args, position);
}

const Node* Builder::joined(Op op, std::span<const Node* const> parts) {
  if (parts.empty()) return boolean(op == Op::kAnd);
  if (parts.size() == 1) return parts[0];
  std::vector<const Node*> args;
  for (const Node* part : parts) {
    const auto own = part->op == op ? part->args : std::span(&part, 1);
    args.insert(args.end(), own.begin(), own.end());
  }
  return condition(op, args);
}

const Node* Builder::both(const Node* a, const Node* b) {
  if (a != nullptr && is_true(*a)) a = nullptr;
  if (b != nullptr && is_true(*b)) b = nullptr;
  if (a == nullptr || b == nullptr) return a != nullptr ? a : b;
  const std::array parts{a, b};
  return joined(Op::kAnd, parts);
}

const Node* Builder::certainly(const Node* node) { return negated(condition(Op::kIsDistinct, {node, boolean(true)})); }

const Node* Builder::renumbered(const Node* node, std::uint16_t scope) {
  if (node == nullptr || (node->op != Op::kRow && node->args.empty())) return node;
  if (node->op == Op::kRow && (node->scope != 0 || node->old)) return node;
  auto* made = arena_.make<Node>(*node);
  if (node->op == Op::kRow) {
    made->scope = scope;
    return made;
  }
  auto args = arena_.make_array<const Node*>(node->args.size());
  for (std::size_t i = 0; i < args.size(); ++i) args[i] = renumbered(node->args[i], scope);
  made->args = args;
  return made;
}

const Node* Builder::over(Op op, Type type, const Node* row, MemberId relation, EntityId target, std::uint16_t scope,
                          const Node* predicate, const Node* value, Position position) {
  auto* made = arena_.make<Node>();
  made->op = op;
  made->type = type;
  made->entity = target;
  made->member = relation;
  made->scope = scope;
  const std::array<const Node*, 3> args{row, predicate, value};
  made->args = arena_.copy_array(std::span<const Node* const>(args).first(value == nullptr ? 2 : 3));
  made->position = position;
  return made;
}

const Node* Builder::json_path(const Node* value, std::span<const PathStep> path, bool as_text, Position position) {
  auto* made = arena_.make<Node>();
  made->op = Op::kJsonPath;
  made->as_text = as_text;
  made->type = {.scalar = as_text ? Scalar::kString : Scalar::kJson};
  made->args = arena_.copy_array(std::span<const Node* const>(&value, 1));
  made->path = path;
  made->position = position;
  return made;
}

const Node* Builder::widen(const Node* node, const Type& type) {
  const Type& from = node->type;
  if (from.scalar == type.scalar && (from.scalar != Scalar::kDecimal || from.scale == type.scale) &&
      from.precision == type.precision)
    return node;
  Type to = type;
  to.nullable =
      from.nullable || (from.scalar == Scalar::kDecimal && from.precision - from.scale > to.precision - to.scale);
  if (node->op == Op::kLiteral) {
    if (node->literal.is_null()) return null(type, node->position);
    if (to.scalar != Scalar::kDecimal) return literal(to, node->literal, node->position);
    if (const auto value = cell_decimal(from, node->literal))
      if (const auto cell = decimal_cell(to, *value, arena_)) return literal(to, *cell, node->position);
  }
  return make(Op::kWiden, to, {node}, node->position);
}

}  // namespace bedplate::expr
