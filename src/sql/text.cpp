// Text. Nothing here depends on a database's locale: case goes through our own functions on SQLite and through ICU's
// root collation on PostgreSQL, which are the same mapping; LIKE, prefixes and sizes count code points.
#include "sql/arithmetic.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

void print_text_value(Writer& writer, const Node& node, const RowNames& rows) {
  if (writer.sqlite() || node.type.scalar != Scalar::kUuid || node.type.list) return print_value(writer, node, rows);
  writer.raw("(");
  print_value(writer, node, rows);
  writer.raw(")::text");
}

namespace {

constexpr std::string_view kIcu = " COLLATE \"und-x-icu\"";

std::string_view sqlite_function(Op op) {
  switch (op) {
    case Op::kStartsWith:
      return "bp_starts_with(";
    case Op::kEndsWith:
      return "bp_ends_with(";
    case Op::kContains:
      return "bp_contains(";
    case Op::kLower:
      return "bp_lower(";
    case Op::kUpper:
      return "bp_upper(";
    case Op::kLike:
    case Op::kILike:
      return "bp_like(";
    default:
      return "bp_regex(";
  }
}

void print_sqlite(Writer& writer, const Node& node, const RowNames& rows) {
  if (node.op == Op::kSize) {
    if (node.args[0]->type.list) return print_call(writer, "bp_size", node, rows);
    writer.raw("length(");
    print_value(writer, *node.args[0], rows);
    writer.raw(")");
    return;
  }
  writer.raw(sqlite_function(node.op));
  print_value(writer, *node.args[0], rows);
  if (node.args.size() > 1) {
    writer.raw(", ");
    print_value(writer, *node.args[1], rows);
  }
  if (node.op == Op::kLike || node.op == Op::kRegex) writer.raw(", 0");
  if (node.op == Op::kILike || node.op == Op::kIRegex) writer.raw(", 1");
  writer.raw(")");
}

void print_size(Writer& writer, const Node& node, const RowNames& rows) {
  if (!node.args[0]->type.list) {
    writer.raw("char_length(");
    print_text_value(writer, *node.args[0], rows);
    writer.raw(")");
    return;
  }
  print_over(writer, node.args, rows, [&](std::span<const Print> values) {
    writer.raw("CASE WHEN jsonb_typeof(");
    values[0]();
    writer.raw(") = 'array' THEN jsonb_array_length(");
    values[0]();
    writer.raw(") END");
  });
}

/// Without case, as base's like_match() drops it.
void print_folded(Writer& writer, const Print& text) {
  writer.raw("upper(lower(");
  text();
  writer.raw(kIcu).raw(")").raw(kIcu).raw(")");
}

// A pattern that ends within an escape is an error there; with us it matches nothing.
void print_like(Writer& writer, const Node& node, const RowNames& rows) {
  const Print operands[] = {[&] { print_text_value(writer, *node.args[0], rows); },
                            [&] { print_text_value(writer, *node.args[1], rows); }};
  const auto body = [&](std::span<const Print> values) {
    writer.raw("CASE WHEN ");
    values[1]();
    writer.raw(R"( ~ '(^|[^\\])(\\\\)*\\$' THEN )");
    values[0]();
    writer.raw(" <> ");
    values[0]();
    writer.raw(" ELSE ");
    const bool fold = node.op == Op::kILike;
    for (const std::size_t i : {0u, 1u}) {
      if (i == 1) writer.raw(" LIKE ");
      if (fold)
        print_folded(writer, values[i]);
      else
        values[i]();
    }
    writer.raw(" END");
  };
  if (is_leaf(*node.args[0]) && is_leaf(*node.args[1])) return body(operands);
  print_named(writer, operands, body);
}

void print_ends_with(Writer& writer, const Node& node, const RowNames& rows) {
  print_over(writer, node.args, rows, [&](std::span<const Print> values) {
    const auto text = [&](std::size_t i) {
      values[i]();
      if (node.args[i]->type.scalar == Scalar::kUuid) writer.raw("::text");
    };
    writer.raw("(right(");
    text(0);
    writer.raw(", char_length(");
    text(1);
    writer.raw(")) = ");
    text(1);
    writer.raw(")");
  });
}

void print_postgres(Writer& writer, const Node& node, const RowNames& rows) {
  const auto two = [&](std::string_view before, std::string_view between, std::string_view after) {
    writer.raw(before);
    print_text_value(writer, *node.args[0], rows);
    writer.raw(between);
    print_text_value(writer, *node.args[1], rows);
    writer.raw(after);
  };
  switch (node.op) {
    case Op::kSize:
      return print_size(writer, node, rows);
    case Op::kStartsWith:
      return two("starts_with(", ", ", ")");
    case Op::kEndsWith:
      return print_ends_with(writer, node, rows);
    case Op::kContains:
      return two("(strpos(", ", ", ") > 0)");
    case Op::kLike:
    case Op::kILike:
      return print_like(writer, node, rows);
    case Op::kRegex:
      return two("(", " ~ ", ")");
    case Op::kIRegex:
      return two("(", " ~* ", ")");
    default:
      // Named anew as code point order, so that two collations never meet.
      writer.raw(node.op == Op::kLower ? "(lower(" : "(upper(");
      print_text_value(writer, *node.args[0], rows);
      writer.raw(kIcu).raw(") COLLATE \"C\")");
  }
}

}  // namespace

void print_text(Writer& writer, const Node& node, const RowNames& rows) {
  if (writer.sqlite())
    print_sqlite(writer, node, rows);
  else
    print_postgres(writer, node, rows);
}

}  // namespace bedplate::sql
