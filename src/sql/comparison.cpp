// Comparisons. `=` and `<` of both databases are three-valued as the rules' are; what has to be helped along is
// order (code points, enums as declared), decimals of two scales, and columns kept in an existing database's form,
// where the other side takes the column's form so that its index serves.
#include "sql/conversion.hpp"
#include "sql/type_code.hpp"

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

/// Forms in which a value has one text, so that an index can find it.
bool findable(model::ColumnForm form) {
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

/// `column = encoded AND decoded = value`: the first for an index, the second since encoding may round.
bool print_found(Writer& writer, Op op, const Node& left, const Node& right, const RowNames& rows) {
  const auto* column = own_column(writer, left);
  if (op != Op::kEq || column == nullptr || !findable(column->form) || bindable(right) == nullptr) return false;
  writer.column(rows.of(left.args[0]->scope), column->column).raw(" = ");
  print_bind_as(writer, right, *column);
  writer.raw(" AND ");
  print_value(writer, left, rows);
  writer.raw(" = ");
  print_value(writer, right, rows);
  return true;
}

bool is_decimal(const Type& type) { return type.scalar == Scalar::kDecimal && !type.list; }

/// Whether SQLite's own `=` would compare two forms of a number.
bool differently_held(const Type& a, const Type& b) {
  if (!is_decimal(a) || !is_decimal(b)) return false;
  return a.scale != b.scale || (a.precision > 18) != (b.precision > 18);
}

/// The same for order, which the text of a long Decimal has not.
bool differently_ordered(const Type& a, const Type& b) {
  return differently_held(a, b) || (is_decimal(a) && a.precision > 18);
}

/// bp_compare(code, a, code, b): -1, 0, 1 or NULL.
void print_compare(Writer& writer, const Node& left, const Node& right, const RowNames& rows) {
  writer.raw("bp_compare(").integer(type_code(left.type)).raw(", ");
  print_value(writer, left, rows);
  writer.raw(", ").integer(type_code(right.type)).raw(", ");
  print_value(writer, right, rows);
  writer.raw(")");
}

/// PostgreSQL has no `uuid = text`.
bool mixed_uuid(const Writer& writer, const Type& a, const Type& b) {
  return !writer.sqlite() && a.is_text() && b.is_text() && (a.scalar == Scalar::kUuid) != (b.scalar == Scalar::kUuid);
}

void print_binary(Writer& writer, const Node& node, const RowNames& rows) {
  const Node& left = *node.args[0];
  const Node& right = *node.args[1];
  const bool ordered = is_order(node.op);
  writer.raw("(");
  if (writer.sqlite() && (ordered ? differently_ordered : differently_held)(left.type, right.type)) {
    print_compare(writer, left, right, rows);
    writer.raw(operator_text(node.op)).raw("0");
  } else if (!print_found(writer, node.op, left, right, rows)) {
    const bool as_text = mixed_uuid(writer, left.type, right.type);
    const auto side = [&](const Node& operand) {
      if (!as_text) return ordered ? print_sort_key(writer, operand, rows) : print_value(writer, operand, rows);
      print_text_value(writer, operand, rows);
      if (ordered) writer.raw(" COLLATE \"C\"");
    };
    side(left);
    writer.raw(operator_text(node.op));
    side(right);
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

bool all_plain(const Writer& writer, const Node& node) {
  const Type& type = node.args[0]->type;
  return std::all_of(node.args.begin(), node.args.end(), [&](const Node* arg) {
    return !differently_held(type, arg->type) && !mixed_uuid(writer, type, arg->type);
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

/// Types whose JSON form is what SQLite holds; of the others our function knows both.
bool held_as_json(const Type& type) {
  switch (type.scalar) {
    case Scalar::kDecimal:
    case Scalar::kDateTime:
    case Scalar::kLocalDateTime:
    case Scalar::kTime:
    case Scalar::kDuration:
    case Scalar::kBytes:
    case Scalar::kFloat:
      return false;
    default:
      return true;
  }
}

/// A list that came as one value; what a column holds may be no list at all.
bool is_bound_list(const Node& list) { return list.op == Op::kSlot || list.op == Op::kPrincipal; }

void print_in_list_sqlite(Writer& writer, const Node& value, const Node& list, const RowNames& rows) {
  if (is_bound_list(list) && held_as_json(value.type)) {
    writer.raw("(");
    print_value(writer, value, rows);
    writer.raw(" IN (SELECT value FROM json_each(");
    print_value(writer, list, rows);
    writer.raw(")))");
    return;
  }
  writer.raw("bp_in(").integer(type_code(value.type)).raw(", ");
  print_value(writer, value, rows);
  writer.raw(", ").integer(type_code(list.type)).raw(", ");
  print_value(writer, list, rows);
  writer.raw(")");
}

void print_elements(Writer& writer, const Type& type, const Print& array) {
  const std::string element = writer.fresh_name();
  writer.raw("SELECT ");
  print_read(writer, [&] { writer.raw(element).raw(".v"); }, type);
  writer.raw(" FROM jsonb_array_elements_text(");
  array();
  writer.raw(") AS ").raw(element).raw("(v)");
}

/// `= ANY(ARRAY(…))` and not `IN (SELECT …)`: a bound list is made an array once, by which an index can be searched,
/// and PostgreSQL 15.18 answers the IN wrongly where list and value are of rows further out than the nearest query.
/// What a column holds may be no list at all.
void print_in_list_postgres(Writer& writer, const Node& value, const Node& list, const RowNames& rows) {
  const auto member = [&](const Print& array) {
    writer.raw("(");
    print_value(writer, value, rows);
    writer.raw(" = ANY(ARRAY(");
    print_elements(writer, value.type, array);
    writer.raw(")))");
  };
  const auto of_list = [&](const Print& array) {
    writer.raw("CASE WHEN jsonb_typeof(");
    array();
    writer.raw(") = 'array' THEN ");
    member(array);
    writer.raw(" END");
  };
  const Print printed[] = {[&] { print_value(writer, list, rows); }};
  if (is_bound_list(list)) return member(printed[0]);
  if (is_leaf(list)) return of_list(printed[0]);
  print_named(writer, printed, [&](std::span<const Print> names) { of_list(names[0]); });
}

void print_in_slot(Writer& writer, const Node& node, const RowNames& rows) {
  const auto print = writer.sqlite() ? print_in_list_sqlite : print_in_list_postgres;
  print(writer, *node.args[0], *node.args[1], rows);
}

void print_distinct(Writer& writer, const Node& node, const RowNames& rows) {
  const Type& a = node.args[0]->type;
  const Type& b = node.args[1]->type;
  if (writer.sqlite() && differently_held(a, b)) return print_call(writer, "bp_distinct", node, rows);
  const auto print = mixed_uuid(writer, a, b) ? print_text_value : print_value;
  writer.raw("(");
  print(writer, *node.args[0], rows);
  writer.raw(writer.sqlite() ? " IS NOT " : " IS DISTINCT FROM ");
  print(writer, *node.args[1], rows);
  writer.raw(")");
}

}  // namespace

void print_comparison(Writer& writer, const Node& node, const RowNames& rows) {
  switch (node.op) {
    case Op::kIn:
      if (node.args.size() > 1 && all_plain(writer, node)) return print_list(writer, node, rows);
      return print_in(writer, node, rows);
    case Op::kInSlot:
      return print_in_slot(writer, node, rows);
    case Op::kIsNull:
      writer.raw("(");
      print_value(writer, *node.args[0], rows);
      writer.raw(" IS NULL)");
      return;
    case Op::kIsDistinct:
      return print_distinct(writer, node, rows);
    default:
      return print_binary(writer, node, rows);
  }
}

void print_sort_key(Writer& writer, const Type& type, const Print& value) {
  if (type.scalar == Scalar::kEnum && !type.list) {
    writer.raw("CASE ");
    value();
    const auto& values = writer.model().enums[type.enumeration].values;
    for (std::size_t i = 0; i < values.size(); ++i) {
      writer.raw(" WHEN ").bind(
          {.kind = Bind::Kind::kConstant, .type = {.scalar = Scalar::kString}, .constant = Cell::text(values[i].name)});
      writer.raw(" THEN ").integer(static_cast<std::int64_t>(i));
    }
    writer.raw(" END");
    return;
  }
  value();
  if (!writer.sqlite() && type.is_text() && type.scalar != Scalar::kUuid) writer.raw(" COLLATE \"C\"");
  if (writer.sqlite() && type.scalar == Scalar::kDecimal && type.precision > 18) writer.raw(" COLLATE bp_decimal");
}

void print_sort_key(Writer& writer, const Node& node, const RowNames& rows) {
  print_sort_key(writer, node.type, [&] { print_value(writer, node, rows); });
}

}  // namespace bedplate::sql
