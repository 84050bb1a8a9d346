// One case an operator; what takes more than a few lines is in a file of its construct (logic, comparison,
// relation, aggregate, arithmetic, text, json, conversion).
#include "sql/expression.hpp"

#include "sql/constructs.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

namespace {

void print_literal(Writer& writer, const Node& node) {
  if (node.literal.is_null()) {
    writer.raw("NULL");
    if (!writer.sqlite()) writer.raw("::").raw(postgres_type(node.type));
    return;
  }
  if (node.type.scalar == Scalar::kBoolean && !node.type.list) {
    print_boolean(writer, node.literal.as_integer() != 0);
    return;
  }
  writer.bind({.kind = Bind::Kind::kConstant, .type = node.type, .constant = node.literal});
}

}  // namespace

void print_boolean(Writer& writer, bool value) {
  if (writer.sqlite())
    writer.raw(value ? "1" : "0");
  else
    writer.raw(value ? "TRUE" : "FALSE");
}

void print_value(Writer& writer, const Node& node, const RowNames& rows) {
  switch (node.op) {
    case Op::kLiteral:
      return print_literal(writer, node);
    case Op::kSlot:
      writer.bind({.kind = Bind::Kind::kSlot, .index = node.slot, .type = node.type});
      return;
    case Op::kAggregate:
      writer.raw(rows.of(expr::kGroupScope)).raw(".a").integer(node.slot);
      return;
    case Op::kGroupKey:
      writer.raw(rows.of(expr::kGroupScope)).raw(".k").integer(node.slot);
      return;
    case Op::kPrincipal:
      writer.bind({.kind = Bind::Kind::kFact, .index = node.fact, .type = node.type});
      return;
    case Op::kNow:
      writer.bind({.kind = Bind::Kind::kNow, .type = node.type});
      return;
    case Op::kHasFact:
    case Op::kMatches:
    case Op::kRow:
    case Op::kHop:
      BP_ASSERT(!"folded by the simplifier, refused by the compiler, or no value of its own");
    case Op::kField:
      return print_field(writer, node, rows);
    case Op::kNot:
    case Op::kAnd:
    case Op::kOr:
    case Op::kConditional:
      return print_logic(writer, node, rows);
    case Op::kEq:
    case Op::kNe:
    case Op::kLt:
    case Op::kLe:
    case Op::kGt:
    case Op::kGe:
    case Op::kIn:
    case Op::kInSlot:
    case Op::kIsNull:
    case Op::kIsDistinct:
      return print_comparison(writer, node, rows);
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kMultiply:
    case Op::kDivide:
    case Op::kModulo:
    case Op::kNegate:
      return print_arithmetic(writer, node, rows);
    case Op::kStartsWith:
    case Op::kEndsWith:
    case Op::kContains:
    case Op::kLower:
    case Op::kUpper:
    case Op::kSize:
    case Op::kLike:
    case Op::kILike:
    case Op::kRegex:
    case Op::kIRegex:
      return print_text(writer, node, rows);
    case Op::kListContains:
    case Op::kListContainedBy:
    case Op::kListOverlaps:
    case Op::kJsonPath:
      return print_json(writer, node, rows);
    case Op::kWiden:
    case Op::kToDouble:
    case Op::kToTimestamp:
    case Op::kToDuration:
    case Op::kToText:
    case Op::kCast:
      return print_conversion(writer, node, rows);
    case Op::kExists:
    case Op::kAll:
    case Op::kCount:
    case Op::kSum:
    case Op::kMin:
    case Op::kMax:
    case Op::kAvg:
      return print_relation(writer, node, rows);
  }
}

}  // namespace bedplate::sql
