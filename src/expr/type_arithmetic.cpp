#include "expr/result_type.hpp"
#include "expr/typer.hpp"

namespace bedplate::expr {

using Kind = Syntax::Kind;

namespace {

Op arithmetic_of(Kind kind) {
  switch (kind) {
    case Kind::kAdd:
      return Op::kAdd;
    case Kind::kSubtract:
      return Op::kSubtract;
    case Kind::kMultiply:
      return Op::kMultiply;
    case Kind::kDivide:
      return Op::kDivide;
    default:
      return Op::kModulo;
  }
}

bool is_temporal(const Type& type) {
  return !type.list && (type.scalar == Scalar::kDateTime || type.scalar == Scalar::kDuration);
}

bool is_whole(const Type& type) { return type.scalar == Scalar::kInt || type.scalar == Scalar::kBigInt; }

}  // namespace

/// DateTime ± Duration, DateTime − DateTime, Duration ± Duration, Duration × whole, Duration ÷ whole; null if none.
const Node* Typer::temporal(Op op, const Node* a, const Node* b) {
  const Type big{.scalar = Scalar::kBigInt};
  const Type duration{.scalar = Scalar::kDuration};
  const Type date_time{.scalar = Scalar::kDateTime};
  const bool span_a = a->type.scalar == Scalar::kDuration, span_b = b->type.scalar == Scalar::kDuration;
  const bool point_a = a->type.scalar == Scalar::kDateTime, point_b = b->type.scalar == Scalar::kDateTime;
  if (a->type.list || b->type.list) return nullptr;
  const bool sum = op == Op::kAdd || op == Op::kSubtract;
  if (sum && span_a && span_b) return build_.make(op, duration, {a, b});
  if (sum && point_a && span_b) return build_.make(op, date_time, {a, b});
  if (op == Op::kAdd && span_a && point_b) return build_.make(op, date_time, {b, a});
  if (op == Op::kSubtract && point_a && point_b) return build_.make(op, duration, {a, b});
  if (op == Op::kMultiply && is_whole(a->type) && span_b) return build_.make(op, duration, {b, build_.widen(a, big)});
  if ((op == Op::kMultiply || op == Op::kDivide) && span_a && is_whole(b->type))
    return build_.make(op, duration, {a, build_.widen(b, big)});
  return nullptr;
}

Value Typer::infer_arithmetic(const Syntax& syntax) {
  const Value a = infer(*syntax.args[0]);
  const Value b = infer(*syntax.args[1]);
  const Op op = arithmetic_of(syntax.kind);
  const Position position = syntax.position;
  if (a.is(Value::Kind::kBad) || b.is(Value::Kind::kBad)) return typed(nullptr, position);
  if (a.is(Value::Kind::kNull) || b.is(Value::Kind::kNull))
    return bad(position, "null is not calculated with", "the result would be null");
  const Node* left = nullptr;
  const Node* right = nullptr;
  // A literal beside a point or span of time is a number of its own, not one of those.
  const auto beside_time = [&](const Value& literal, const Value& other) {
    return literal.is(Value::Kind::kNumber) && other.is(Value::Kind::kTyped) && is_temporal(other.node->type);
  };
  if (beside_time(a, b) || beside_time(b, a)) {
    left = settle(a, nullptr);
    right = settle(b, nullptr);
    if (left == nullptr || right == nullptr) return typed(nullptr, position);
  } else if (!unify(a, b, left, right, position)) {
    return typed(nullptr, position);
  }
  const Type& x = left->type;
  const Type& y = right->type;
  const std::string what =
      "'" + std::string(syntax.text) + "' does not apply to " + describe_type(x) + " and " + describe_type(y);
  if (is_temporal(x) || is_temporal(y)) {
    const Node* made = temporal(op, left, right);
    if (made == nullptr)
      return bad(position, what, "write spans as duration('PT1H'); two points in time only subtract");
    auto placed = *made;
    placed.position = position;
    return typed(arena_.make<Node>(placed), position);
  }
  if (x.is_text() && y.is_text() && op == Op::kAdd)
    return typed(build_.make(op, Type{.scalar = Scalar::kString}, {left, right}, position), position);
  if (!x.is_numeric() || !y.is_numeric())
    return bad(position, what, "it calculates with numbers, '+' also joins texts");
  const auto common = common_number(x, y);
  if (!common) return bad(position, what, "convert the exact one: double(…)");
  if (x.scalar != common->scalar)
    left = build_.widen(left, common->scalar == Scalar::kDecimal ? as_decimal(x) : *common);
  if (y.scalar != common->scalar)
    right = build_.widen(right, common->scalar == Scalar::kDecimal ? as_decimal(y) : *common);
  const auto type = arithmetic_type(op, left->type, right->type);
  if (!type && op == Op::kModulo) return bad(position, what, "a Float has no exact remainder");
  if (!type)
    return bad(position, "the product would have more than 38 digits after the point", "multiply less exact fields");
  return typed(build_.make(op, *type, {left, right}, position), position);
}

Value Typer::infer_negation(const Syntax& syntax) {
  Value value = infer(*syntax.args[0]);
  if (value.is(Value::Kind::kNumber)) {
    value.number = -value.number;
    value.position = syntax.position;
    return value;
  }
  if (value.is(Value::Kind::kBad)) return value;
  const Type claim{.scalar = Scalar::kBigInt};
  const Node* node = settle(value, value.is(Value::Kind::kPrincipal) ? &claim : nullptr);
  if (node == nullptr) return typed(nullptr, syntax.position);
  if (!node->type.is_numeric() && (node->type.list || node->type.scalar != Scalar::kDuration))
    return bad(syntax.position, "'-' does not apply to " + describe_type(node->type),
               node->type.scalar == Scalar::kBoolean ? "write '!'" : "it negates numbers and durations");
  Type type = node->type;
  type.nullable = true;
  return typed(build_.make(Op::kNegate, type, {node}, syntax.position), syntax.position);
}

}  // namespace bedplate::expr
