#include "migrate/default_literal.hpp"

#include <charconv>

namespace bedplate::migrate {
namespace {

std::string text_literal(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
  return out + "'";
}

/// Whether a canonical cell of that type, written as a literal, is what the dialect keeps.
bool is_plain(const schema::Column& column, schema::Dialect dialect) {
  if (column.form != model::ColumnForm::kCanonical) return false;
  if (dialect == schema::Dialect::kSqlite) return true;
  const Type& type = column.type;
  return type.is_text() || type.scalar == Scalar::kEnum || type.scalar == Scalar::kInt ||
         type.scalar == Scalar::kBigInt;
}

}  // namespace

std::string default_literal(const model::Model& model, const schema::Table& table, const schema::Column& column,
                            schema::Dialect dialect) {
  if (table.entity == model::kNoEntity || column.field == model::kNoField) return {};
  const model::Field& field = model.field(table.entity, column.field);
  if (field.default_fn != model::DefaultFn::kValue || !is_plain(column, dialect)) return {};
  const Cell value = field.default_value;
  if (value.kind() == CellKind::kInteger) return std::to_string(value.as_integer());
  if (value.kind() == CellKind::kText) return text_literal(value.as_bytes());
  if (value.kind() != CellKind::kReal) return {};
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, value.as_real()).ptr};
}

}  // namespace bedplate::migrate
