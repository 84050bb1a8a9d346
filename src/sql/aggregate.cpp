// sum, min, max and avg over a to-many relation: a scalar subquery of one aggregate. Nulls don't count; the sum of
// nothing is 0, of the others null. Exact whatever the order of the rows, except for Float.
#include <array>

#include "sql/arithmetic.hpp"
#include "sql/type_code.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

namespace {

/// `CASE min(rank) WHEN 0 THEN 'FIRST' …`: a value that this program doesn't know has no rank and is passed over.
void print_enum_extreme(Writer& writer, const Node& node, const Print& value) {
  writer.raw("CASE ").raw(node.op == Op::kMin ? "min(" : "max(");
  print_sort_key(writer, node.args[2]->type, value);
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

void print_extreme(Writer& writer, const Node& node, const Print& value) {
  const Type& type = node.args[2]->type;
  if (type.scalar == Scalar::kEnum) return print_enum_extreme(writer, node, value);
  writer.raw(node.op == Op::kMin ? "min(" : "max(");
  if (!writer.sqlite() && type.scalar == Scalar::kUuid) {
    value();
    writer.raw("::text COLLATE \"C\")::uuid");
    return;
  }
  print_sort_key(writer, type, value);
  writer.raw(")");
}

void print_sqlite_total(Writer& writer, const Node& node, const Print& value) {
  if (node.op == Op::kSum) {
    // Of no row at all; the function itself then knows no type.
    std::string zero = "0";
    if (node.type.scalar == Scalar::kFloat) zero = "0.0";
    if (node.type.scalar == Scalar::kDecimal && node.type.precision > 18)
      zero = "'0" + (node.type.scale > 0 ? "." + std::string(node.type.scale, '0') : std::string()) + "'";
    writer.raw("CASE count(*) WHEN 0 THEN ").raw(zero).raw(" ELSE ");
  }
  writer.raw(node.op == Op::kSum ? "bp_sum(" : "bp_avg(").integer(type_code(node.type)).raw(", ");
  writer.integer(type_code(node.args[2]->type)).raw(", ");
  value();
  writer.raw(node.op == Op::kSum ? ") END" : ")");
}

/// What is added up, as numeric where that is needed to be exact; the digits of a double are its shortest.
void print_addend(Writer& writer, const Type& type, const Print& value) {
  if (type.scalar == Scalar::kDuration) return print_micros(writer, value);
  value();
  writer.raw(type.scalar == Scalar::kFloat ? "::text::numeric" : "::numeric");
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

/// ` FROM (SELECT value AS v FROM … WHERE …) AS name`: an aggregate belongs to the query whose columns it names, and
/// the value may name none of this one's.
void print_values(Writer& writer, const Node& node, const RowNames& rows, const std::string& name) {
  const Node& row = *node.args[0];
  const Reached near = reach(writer, row, rows);
  const std::string far = writer.fresh_name();
  const RowNames inside = rows.with(node.scope, far);
  writer.raw(" FROM (SELECT ");
  print_value(writer, *node.args[2], inside);
  writer.raw(" AS v");
  print_to_many_from(writer, row.entity, node.member, near.name, far, near, rows, node);
  if (node.args[1] != nullptr) {
    writer.raw(" AND ");
    print_condition(writer, *node.args[1], inside);
  }
  writer.raw(") AS ").raw(name);
}

void print_postgres_total(Writer& writer, const Node& node, const RowNames& rows) {
  const std::string table = writer.fresh_name();
  const std::string name = writer.fresh_name();
  const Print value = [&] { writer.raw(name).raw(".v"); };
  const Print parts[] = {[&] { writer.raw(table).raw(".total"); }, [&] { writer.raw(table).raw(".number"); }};
  writer.raw("(SELECT ");
  print_total_of(writer, node, parts);
  writer.raw(" FROM (SELECT coalesce(sum(");
  print_addend(writer, node.args[2]->type, value);
  writer.raw("), 0) AS total, count(");
  value();
  writer.raw(") AS number");
  print_values(writer, node, rows, name);
  writer.raw(") AS ").raw(table).raw(")");
}

}  // namespace

namespace {

/// The same aggregate over a relation, for what both have in common.
struct OverRelation {
  explicit OverRelation(const plan::Grouping::Aggregate& aggregate) : args{nullptr, nullptr, aggregate.value.node} {
    node = {.op = aggregate.op, .type = aggregate.type, .args = args};
  }
  std::array<const Node*, 3> args;
  Node node;
};

void print_group_sum(Writer& writer, const Type& type, const Type& of, const Print& value) {
  const bool span = type.scalar == Scalar::kDuration;
  writer.raw(span ? "((sum(" : "(sum(");
  if (span || of.scalar == Scalar::kFloat)
    print_addend(writer, of, value);
  else
    value();
  writer.raw("))::").raw(span ? "bigint::text || ' microseconds')::interval" : postgres_type(type));
}

}  // namespace

void print_group_aggregate(Writer& writer, const plan::Grouping::Aggregate& aggregate, const Print& value) {
  if (aggregate.op == Op::kCount) {
    writer.raw("count(");
    if (aggregate.value.node == nullptr)
      writer.raw("*");
    else
      value();
    writer.raw(")");
    return;
  }
  const Type& of = aggregate.value.node->type;
  if (aggregate.op == Op::kMin || aggregate.op == Op::kMax)
    return print_extreme(writer, OverRelation(aggregate).node, value);
  if (writer.sqlite()) {
    writer.raw(aggregate.op == Op::kSum ? "bp_group_sum(" : "bp_group_avg(").integer(type_code(aggregate.type));
    writer.raw(", ").integer(type_code(of)).raw(", ");
    value();
    writer.raw(")");
    return;
  }
  if (aggregate.op == Op::kSum) return print_group_sum(writer, aggregate.type, of, value);
  writer.raw("sum(");
  print_addend(writer, of, value);
  writer.raw(")");
}

void print_group_average(Writer& writer, const plan::Grouping::Aggregate& aggregate, const Print& sum,
                         const Print& count) {
  const Print parts[] = {sum, count};
  writer.raw("(");
  print_total_of(writer, OverRelation(aggregate).node, parts);
  writer.raw(")::").raw(postgres_type(aggregate.type));
}

void print_aggregate(Writer& writer, const Node& node, const RowNames& rows) {
  const bool extreme = node.op == Op::kMin || node.op == Op::kMax;
  if (!writer.sqlite() && !extreme) return print_postgres_total(writer, node, rows);
  const std::string name = writer.fresh_name();
  const Print value = [&] { writer.raw(name).raw(".v"); };
  writer.raw("(SELECT ");
  if (extreme)
    print_extreme(writer, node, value);
  else
    print_sqlite_total(writer, node, value);
  print_values(writer, node, rows, name);
  writer.raw(")");
}

}  // namespace bedplate::sql
