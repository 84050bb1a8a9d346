// Fields and the rows they are of. A field of this row is a column; one beyond to-one relations is a scalar
// subquery over the chain of hops, null where the chain breaks.
#include "sql/constructs.hpp"
#include "sql/type_code.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

Reached reach(Writer& writer, const Node& row, const RowNames& rows) {
  Reached reached;
  const Node* at = &row;
  for (; at->op == Op::kHop; at = at->args[0]) reached.hops.insert(reached.hops.begin(), at);
  BP_ASSERT(at->op == Op::kRow && at->old == (at->scope == expr::kOldScope));
  for (std::size_t i = 0; i < reached.hops.size(); ++i) reached.names.push_back(writer.fresh_name());
  reached.name = reached.hops.empty() ? rows.of(at->scope) : reached.names.back();
  return reached;
}

void print_hop_tables(Writer& writer, const Reached& reached) {
  for (std::size_t i = 0; i < reached.hops.size(); ++i) {
    if (i > 0) writer.raw(", ");
    writer.identifier(writer.model().entity(reached.hops[i]->entity).table).raw(" AS ").raw(reached.names[i]);
  }
}

void print_hop_joins(Writer& writer, const Reached& reached, const RowNames& rows) {
  for (std::size_t i = 0; i < reached.hops.size(); ++i) {
    const Node& hop = *reached.hops[i];
    const Node& from = *hop.args[0];
    if (i > 0) writer.raw(" AND ");
    print_to_one_join(writer, from.entity, hop.member, i == 0 ? rows.of(from.scope) : reached.names[i - 1],
                      reached.names[i]);
  }
}

void print_to_one_join(Writer& writer, model::EntityId entity, model::FieldId relation, const std::string& near,
                       const std::string& far) {
  const auto& owner = writer.model().entity(entity);
  const auto& field = owner.fields[relation];
  const auto& target = writer.model().entity(field.target);
  for (std::size_t i = 0; i < field.foreign_key.size(); ++i) {
    if (i > 0) writer.raw(" AND ");
    writer.column(far, target.fields[target.key[i]].column).raw(" = ");
    writer.column(near, owner.fields[field.foreign_key[i]].column);
  }
}

namespace {

/// What another program's column holds there, as its type; NULL where it isn't one.
void print_decoded(Writer& writer, const model::Field& field, const std::string& row) {
  const auto column = [&](std::string_view before, std::string_view after) {
    writer.raw(before).column(row, field.column).raw(after);
  };
  switch (field.form) {
    case model::ColumnForm::kBooleanText:
      return column("CASE lower(", ") WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END");
    case model::ColumnForm::kDecimalText:
      column("CASE WHEN ", R"( ~ '^[+-]?[0-9]{1,38}(\.[0-9]{0,38})?$' THEN round()");
      return column("", "::numeric, " + std::to_string(field.type.scale) + ") END");
    case model::ColumnForm::kUnixSeconds:
      return column("('epoch'::timestamptz + make_interval(secs => ", "))");
    case model::ColumnForm::kUnixMillis:
      return column("('epoch'::timestamptz + ", " * interval '1 millisecond')");
    default:
      // A column of a type of its own there: what it holds is what it means.
      writer.column(row, field.column);
  }
}

void print_column(Writer& writer, const Node& node, const std::string& row) {
  const auto& field = writer.model().field(node.entity, node.member);
  BP_ASSERT(field.is_column());  // computed fields were inlined by authorize()
  if (field.form == model::ColumnForm::kCanonical) {
    writer.column(row, field.column);
    if (!writer.sqlite() && is_json(field.type)) writer.raw("::jsonb");
    return;
  }
  if (!writer.sqlite()) return print_decoded(writer, field, row);
  writer.raw("bp_decode(").integer(static_cast<int>(field.form)).raw(", ").integer(type_code(field.type)).raw(", ");
  writer.column(row, field.column).raw(")");
}

}  // namespace

void print_field(Writer& writer, const Node& node, const RowNames& rows) {
  const Reached reached = reach(writer, *node.args[0], rows);
  if (reached.hops.empty()) return print_column(writer, node, reached.name);
  writer.raw("(SELECT ");
  print_column(writer, node, reached.name);
  writer.raw(" FROM ");
  print_hop_tables(writer, reached);
  writer.raw(" WHERE ");
  print_hop_joins(writer, reached, rows);
  writer.raw(")");
}

}  // namespace bedplate::sql
