// Conversions; what doesn't convert is NULL. Only these have a value: between numbers, between points in time, to text,
// and from text or JSON
// in the form that base/scalar.hpp reads; every other pair is NULL on every store, as the evaluator says it.
#include "sql/conversion.hpp"

#include "expr/result_type.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

namespace {

int whole_digits(const Type& type) { return type.precision - type.scale; }

void print_null(Writer& writer, const Type& type) { writer.raw("NULL::").raw(postgres_type(type)); }

/// Whether SQLite holds both in the same form, value for value.
bool same_form(const Type& from, const Type& to) {
  const auto whole = [](const Type& type) { return type.scalar == Scalar::kInt || type.scalar == Scalar::kBigInt; };
  if (from.list || to.list) return from.list && to.list;
  if (from.scalar == Scalar::kInt && whole(to)) return true;
  if (from.scalar == Scalar::kInt && to.scalar == Scalar::kDecimal)
    return to.scale == 0 && to.precision >= 10 && to.precision <= 18;
  if (from.scalar != to.scalar) return false;
  if (from.scalar != Scalar::kDecimal) return true;
  return from.scale == to.scale && from.precision <= to.precision && (from.precision > 18) == (to.precision > 18);
}

void print_sqlite(Writer& writer, const Node& node, const RowNames& rows) {
  const Type& from = node.args[0]->type;
  if (same_form(from, node.type)) return print_value(writer, *node.args[0], rows);
  print_call(writer, "bp_cast", node, rows);
}

void print_to_decimal(Writer& writer, const Node& node, const RowNames& rows) {
  const Node& value = *node.args[0];
  const Type& from = value.type;
  const Print number[] = {[&] {
    writer.raw("(");
    print_value(writer, value, rows);
    writer.raw(from.scalar == Scalar::kFloat ? ")::text::numeric" : ")::numeric");
  }};
  const bool rounds =
      from.scalar == Scalar::kFloat || (from.scalar == Scalar::kDecimal && from.scale > node.type.scale);
  const int digits = from.scalar == Scalar::kInt      ? 10
                     : from.scalar == Scalar::kBigInt ? 19
                     : from.scalar == Scalar::kFloat  ? 400
                                                      : whole_digits(from) + (rounds ? 1 : 0);
  const bool fits = digits <= whole_digits(node.type);
  if (!rounds && fits) return number[0]();
  if (!rounds)
    return print_named(writer, number,
                       [&](std::span<const Print> names) { print_fitting(writer, names[0], node.type); });
  print_named(writer, number, [&](std::span<const Print> names) {
    const Print rounded[] = {[&] { print_half_even(writer, names[0], node.type.scale); }};
    if (fits) return rounded[0]();
    print_named(writer, rounded, [&](std::span<const Print> last) { print_fitting(writer, last[0], node.type); });
  });
}

void print_to_whole(Writer& writer, const Node& node, const RowNames& rows) {
  const Node& value = *node.args[0];
  if (value.type.scalar == Scalar::kInt || value.type.scalar == node.type.scalar) {
    writer.raw("(");
    print_value(writer, value, rows);
    writer.raw(")::").raw(postgres_type(node.type));
    return;
  }
  const Print number[] = {[&] {
    writer.raw("(");
    print_value(writer, value, rows);
    writer.raw(value.type.scalar == Scalar::kFloat ? ")::text::numeric" : ")::numeric");
  }};
  print_named(writer, number, [&](std::span<const Print> names) {
    const Print rounded = [&] { print_half_even(writer, names[0], 0); };
    const bool big = node.type.scalar == Scalar::kBigInt;
    print_in_range(writer, false, rounded, big ? kMinBigInt : "-2147483648", big ? kMaxBigInt : "2147483647",
                   postgres_type(node.type));
  });
}

void print_number(Writer& writer, const Node& node, const RowNames& rows) {
  if (node.type.scalar == Scalar::kDecimal) return print_to_decimal(writer, node, rows);
  if (node.type.scalar != Scalar::kFloat) return print_to_whole(writer, node, rows);
  // No number of at most 38 digits is beyond a double.
  writer.raw("(");
  print_value(writer, *node.args[0], rows);
  writer.raw(")::double precision");
}

void print_moment(Writer& writer, const Node& value, const RowNames& rows, std::string_view format, bool zone) {
  writer.raw("(rtrim(rtrim(to_char(");
  print_value(writer, value, rows);
  if (zone) writer.raw(" AT TIME ZONE 'UTC'");
  writer.raw(", '").raw(format).raw("'), '0'), '.')").raw(zone ? " || 'Z')" : ")");
}

/// `PT26H30M0.5S`, as write_duration() has it.
void print_duration_text(Writer& writer, const Node& value, const RowNames& rows) {
  const Print micros[] = {[&] { print_micros(writer, [&] { print_value(writer, value, rows); }); }};
  print_named(writer, micros, [&](std::span<const Print> names) {
    const auto part = [&](std::string_view before, std::string_view after) {
      writer.raw(before);
      names[0]();
      writer.raw(after);
    };
    part("CASE WHEN ", " IS NOT NULL THEN concat(CASE WHEN ");
    part("", " < 0 THEN '-' END, 'PT', nullif(div(abs(");
    part("", "), 3600000000), 0)::text || 'H', nullif(div(abs(");
    part("", ") % 3600000000, 60000000), 0)::text || 'M', CASE WHEN ");
    part("", " % 60000000 <> 0 OR ");
    part("", " = 0 THEN trim_scale((abs(");
    part("", ") % 60000000) * 0.000001)::text || 'S' END) END");
  });
}

/// A point in time as another type of time, all in UTC: the session's time zone never counts.
void print_in_time(Writer& writer, const Node& value, const Type& to, const RowNames& rows) {
  writer.raw("((");
  print_value(writer, value, rows);
  writer.raw(value.type.scalar == Scalar::kDateTime ? " AT TIME ZONE 'UTC')" : ")");
  if (to.scalar == Scalar::kDateTime)
    writer.raw("::timestamp AT TIME ZONE 'UTC')");
  else
    writer.raw("::").raw(postgres_type(to)).raw(")");
}

}  // namespace

