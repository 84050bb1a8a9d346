// Float on PostgreSQL, which raises an error where a result overflows or vanishes: operands of everyday size are
// calculated at once, the others only after an exact estimate.
#include "sql/arithmetic.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

namespace {

struct Operands {
  Writer& writer;
  std::span<const Print> values;
  std::string_view sign;

  const Operands& each(std::string_view before, std::string_view between, std::string_view after) const {
    writer.raw(before);
    values[0]();
    writer.raw(between);
    values[1]();
    writer.raw(after);
    return *this;
  }
  /// `(a op b)`
  const Operands& result() const { return each("(", sign, ")"); }
  /// The exact result, about.
  const Operands& estimate() const {
    writer.raw("abs(");
    values[0]();
    writer.raw("::text::numeric").raw(sign);
    values[1]();
    writer.raw("::text::numeric)");
    return *this;
  }
};

void print_sum(const Operands& both) {
  both.each("CASE WHEN abs(", ") < 8e307 AND abs(", ") < 8e307 THEN ").result();
  both.writer.raw(" WHEN ");
  both.estimate().writer.raw(" < ").raw(kMaxFloat).raw(" THEN ");
  both.result().writer.raw(" END");
}

void print_product(const Operands& both, bool division) {
  if (division) {
    both.writer.raw("CASE WHEN ");
    both.values[1]();
    both.writer.raw(" = 0 THEN NULL WHEN ");
    both.values[0]();
    both.writer.raw(" = 0 THEN ");
  } else {
    both.each("CASE WHEN ", " = 0 OR ", " = 0 THEN ");
  }
  // Of a zero: calculated, since the other may be null.
  both.result().writer.raw(" WHEN ");
  both.each("abs(", ") BETWEEN 1e-150 AND 1e150 AND abs(", ") BETWEEN 1e-150 AND 1e150 THEN ").result();
  both.writer.raw(" WHEN ");
  both.estimate().writer.raw(" < ").raw(kMinFloat).raw(" THEN 0::double precision WHEN ");
  both.estimate().writer.raw(" < ").raw(kMaxFloat).raw(" THEN ");
  both.result().writer.raw(" END");
}

}  // namespace

void print_float_arithmetic(Writer& writer, const Node& node, const RowNames& rows) {
  if (node.op == Op::kNegate) {
    writer.raw("(-");
    print_value(writer, *node.args[0], rows);
    writer.raw(")");
    return;
  }
  print_over(writer, node.args, rows, [&](std::span<const Print> values) {
    switch (node.op) {
      case Op::kAdd:
        return print_sum({writer, values, " + "});
      case Op::kSubtract:
        return print_sum({writer, values, " - "});
      case Op::kMultiply:
        return print_product({writer, values, " * "}, false);
      default:
        return print_product({writer, values, " / "}, true);
    }
  });
}

void print_double(Writer& writer, const Print& number) {
  writer.raw("CASE WHEN abs(");
  number();
  writer.raw(") BETWEEN ").raw(kMinFloat).raw(" AND 1.7976931348623157e308 THEN (");
  number();
  writer.raw(")::double precision WHEN ");
  number();
  writer.raw(" = 0 THEN 0 END");
}

}  // namespace bedplate::sql
