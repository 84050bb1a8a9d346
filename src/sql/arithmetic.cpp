// Arithmetic never fails: what overflows, divides by zero or does not fit is NULL. SQLite: our functions, which are
// the evaluator's own (expr/arithmetic.hpp). PostgreSQL: computed in the next wider type, then tested; numeric where
// there is none; Float in arithmetic_float.cpp, time in arithmetic_time.cpp.
#include "sql/arithmetic.hpp"

#include "sql/type_code.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

std::string power_of_ten(int exponent) {
  if (exponent < 0) return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + "1";
  return "1" + std::string(static_cast<std::size_t>(exponent), '0');
}

namespace {

std::string_view function_name(Op op) {
  switch (op) {
    case Op::kAdd:
      return "bp_add";
    case Op::kSubtract:
      return "bp_subtract";
    case Op::kMultiply:
      return "bp_multiply";
    case Op::kDivide:
      return "bp_divide";
    case Op::kModulo:
      return "bp_modulo";
    default:
      return "bp_negate";
  }
}

std::string_view operator_text(Op op) {
  return op == Op::kAdd ? " + " : op == Op::kSubtract ? " - " : op == Op::kMultiply ? " * " : " % ";
}

void print_joined_text(Writer& writer, const Node& node, const RowNames& rows) {
  writer.raw("(");
  print_text_value(writer, *node.args[0], rows);
  writer.raw(" || ");
  print_text_value(writer, *node.args[1], rows);
  writer.raw(")");
}

void print_whole(Writer& writer, const Node& node, const RowNames& rows) {
  const bool big = node.type.scalar == Scalar::kBigInt;
  const std::string_view wide = big ? "::numeric" : "::bigint";
  const auto operand = [&](std::size_t i) {
    writer.raw("(");
    print_value(writer, *node.args[i], rows);
    writer.raw(")").raw(wide);
  };
  const auto divisor = [&] {
    writer.raw("nullif(");
    operand(1);
    writer.raw(", 0)");
  };
  const Print value = [&] {
    if (node.op == Op::kNegate) {
      writer.raw("-");
      return operand(0);
    }
    const bool division = node.op == Op::kDivide;
    writer.raw(division && big ? "div(" : "(");
    operand(0);
    writer.raw(!division ? operator_text(node.op) : big ? ", " : " / ");
    if (division || node.op == Op::kModulo)
      divisor();
    else
      operand(1);
    writer.raw(")");
  };
  const bool cheap = std::all_of(node.args.begin(), node.args.end(), [](const Node* arg) { return is_leaf(*arg); });
  if (big) return print_in_range(writer, cheap, value, kMinBigInt, kMaxBigInt, "bigint");
  print_in_range(writer, cheap, value, "-2147483648", "2147483647", "integer");
}

int whole_digits(const Type& type) { return type.precision - type.scale; }

/// Whether the exact result may have more digits than its type; only where 38 cut the type short.
bool may_overflow(const Node& node) {
  if (node.op == Op::kModulo || node.op == Op::kNegate) return false;
  const Type& a = node.args[0]->type;
  const Type& b = node.args[1]->type;
  const int room = whole_digits(node.type);
  switch (node.op) {
    case Op::kMultiply:
      return whole_digits(a) + whole_digits(b) > room;
    case Op::kDivide:
      return whole_digits(a) + b.scale + 1 > room;
    default:
      return std::max(whole_digits(a), whole_digits(b)) + 1 > room;
  }
}

void print_exact(Writer& writer, const Node& node, const RowNames& rows) {
  const Print value = [&] {
    if (node.op == Op::kNegate) {
      writer.raw("(-");
      print_value(writer, *node.args[0], rows);
      writer.raw(")");
      return;
    }
    if (node.op == Op::kDivide)
      return print_quotient(
          writer, [&] { print_value(writer, *node.args[0], rows); }, [&] { print_value(writer, *node.args[1], rows); },
          node.type.scale);
    writer.raw("(");
    print_value(writer, *node.args[0], rows);
    writer.raw(operator_text(node.op));
    if (node.op == Op::kModulo) writer.raw("nullif(");
    print_value(writer, *node.args[1], rows);
    writer.raw(node.op == Op::kModulo ? ", 0))" : ")");
  };
  if (!may_overflow(node)) return value();
  const Print values[] = {value};
  print_named(writer, values, [&](std::span<const Print> names) { print_fitting(writer, names[0], node.type); });
}

}  // namespace

