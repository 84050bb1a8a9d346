#include "sql/row_check.hpp"

#include "expr/visit.hpp"
#include "sql/expression.hpp"
#include "sql/row.hpp"

namespace bedplate::sql {
namespace {

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
