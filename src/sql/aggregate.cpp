// sum, min, max and avg over a to-many relation: a scalar subquery of one aggregate. Nulls don't count; the sum of
// nothing is 0, of the others null. Exact whatever the order of the rows, except for Float.
#include "sql/arithmetic.hpp"
#include "sql/type_code.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

namespace {

bool is_enum(const Node& value) { return value.type.scalar == Scalar::kEnum; }

/// `CASE min(rank) WHEN 0 THEN 'FIRST' …`: a value that this program doesn't know has no rank and is passed over.
void print_enum_extreme(Writer& writer, const Node& node, const RowNames& inside) {
  writer.raw("CASE ").raw(node.op == Op::kMin ? "min(" : "max(");
  print_sort_key(writer, *node.args[2], inside);
  writer.raw(")");
  const auto& values = writer.model().enums[node.args[2]->type.enumeration].values;
  for (std::size_t i = 0; i < values.size(); ++i)
    writer.raw(" WHEN ")
        .integer(static_cast<std::int64_t>(i))
        .raw(" THEN ")
        .bind({.kind = Bind::Kind::kConstant,
               .type = {.scalar = Scalar::kString},
               .constant = Cell::text(values[i].name)});
  writer.raw(" END");
}

void print_extreme(Writer& writer, const Node& node, const RowNames& inside) {
  const Node& value = *node.args[2];
  if (is_enum(value)) return print_enum_extreme(writer, node, inside);
  const bool uuid = !writer.sqlite() && value.type.scalar == Scalar::kUuid;
  writer.raw(node.op == Op::kMin ? "min(" : "max(");
  if (uuid) {
    print_text_value(writer, value, inside);
    writer.raw(" COLLATE \"C\")::uuid");
    return;
  }
  print_sort_key(writer, value, inside);
  writer.raw(")");
}

void print_sqlite_total(Writer& writer, const Node& node, const RowNames& inside) {
  const Node& value = *node.args[2];
  if (node.op == Op::kSum) {
    // Of no row at all; the function itself then knows no type.
    std::string zero = "0";
    if (node.type.scalar == Scalar::kFloat) zero = "0.0";
    if (node.type.scalar == Scalar::kDecimal && node.type.precision > 18)
      zero = "'0" + (node.type.scale > 0 ? "." + std::string(node.type.scale, '0') : std::string()) + "'";
    writer.raw("CASE count(*) WHEN 0 THEN ").raw(zero).raw(" ELSE ");
  }
  writer.raw(node.op == Op::kSum ? "bp_sum(" : "bp_avg(").integer(type_code(node.type)).raw(", ");
  writer.integer(type_code(value.type)).raw(", ");
  print_value(writer, value, inside);
  writer.raw(node.op == Op::kSum ? ") END" : ")");
}

/// What is added up, as numeric where that is needed to be exact; the digits of a double are its shortest.
void print_addend(Writer& writer, const Node& value, const RowNames& inside) {
  const Print print = [&] { print_value(writer, value, inside); };
  if (value.type.scalar == Scalar::kDuration) return print_micros(writer, print);
  writer.raw("(");
  print();
  writer.raw(value.type.scalar == Scalar::kFloat ? ")::text::numeric" : ")::numeric");
}

void print_total_of(Writer& writer, const Node& node, std::span<const Print> parts) {
  if (node.op == Op::kAvg && node.type.scalar == Scalar::kFloat) {
    const Print quotient[] = {[&] {
      parts[0]();
      writer.raw(" / nullif(");
      parts[1]();
      writer.raw(", 0)");
    }};
    return print_named(writer, quotient, [&](std::span<const Print> names) { print_double(writer, names[0]); });
  }
  if (node.op == Op::kAvg) return print_quotient(writer, parts[0], parts[1], node.type.scale);
  switch (node.type.scalar) {
    case Scalar::kFloat:
      return print_double(writer, parts[0]);
    case Scalar::kDuration:
      return print_interval(writer, parts[0]);
    case Scalar::kDecimal:
      return print_fitting(writer, parts[0], node.type);
    default:
      return print_in_range(writer, true, parts[0], kMinBigInt, kMaxBigInt, "bigint");
  }
}

}  // namespace

void print_aggregate(Writer& writer, const Node& node, const RowNames& rows) {
  const Node& row = *node.args[0];
  const Reached near = reach(writer, row, rows);
  const std::string far = writer.fresh_name();
  const RowNames inside = rows.with(node.scope, far);
  const auto from = [&] {
    print_to_many_from(writer, row.entity, node.member, near.name, far, near, rows);
    if (node.args[1] == nullptr) return;
    writer.raw(" AND ");
    print_condition(writer, *node.args[1], inside);
  };
  const bool extreme = node.op == Op::kMin || node.op == Op::kMax;
  if (writer.sqlite() || extreme) {
    writer.raw("(SELECT ");
    if (extreme)
      print_extreme(writer, node, inside);
    else
      print_sqlite_total(writer, node, inside);
    from();
    writer.raw(")");
    return;
  }
  const std::string table = writer.fresh_name();
  const Print parts[] = {[&] { writer.raw(table).raw(".total"); }, [&] { writer.raw(table).raw(".number"); }};
  writer.raw("(SELECT ");
  print_total_of(writer, node, parts);
  writer.raw(" FROM (SELECT coalesce(sum(");
  print_addend(writer, *node.args[2], inside);
  writer.raw("), 0) AS total, count(");
  print_value(writer, *node.args[2], inside);
  writer.raw(") AS number");
  from();
  writer.raw(") AS ").raw(table).raw(")");
}

}  // namespace bedplate::sql
