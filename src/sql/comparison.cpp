// Comparisons. `=` and `<` of both databases are three-valued as the rules' are; what has to be helped along is
// order (code points, enums as declared), decimals of two scales, and columns kept in an existing database's form,
// where the other side takes the column's form so that its index serves.
#include "sql/constructs.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

namespace {

std::string_view operator_text(Op op) {
  switch (op) {
    case Op::kEq:
      return " = ";
    case Op::kNe:
      return " <> ";
    case Op::kLt:
      return " < ";
    case Op::kLe:
      return " <= ";
    case Op::kGt:
      return " > ";
    default:
      return " >= ";
  }
}

bool is_order(Op op) { return op != Op::kEq && op != Op::kNe; }

/// A value that goes in by a placeholder, which can be encoded in any column's form.
const Node* bindable(const Node& node) {
  const bool leaf = node.op == Op::kSlot || node.op == Op::kPrincipal || node.op == Op::kNow ||
                    (node.op == Op::kLiteral && !node.literal.is_null());
  return leaf ? &node : nullptr;
}

/// Forms in which equal values have one text and order is kept.
bool comparable_as_stored(model::ColumnForm form) {
  return form == model::ColumnForm::kUnixSeconds || form == model::ColumnForm::kUnixMillis;
}

const model::Field* own_column(Writer& writer, const Node& node) {
  if (node.op != Op::kField || node.args[0]->op != Op::kRow) return nullptr;
  return &writer.model().field(node.entity, node.member);
}

void print_bind_as(Writer& writer, const Node& node, const model::Field& column) {
  Bind bind{.type = column.type, .form = column.form};
  switch (node.op) {
    case Op::kSlot:
      bind.kind = Bind::Kind::kSlot;
      bind.index = node.slot;
      break;
    case Op::kPrincipal:
      bind.kind = Bind::Kind::kFact;
      bind.index = node.fact;
      break;
    case Op::kNow:
      bind.kind = Bind::Kind::kNow;
      break;
    default:
      bind.kind = Bind::Kind::kConstant;
      bind.constant = node.literal;
  }
  writer.bind(bind);
}

bool print_in_columns_form(Writer& writer, Op op, const Node& left, const Node& right, const RowNames& rows) {
  const auto* column = own_column(writer, left);
  if (!writer.sqlite() || column == nullptr || !comparable_as_stored(column->form) || bindable(right) == nullptr)
    return false;
  if (is_order(op)) return false;  // encoding may round, which equality forgives and order does not
  writer.column(rows.of(left.args[0]->scope), column->column).raw(operator_text(op));
  print_bind_as(writer, right, *column);
  return true;
}

bool differently_scaled(const Type& a, const Type& b) {
  if (a.scalar != Scalar::kDecimal || b.scalar != Scalar::kDecimal || a.list || b.list) return false;
  return a.scale != b.scale || a.precision > 18 || b.precision > 18;
}

/// bp_compare(a, precision, scale, b, precision, scale): -1, 0, 1 or NULL.
void print_decimal_compare(Writer& writer, const Node& left, const Node& right, const RowNames& rows) {
  writer.raw("bp_compare(");
  print_value(writer, left, rows);
  writer.raw(", ").integer(left.type.precision).raw(", ").integer(left.type.scale).raw(", ");
  print_value(writer, right, rows);
  writer.raw(", ").integer(right.type.precision).raw(", ").integer(right.type.scale).raw(")");
}

void print_ranked(Writer& writer, const Node& node, const RowNames& rows) { print_sort_key(writer, node, rows); }

void print_binary(Writer& writer, const Node& node, const RowNames& rows) {
  const Node& left = *node.args[0];
  const Node& right = *node.args[1];
  writer.raw("(");
  if (writer.sqlite() && differently_scaled(left.type, right.type)) {
    print_decimal_compare(writer, left, right, rows);
    writer.raw(operator_text(node.op)).raw("0");
  } else if (!print_in_columns_form(writer, node.op, left, right, rows)) {
    const auto& print = is_order(node.op) ? print_ranked : print_value;
    print(writer, left, rows);
    writer.raw(operator_text(node.op));
    print(writer, right, rows);
  }
  writer.raw(")");
}

void print_in(Writer& writer, const Node& node, const RowNames& rows) {
  // `x IN ()` is FALSE, also of a null x, as an empty OR is.
  if (node.args.size() == 1) return print_boolean(writer, false);
  writer.raw("(");
  for (std::size_t i = 1; i < node.args.size(); ++i) {
    if (i > 1) writer.raw(" OR ");
    Node equal = node;
    equal.op = Op::kEq;
    const std::array<const Node*, 2> sides{node.args[0], node.args[i]};
    equal.args = sides;
    print_binary(writer, equal, rows);
  }
  writer.raw(")");
}

bool all_plain(const Node& node) {
  return std::all_of(node.args.begin(), node.args.end(), [&](const Node* arg) {
    return !differently_scaled(node.args[0]->type, arg->type) && arg->op != Op::kConditional;
  });
}

void print_list(Writer& writer, const Node& node, const RowNames& rows) {
  writer.raw("(");
  print_value(writer, *node.args[0], rows);
  writer.raw(" IN (");
  for (std::size_t i = 1; i < node.args.size(); ++i) {
    if (i > 1) writer.raw(", ");
    print_value(writer, *node.args[i], rows);
  }
  writer.raw("))");
}

/// The list is one bind: a JSON array of canonical cells.
void print_in_slot(Writer& writer, const Node& node, const RowNames& rows) {
  writer.raw("(");
  print_value(writer, *node.args[0], rows);
  Type list = node.args[0]->type;
  list.list = true;
  const Bind bind{.kind = Bind::Kind::kSlot, .index = node.args[1]->slot, .type = list};
  if (writer.sqlite())
    writer.raw(" IN (SELECT value FROM json_each(").bind(bind).raw(")))");
  else
    writer.raw(" IN (SELECT value::")
        .raw(postgres_type(node.args[0]->type))
        .raw(" FROM jsonb_array_elements_text(")
        .bind(bind)
        .raw(") AS e(value)))");
}

}  // namespace

