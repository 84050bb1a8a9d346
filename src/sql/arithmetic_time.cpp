// Points and spans of time on PostgreSQL: µs as numeric are tested against the range of the result first. A day is 24
// hours, whatever the session's time zone.
#include "base/date_time.hpp"
#include "sql/arithmetic.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

void print_micros(Writer& writer, const Print& value) {
  writer.raw("(extract(epoch FROM ");
  value();
  writer.raw(") * 1000000)");
}

void print_interval(Writer& writer, const Print& micros) {
  writer.raw("CASE WHEN ");
  micros();
  writer.raw(" BETWEEN ").raw(kMinBigInt).raw(" AND ").raw(kMaxBigInt).raw(" THEN (trunc(");
  micros();
  writer.raw(")::text || ' microseconds')::interval END");
}

namespace {

void print_point_and_span(Writer& writer, std::span<const Print> values, std::string_view sign) {
  writer.raw("CASE WHEN ");
  print_micros(writer, values[0]);
  writer.raw(sign);
  print_micros(writer, values[1]);
  writer.raw(" BETWEEN ").integer(kMinDateTime).raw(" AND ").integer(kMaxDateTime).raw(" THEN ((");
  values[0]();
  writer.raw(" AT TIME ZONE 'UTC')").raw(sign);
  values[1]();
  writer.raw(") AT TIME ZONE 'UTC' END");
}

/// A span made of a sum or difference, a multiple or a part of another.
void print_span(Writer& writer, const Node& node, std::span<const Print> values) {
  const Print micros[] = {[&] {
    const bool division = node.op == Op::kDivide;
    if (division) writer.raw("div(");
    if (node.op == Op::kNegate) writer.raw("-");
    print_micros(writer, values[0]);
    if (node.op == Op::kNegate) return;
    if (node.op == Op::kAdd || node.op == Op::kSubtract) {
      writer.raw(node.op == Op::kAdd ? " + " : " - ");
      print_micros(writer, values[1]);
      return;
    }
    writer.raw(division ? ", nullif(" : " * (");
    values[1]();
    writer.raw(division ? "::numeric, 0))" : ")");
  }};
  print_named(writer, micros, [&](std::span<const Print> names) { print_interval(writer, names[0]); });
}

}  // namespace

void print_time_arithmetic(Writer& writer, const Node& node, const RowNames& rows) {
  print_over(writer, node.args, rows, [&](std::span<const Print> values) {
    if (node.type.scalar == Scalar::kDateTime)
      return print_point_and_span(writer, values, node.op == Op::kAdd ? " + " : " - ");
    print_span(writer, node, values);
  });
}

}  // namespace bedplate::sql
