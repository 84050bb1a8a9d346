#include "expr/evaluate.hpp"

#include "base/assert.hpp"
#include "expr/arithmetic.hpp"
#include "expr/compare.hpp"
#include "expr/evaluator.hpp"

namespace bedplate::expr {
namespace {

Cell boolean(std::optional<bool> value) { return value ? Cell::boolean(*value) : Cell::null(); }

}  // namespace

std::optional<bool> Evaluator::truth(const Node& node) {
  const Cell cell = value(node);
  if (cell.kind() != CellKind::kInteger) return std::nullopt;
  return cell.as_integer() != 0;
}

Row Evaluator::row(const Node& node) {
  if (node.op == Op::kHop) {
    const Row from = row(*node.args[0]);
    return from == nullptr ? nullptr : inputs_.rows->hop(from, node);
  }
  BP_ASSERT(node.op == Op::kRow);
  for (auto at = variables_.rbegin(); at != variables_.rend(); ++at)
    if (at->first == node.scope) return at->second;
  BP_ASSERT(node.scope == 0 || (node.old && node.scope == kOldScope));
  return node.old ? inputs_.old_row : inputs_.row;
}

Cell Evaluator::value(const Node& node) {
  switch (node.op) {
    case Op::kLiteral:
      return node.literal;
    case Op::kSlot:
      return inputs_.slots[node.slot];
    case Op::kAggregate:
      return inputs_.aggregates[node.slot];
    case Op::kGroupKey:
      BP_ASSERT(!"of statements alone");
    case Op::kPrincipal:
      return inputs_.facts->holds(node.fact) ? inputs_.facts->value(node.fact) : Cell::null();
    case Op::kHasFact:
      return Cell::boolean(inputs_.facts->holds(node.fact));
    case Op::kNow:
      return Cell::integer(inputs_.now);
    case Op::kField: {
      const Row from = row(*node.args[0]);
      return from == nullptr ? Cell::null() : inputs_.rows->field(from, node);
    }
    case Op::kRow:
    case Op::kHop:
      break;
    case Op::kNot:
    case Op::kAnd:
    case Op::kOr:
    case Op::kConditional:
      return logic(node);
    case Op::kEq:
    case Op::kNe:
    case Op::kLt:
    case Op::kLe:
    case Op::kGt:
    case Op::kGe:
    case Op::kIsNull:
    case Op::kIsDistinct:
      return comparison(node);
    case Op::kIn:
    case Op::kInSlot:
      return membership(node);
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kMultiply:
    case Op::kDivide:
    case Op::kModulo:
    case Op::kNegate:
    case Op::kWiden:
    case Op::kToDouble:
    case Op::kToTimestamp:
    case Op::kToDuration:
    case Op::kToText:
    case Op::kCast:
      return numbers(node);
    case Op::kStartsWith:
    case Op::kEndsWith:
    case Op::kContains:
    case Op::kLower:
    case Op::kUpper:
    case Op::kSize:
    case Op::kMatches:
    case Op::kLike:
    case Op::kILike:
    case Op::kRegex:
    case Op::kIRegex:
      return text(node);
    case Op::kListContains:
    case Op::kListContainedBy:
    case Op::kListOverlaps:
      return lists(node);
    case Op::kJsonPath:
      return json_path(node);
    case Op::kExists:
    case Op::kAll:
    case Op::kCount:
    case Op::kSum:
    case Op::kMin:
    case Op::kMax:
    case Op::kAvg:
      return relation(node);
  }
  BP_ASSERT(!"a row has no value");
}

Cell Evaluator::logic(const Node& node) {
  if (node.op == Op::kNot) {
    const auto inner = truth(*node.args[0]);
    return inner ? Cell::boolean(!*inner) : Cell::null();
  }
  if (node.op == Op::kConditional) {
    const auto condition = truth(*node.args[0]);
    return condition ? value(*node.args[*condition ? 1 : 2]) : Cell::null();
  }
  const bool decisive = node.op == Op::kOr;
  bool unknown = false;
  for (const Node* arg : node.args) {
    const auto one = truth(*arg);
    if (one == decisive) return Cell::boolean(decisive);
    unknown = unknown || !one;
  }
  return unknown ? Cell::null() : Cell::boolean(!decisive);
}

Cell Evaluator::comparison(const Node& node) {
  const Cell x = value(*node.args[0]);
  if (node.op == Op::kIsNull) return Cell::boolean(x.is_null());
  const Cell y = value(*node.args[1]);
  const Type& a = node.args[0]->type;
  const Type& b = node.args[1]->type;
  if (node.op == Op::kIsDistinct) {
    if (x.is_null() || y.is_null()) return Cell::boolean(x.is_null() != y.is_null());
    return Cell::boolean(equal(a, x, b, y) != true);
  }
  if (node.op == Op::kEq) return boolean(equal(a, x, b, y));
  if (node.op == Op::kNe) {
    const auto same = equal(a, x, b, y);
    return same ? Cell::boolean(!*same) : Cell::null();
  }
  const auto result = order(a, x, b, y, inputs_.enums);
  if (!result) return Cell::null();
  switch (node.op) {
    case Op::kLt:
      return Cell::boolean(*result < 0);
    case Op::kLe:
      return Cell::boolean(*result <= 0);
    case Op::kGt:
      return Cell::boolean(*result > 0);
    default:
      return Cell::boolean(*result >= 0);
  }
}

Cell Evaluator::numbers(const Node& node) {
  const Cell x = value(*node.args[0]);
  const Type& a = node.args[0]->type;
  switch (node.op) {
    case Op::kNegate:
      return negate(node.type, a, x, arena_);
    case Op::kWiden:
      return widen(node.type, a, x, arena_);
    case Op::kToDouble:
    case Op::kToTimestamp:
    case Op::kToDuration:
    case Op::kToText:
    case Op::kCast:
      return cast(node.type, a, x, arena_);
    default:
      return calculate(node.op, node.type, a, x, node.args[1]->type, value(*node.args[1]), arena_);
  }
}

Cell evaluate(const Node& node, const Inputs& inputs, Arena& arena) { return Evaluator(inputs, arena).value(node); }

bool is_satisfied(const Node& condition, const Inputs& inputs, Arena& arena) {
  const Cell cell = evaluate(condition, inputs, arena);
  return cell.kind() == CellKind::kInteger && cell.as_integer() != 0;
}

}  // namespace bedplate::expr
