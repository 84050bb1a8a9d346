#include "sql/named.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

bool is_leaf(const Node& node) {
  switch (node.op) {
    case Op::kLiteral:
    case Op::kSlot:
    case Op::kAggregate:
    case Op::kGroupKey:
    case Op::kPrincipal:
    case Op::kNow:
      return true;
    case Op::kField:
      return node.args[0]->op == Op::kRow;
    case Op::kWiden:
      return is_leaf(*node.args[0]);
    default:
      return false;
  }
}

void print_named(Writer& writer, std::span<const Print> values,
                 const std::function<void(std::span<const Print>)>& body) {
  const std::string table = writer.fresh_name();
  std::vector<Print> names;
  for (std::size_t i = 0; i < values.size(); ++i)
    names.emplace_back([&writer, name = table + ".v" + std::to_string(i + 1)] { writer.raw(name); });
  writer.raw("(SELECT ");
  body(names);
  writer.raw(" FROM (SELECT ");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) writer.raw(", ");
    values[i]();
    writer.raw(" AS v").integer(static_cast<std::int64_t>(i + 1));
  }
  writer.raw(" OFFSET 0) AS ").raw(table).raw(")");
}

void print_over(Writer& writer, std::span<const Node* const> operands, const RowNames& rows,
                const std::function<void(std::span<const Print>)>& body) {
  std::vector<Print> values;
  bool leaves = true;
  for (const Node* operand : operands) {
    leaves = leaves && is_leaf(*operand);
    values.emplace_back([&writer, &rows, operand] { print_value(writer, *operand, rows); });
  }
  if (leaves)
    body(values);
  else
    print_named(writer, values, body);
}

void print_in_range(Writer& writer, bool cheap, const Print& value, std::string_view low, std::string_view high,
                    std::string_view type) {
  const auto tested = [&](const Print& print) {
    writer.raw("CASE WHEN ");
    print();
    writer.raw(" BETWEEN ").raw(low).raw(" AND ").raw(high).raw(" THEN (");
    print();
    writer.raw(")");
    if (!type.empty()) writer.raw("::").raw(type);
    writer.raw(" END");
  };
  if (cheap) return tested(value);
  const Print values[] = {value};
  print_named(writer, values, [&](std::span<const Print> names) { tested(names[0]); });
}

}  // namespace bedplate::sql
