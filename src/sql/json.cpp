// Lists and JSON. SQLite: the evaluator's own definition as functions. PostgreSQL: jsonb, whose containment compares
// numbers by value; a JSON null is an element of nothing.
#include "sql/arithmetic.hpp"
#include "sql/type_code.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

namespace {

constexpr std::size_t kStepsACall = 12;  // SQLite's functions of ours take 16 arguments

void print_step(Writer& writer, const expr::PathStep& step) {
  if (step.index != -1) {
    // The function takes it as the step has it.
    writer.integer(step.index < 0 && !writer.sqlite() ? step.index + 1 : step.index);
    return;
  }
  writer.bind({.kind = Bind::Kind::kConstant, .type = {.scalar = Scalar::kString}, .constant = Cell::text(step.key)});
}

/// bp_json(value, as_text, step, …), nested where the path is long.
void print_path_call(Writer& writer, const Node& node, std::size_t steps, const RowNames& rows) {
  const std::size_t before = steps > kStepsACall ? steps - kStepsACall : 0;
  writer.raw("bp_json(");
  if (before > 0)
    print_path_call(writer, node, before, rows);
  else
    print_value(writer, *node.args[0], rows);
  writer.raw(node.as_text && steps == node.path.size() ? ", 1" : ", 0");
  for (std::size_t i = before; i < steps; ++i) {
    writer.raw(", ");
    print_step(writer, node.path[i]);
  }
  writer.raw(")");
}

/// A row's own column of JSON, which is json: a path into it finds what was written.
bool print_stored(Writer& writer, const Node& node, const RowNames& rows) {
  if (node.op != Op::kField || node.args[0]->op != Op::kRow || !is_json(node.type)) return false;
  const auto& field = writer.model().field(node.entity, node.member);
  if (field.form != model::ColumnForm::kCanonical) return false;
  writer.column(rows.of(node.args[0]->scope), field.column);
  return true;
}

/// The value after the first `steps`. `jsonb -> 0` finds a scalar in itself, so an index first asks for an array.
void print_steps(Writer& writer, const Node& node, std::size_t steps, const RowNames& rows) {
  if (steps == 0) return print_value(writer, *node.args[0], rows);
  const expr::PathStep& step = node.path[steps - 1];
  const std::string_view arrow = node.as_text && steps == node.path.size() ? " ->> " : " -> ";
  const Print before = [&] { print_steps(writer, node, steps - 1, rows); };
  const auto stepped = [&](const Print& value) {
    writer.raw("(");
    value();
    writer.raw(arrow);
    print_step(writer, step);
    writer.raw(")");
  };
  if (step.index == -1) return stepped(before);
  const auto guarded = [&](const Print& value) {
    writer.raw("CASE WHEN jsonb_typeof(");
    value();
    writer.raw(") = 'array' THEN ");
    stepped(value);
    writer.raw(" END");
  };
  if (steps == 1 && is_leaf(*node.args[0])) return guarded(before);
  const Print values[] = {before};
  print_named(writer, values, [&](std::span<const Print> names) { guarded(names[0]); });
}

void print_path(Writer& writer, const Node& node, const RowNames& rows) {
  if (writer.sqlite()) return print_path_call(writer, node, node.path.size(), rows);
  if (!node.as_text || !node.path.empty()) return print_steps(writer, node, node.path.size(), rows);
  // The root itself as text.
  writer.raw("(");
  print_value(writer, *node.args[0], rows);
  writer.raw(" #>> '{}')");
}

void print_arrays(Writer& writer, std::span<const Print> values) {
  writer.raw("CASE WHEN jsonb_typeof(");
  values[0]();
  writer.raw(") = 'array' AND jsonb_typeof(");
  values[1]();
  writer.raw(") = 'array' THEN ");
}

void print_lists(Writer& writer, const Node& node, const RowNames& rows) {
  if (!node.args[0]->type.list) {
    writer.raw("(");
    print_value(writer, *node.args[0], rows);
    writer.raw(node.op == Op::kListContains ? " @> " : " <@ ");
    print_value(writer, *node.args[1], rows);
    writer.raw(")");
    return;
  }
  print_over(writer, node.args, rows, [&](std::span<const Print> values) {
    print_arrays(writer, values);
    if (node.op == Op::kListOverlaps) {
      const std::string element = writer.fresh_name();
      writer.raw("EXISTS(SELECT 1 FROM jsonb_array_elements(");
      values[0]();
      writer.raw(") AS ").raw(element).raw("(v) WHERE ").raw(element).raw(".v <> 'null' AND ");
      values[1]();
      writer.raw(" @> ").raw(element).raw(".v) END");
      return;
    }
    const bool contains = node.op == Op::kListContains;
    const Print& outer = values[contains ? 0 : 1];
    const Print& inner = values[contains ? 1 : 0];
    outer();
    writer.raw(" @> ");
    inner();
    writer.raw(" AND NOT ");
    inner();
    writer.raw(" @> '[null]' END");
  });
}

}  // namespace

void print_output(Writer& writer, const Node& node, const RowNames& rows) {
  if (writer.sqlite()) return print_value(writer, node, rows);
  if (print_stored(writer, node, rows)) return;
  if (node.op == Op::kJsonPath) return print_path(writer, node, rows);
  // A field that the caller sees in some rows alone.
  if (node.op != Op::kConditional || !is_json(node.type) || node.args[2]->op != Op::kLiteral ||
      !node.args[2]->literal.is_null())
    return print_value(writer, node, rows);
  writer.raw("CASE WHEN ");
  print_condition(writer, *node.args[0], rows);
  writer.raw(" THEN ");
  print_output(writer, *node.args[1], rows);
  writer.raw(" END");
}

void print_json(Writer& writer, const Node& node, const RowNames& rows) {
  if (node.op == Op::kJsonPath) {
    print_path(writer, node, rows);
    if (!writer.sqlite() && !node.as_text) writer.raw("::jsonb");
    return;
  }
  if (!writer.sqlite()) return print_lists(writer, node, rows);
  const std::string_view name = node.op == Op::kListContains      ? "bp_list_contains"
                                : node.op == Op::kListContainedBy ? "bp_list_contained_by"
                                                                  : "bp_list_overlaps";
  print_call(writer, name, node, rows);
}

}  // namespace bedplate::sql
