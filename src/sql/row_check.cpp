#include "sql/row_check.hpp"

#include "expr/visit.hpp"
#include "sql/expression.hpp"

namespace bedplate::sql {
namespace {

Bind slot_of(const model::Field& field, std::uint16_t index) {
  return {.kind = Bind::Kind::kSlot, .index = index, .type = field.type, .form = field.form};
}

void print_missing(Writer& writer, const model::Field& field) {
  writer.raw("NULL");
  if (!writer.sqlite()) writer.raw("::").raw(is_json(field.type) ? "json" : schema::postgres_type(field.type));
}

/// Some fields of a row under their columns' names, as `name`.
void print_image(Writer& writer, const model::Entity& entity, std::span<const model::FieldId> fields,
                 std::uint16_t first_slot, bool whole, std::string_view name) {
  writer.raw("(SELECT ");
  bool first = true;
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto& field = entity.fields[f];
    const auto at = std::ranges::find(fields, f);
    if (!field.is_column() || (at == fields.end() && !whole)) continue;
    if (!std::exchange(first, false)) writer.raw(", ");
    if (at != fields.end())
      print_assigned(writer, field, static_cast<std::uint16_t>(first_slot + (at - fields.begin())));
    else
      print_missing(writer, field);
    writer.raw(" AS ").identifier(field.column);
  }
  writer.raw(") AS ").raw(name);
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

void print_key_condition(Writer& writer, const model::Entity& entity, std::string_view alias, std::uint16_t key_slot) {
  for (std::size_t i = 0; i < entity.key.size(); ++i) {
    const auto& key = entity.fields[entity.key[i]];
    writer.raw(i == 0 ? " WHERE " : " AND ");
    if (alias.empty())
      writer.identifier(key.column);
    else
      writer.column(alias, key.column);
    writer.raw(" = ").bind(slot_of(key, static_cast<std::uint16_t>(key_slot + i)));
  }
}

void print_assigned(Writer& writer, const model::Field& field, std::uint16_t index) {
  Bind bind = slot_of(field, index);
  // As text, for jsonb would not keep it as written.
  const bool json = !writer.sqlite() && is_json(field.type);
  if (json) bind.type = Type{.scalar = Scalar::kString};
  writer.bind(bind);
  if (json) writer.raw("::json");
}

Statement would_hold(const expr::Node& condition, const RowSlots& row, std::span<const model::FieldId> fields,
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

Statement row_check(const expr::Node& condition, const RowSlots& row, const model::Model& model, Dialect dialect) {
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