void print_comparison(Writer& writer, const Node& node, const RowNames& rows) {
  switch (node.op) {
    case Op::kIn:
      if (node.args.size() > 1 && all_plain(node)) return print_list(writer, node, rows);
      return print_in(writer, node, rows);
    case Op::kInSlot:
      return print_in_slot(writer, node, rows);
    case Op::kIsNull:
      writer.raw("(");
      print_value(writer, *node.args[0], rows);
      writer.raw(" IS NULL)");
      return;
    case Op::kIsDistinct:
      writer.raw("(");
      print_value(writer, *node.args[0], rows);
      writer.raw(writer.sqlite() ? " IS NOT " : " IS DISTINCT FROM ");
      print_value(writer, *node.args[1], rows);
      writer.raw(")");
      return;
    default:
      return print_binary(writer, node, rows);
  }
}

void print_sort_key(Writer& writer, const Node& node, const RowNames& rows) {
  if (node.type.scalar == Scalar::kEnum && !node.type.list) {
    writer.raw("CASE ");
    print_value(writer, node, rows);
    const auto& values = writer.model().enums[node.type.enumeration].values;
    for (std::size_t i = 0; i < values.size(); ++i) {
      writer.raw(" WHEN ").bind(
          {.kind = Bind::Kind::kConstant, .type = {.scalar = Scalar::kString}, .constant = Cell::text(values[i].name)});
      writer.raw(" THEN ").integer(static_cast<std::int64_t>(i));
    }
    writer.raw(" END");
    return;
  }
  print_value(writer, node, rows);
  if (!writer.sqlite() && node.type.is_text() && node.type.scalar != Scalar::kUuid) writer.raw(" COLLATE \"C\"");
  if (writer.sqlite() && node.type.scalar == Scalar::kDecimal && node.type.precision > 18)
    writer.raw(" COLLATE bp_decimal");
}

}  // namespace bedplate::sql
