#include <algorithm>

#include "expr/typer.hpp"
#include "expr/visit.hpp"

namespace bedplate::expr {
namespace {

bool row_may_be_missing(const Node& row, const Env& env) {
  if (row.op != Op::kHop) return false;
  const Node& from = *row.args[0];
  const Member relation = env.member(from.entity, row.member);
  const bool optional = std::any_of(relation.foreign_key.begin(), relation.foreign_key.end(),
                                    [&](MemberId id) { return env.member(from.entity, id).type.nullable; });
  return optional || row_may_be_missing(from, env);
}

/// `x != null ? x : y` and `x == null ? y : x` are there when y is.
bool choice_may_be_missing(const Node& node, const Env& env) {
  const Node* condition = node.args[0];
  const bool negated = condition->op == Op::kNot;
  if (negated) condition = condition->args[0];
  const bool tested = condition->op == Op::kIsNull;
  const auto missing = [&](const Node& branch, bool when_present) {
    return !(tested && when_present && same(branch, *condition->args[0])) && may_be_missing(branch, env);
  };
  return may_be_missing(*node.args[0], env) || missing(*node.args[1], negated) || missing(*node.args[2], !negated);
}

}  // namespace

bool may_be_missing(const Node& node, const Env& env) {
  switch (node.op) {
    case Op::kLiteral:
      return node.literal.is_null();
    case Op::kField:
      return env.member(node.entity, node.member).type.nullable || row_may_be_missing(*node.args[0], env);
    case Op::kSlot:
    case Op::kAggregate:
    case Op::kGroupKey:
    case Op::kPrincipal:
      return node.type.nullable;
    case Op::kMin:
    case Op::kMax:
    case Op::kAvg:
    case Op::kJsonPath:
    case Op::kToTimestamp:
    case Op::kToDuration:
      return true;
    case Op::kHasFact:
    case Op::kNow:
    case Op::kIsNull:
    case Op::kIsDistinct:
    case Op::kCount:
    case Op::kSum:
      return false;
    case Op::kExists:
    case Op::kAll:
      return node.args.size() > 1 && node.args[1] != nullptr && may_be_missing(*node.args[1], env);
    case Op::kConditional:
      return choice_may_be_missing(node, env);
    case Op::kDivide:
    case Op::kModulo:
      if (node.args[1]->op != Op::kLiteral) return true;
      break;
    default:
      break;
  }
  return std::any_of(node.args.begin(), node.args.end(), [&](const Node* arg) { return may_be_missing(*arg, env); });
}

}  // namespace bedplate::expr
