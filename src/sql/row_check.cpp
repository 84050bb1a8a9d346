#include "sql/row_check.hpp"

#include "expr/visit.hpp"
#include "sql/expression.hpp"
#include "sql/row.hpp"

namespace bedplate::sql {
namespace {

/// Whether it reads rows of `entity` beyond the row at hand: its siblings, or the join rows of a relation.
bool reads_rows_of(const expr::Node& condition, model::EntityId entity, const model::Model& model) {
  return expr::any_node(condition, [&](const expr::Node& node) {
    if (!expr::is_relation(node.op)) return false;
    const auto& join = model.field(node.args[0]->entity, node.member).join;
    return node.entity == entity || (join && join->through == entity);
  });
}

void print_columns(Writer& writer, const model::Entity& entity) {
  bool first = true;
  for (const auto& field : entity.fields)
    if (field.is_column()) writer.raw(std::exchange(first, false) ? "" : ", ").identifier(field.column);
}

/// `WITH table AS (its rows, and the row as it would be)`: whoever counts the table's rows counts it among them. A row
/// that is there stands back for its new self.
void print_with_row(Writer& writer, const CheckedRow& row, std::span<const model::FieldId> fields,
                    std::uint16_t first_slot) {
  const auto& entity = writer.model().entity(row.entity);
  writer.raw("WITH ").identifier(entity.table).raw(" AS (SELECT ");
  print_columns(writer, entity);
  // SQLite takes the bare name for the one being defined.
  writer.raw(writer.sqlite() ? " FROM main." : " FROM ").identifier(entity.table);
  for (std::size_t i = 0; !row.image.empty() && i < entity.key.size(); ++i) {
    const auto& key = entity.fields[entity.key[i]];
    writer.raw(i == 0 ? " WHERE " : " OR ").identifier(key.column).raw(" <> ");
    print_assigned(writer, key, static_cast<std::uint16_t>(row.key_slot + i));
  }
  writer.raw(" UNION ALL SELECT ");
  print_columns(writer, entity);
  writer.raw(" FROM ");
  print_image(writer, entity, fields, first_slot, true, "n0");
  writer.raw(") ");
}

/// `SELECT CASE WHEN condition THEN 1 ELSE 0 END FROM `; the image before the write has its name where it is read.
bool print_question(Writer& writer, const expr::Node& condition) {
  RowNames names(0, "t0");
  const bool old = expr::depends_on_old(condition);
  if (old) names = names.with(expr::kOldScope, "o0");
  writer.raw("SELECT CASE WHEN ");
  print_condition(writer, condition, names);
  writer.raw(" THEN 1 ELSE 0 END FROM ");
  return old;
}

Statement finished(Writer& writer) {
  Statement made;
  made.columns.push_back({.type = {.scalar = Scalar::kInt}});
  made.text = writer.take_text();
  made.binds = writer.take_binds();
  return made;
}

}  // namespace

Statement would_hold(const expr::Node& condition, const CheckedRow& row, std::span<const model::FieldId> fields,
                     std::uint16_t first_slot, const model::Model& model, Dialect dialect) {
  const auto& entity = model.entity(row.entity);
  Writer writer(dialect, model);
  if (reads_rows_of(condition, row.entity, model)) print_with_row(writer, row, fields, first_slot);
  const bool old = print_question(writer, condition);
  print_image(writer, entity, fields, first_slot, true, "t0");
  if (old) {
    writer.raw(", ");
    print_image(writer, entity, row.image, row.image_slot, false, "o0");
  }
  return finished(writer);
}

Statement row_check(const expr::Node& condition, const CheckedRow& row, const model::Model& model, Dialect dialect) {
  const auto& entity = model.entity(row.entity);
  Writer writer(dialect, model);
  const bool old = print_question(writer, condition);
  writer.identifier(entity.table).raw(" AS t0");
  if (old) {
    writer.raw(", ");
    print_image(writer, entity, row.image, row.image_slot, false, "o0");
  }
  print_key_condition(writer, entity, "t0", row.key_slot);
  return finished(writer);
}

}  // namespace bedplate::sql
