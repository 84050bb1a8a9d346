#include "sql/row.hpp"

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

}  // namespace bedplate::sql