void print_fitting(Writer& writer, const Print& value, const Type& type) {
  writer.raw("CASE WHEN abs(");
  value();
  writer.raw(") < ").raw(power_of_ten(whole_digits(type))).raw("::numeric THEN ");
  value();
  writer.raw(" END");
}

// q is the quotient of whole numbers toward zero and r its rest; a rest over half, or half beside an odd q, goes away
// from zero.
void print_quotient(Writer& writer, const Print& dividend, const Print& divisor, int scale) {
  const Print scaled[] = {[&] {
                            writer.raw("(");
                            dividend();
                            writer.raw(")::numeric * ").raw(power_of_ten(scale));
                          },
                          [&] {
                            writer.raw("nullif((");
                            divisor();
                            writer.raw(")::numeric, 0)");
                          }};
  print_named(writer, scaled, [&](std::span<const Print> parts) {
    const Print quotient[] = {[&] {
                                writer.raw("div(");
                                parts[0]();
                                writer.raw(", ");
                                parts[1]();
                                writer.raw(")");
                              },
                              [&] {
                                writer.raw("2 * abs(");
                                parts[0]();
                                writer.raw(" % ");
                                parts[1]();
                                writer.raw(")");
                              }};
    print_named(writer, quotient, [&](std::span<const Print> names) {
      writer.raw("(");
      names[0]();
      writer.raw(" + CASE WHEN ");
      names[1]();
      writer.raw(" > abs(");
      parts[1]();
      writer.raw(") OR (");
      names[1]();
      writer.raw(" = abs(");
      parts[1]();
      writer.raw(") AND ");
      names[0]();
      writer.raw(" % 2 <> 0) THEN sign(");
      parts[0]();
      writer.raw(") * sign(");
      parts[1]();
      writer.raw(") ELSE 0 END) * ").raw(power_of_ten(-scale));
    });
  });
}

void print_half_even(Writer& writer, const Print& value, int scale) {
  const std::string unit = scale == 0 ? "1" : power_of_ten(-scale);
  const std::string digits = std::to_string(scale);
  writer.raw("(round(");
  value();
  writer.raw(", ").raw(digits).raw(") - CASE WHEN 2 * abs(");
  value();
  writer.raw(" - trunc(");
  value();
  writer.raw(", ").raw(digits).raw(")) = ").raw(unit).raw(" AND trunc(");
  value();
  writer.raw(", ").raw(digits).raw(") % (2 * ").raw(unit).raw(") = 0 THEN sign(");
  value();
  writer.raw(") * ").raw(unit).raw(" ELSE 0 END)");
}

void print_call(Writer& writer, std::string_view name, const Node& node, const RowNames& rows) {
  writer.raw(name).raw("(").integer(type_code(node.type));
  for (const Node* arg : node.args) {
    writer.raw(", ").integer(type_code(arg->type)).raw(", ");
    print_value(writer, *arg, rows);
  }
  writer.raw(")");
}

void print_arithmetic(Writer& writer, const Node& node, const RowNames& rows) {
  if (node.type.is_text()) return print_joined_text(writer, node, rows);
  if (writer.sqlite()) return print_call(writer, function_name(node.op), node, rows);
  switch (node.type.scalar) {
    case Scalar::kFloat:
      return print_float_arithmetic(writer, node, rows);
    case Scalar::kDateTime:
    case Scalar::kDuration:
      return print_time_arithmetic(writer, node, rows);
    case Scalar::kDecimal:
      return print_exact(writer, node, rows);
    default:
      return print_whole(writer, node, rows);
  }
}

}  // namespace bedplate::sql