void print_as_text(Writer& writer, const Node& value, const RowNames& rows) {
  const auto plain = [&](std::string_view before, std::string_view after) {
    writer.raw(before);
    print_value(writer, value, rows);
    writer.raw(after);
  };
  if (value.type.list) return plain("(", ")::text");
  switch (value.type.scalar) {
    case Scalar::kDecimal:
      writer.raw("round(");
      print_value(writer, value, rows);
      writer.raw(", ").integer(value.type.scale).raw(")::text");
      return;
    case Scalar::kDateTime:
      return print_moment(writer, value, rows, "YYYY-MM-DD\"T\"HH24:MI:SS.US", true);
    case Scalar::kLocalDateTime:
      return print_moment(writer, value, rows, "YYYY-MM-DD\"T\"HH24:MI:SS.US", false);
    case Scalar::kTime:
      return print_moment(writer, value, rows, "HH24:MI:SS.US", false);
    case Scalar::kDate:
      return plain("to_char(", ", 'YYYY-MM-DD')");
    case Scalar::kDuration:
      return print_duration_text(writer, value, rows);
    case Scalar::kBytes:
      return plain("translate(encode(", ", 'base64'), E'\\n', '')");
    default:
      return plain("(", ")::text");
  }
}

void print_conversion(Writer& writer, const Node& node, const RowNames& rows) {
  if (writer.sqlite()) return print_sqlite(writer, node, rows);
  const Node& value = *node.args[0];
  const Type& from = value.type;
  const Type& to = node.type;
  if (from.list || to.list) {
    if (from.list && to.list) return print_value(writer, value, rows);
    return to.scalar == Scalar::kString && !to.list ? print_as_text(writer, value, rows) : print_null(writer, to);
  }
  if (from.is_numeric() && to.is_numeric()) return print_number(writer, node, rows);
  if (to.scalar == Scalar::kString) return print_as_text(writer, value, rows);
  if (expr::casts_in_time(from, to)) return print_in_time(writer, value, to, rows);
  const bool readable = from.is_text() || from.scalar == Scalar::kEnum || from.scalar == Scalar::kJson;
  if (from.scalar == to.scalar && !from.is_text()) return print_value(writer, value, rows);
  if (!readable) return print_null(writer, to);
  print_read(writer, node, rows);
}

}  // namespace bedplate::sql
