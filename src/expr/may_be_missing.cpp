#include <algorithm>

#include "expr/typer.hpp"

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

}  // namespace

bool may_be_missing(const Node& node, const Env& env) {
  switch (node.op) {
    case Op::kLiteral:
      return node.literal.is_null();
    case Op::kField:
      return env.member(node.entity, node.member).type.nullable || row_may_be_missing(*node.args[0], env);
    case Op::kSlot:
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
