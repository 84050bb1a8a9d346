#include "sql/ddl_check.hpp"

#include <charconv>

#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "sql/ddl.hpp"
#include "sql/expression.hpp"

namespace bedplate::sql {

using schema::Check;

std::string quoted_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + '\'';
}

namespace {

std::string stored_literal(Cell cell) {
  if (cell.kind() == CellKind::kInteger) return std::to_string(cell.as_integer());
  if (cell.kind() != CellKind::kReal) return quoted_text(cell.as_bytes());
  char text[40];
  std::string out(text, std::to_chars(text, text + sizeof text, cell.as_real()).ptr);
  return out.find_first_of(".e") == std::string::npos ? out + ".0" : out;
}

/// A canonical cell as a literal of the column's type there.
std::string bound_literal(const Type& type, Cell cell, Dialect dialect) {
  if (dialect == Dialect::kSqlite) return stored_literal(cell);
  if (type.scalar == Scalar::kDuration)
    return quoted_text(std::to_string(cell.as_integer()) + " microseconds") + "::interval";
  std::string text;
  append_text(text, type, cell);
  const bool bare = type.is_numeric();
  return bare ? text : quoted_text(text) + "::" + postgres_type(type);
}

}  // namespace

std::string check_text(const schema::Table& table, const Check& check, Dialect dialect) {
  const std::string column = quoted_name(check.column);
  const bool sqlite = dialect == Dialect::kSqlite;
  const std::string length = (sqlite ? "length(" : "char_length(") + column + ")";
  switch (check.kind) {
    case Check::Kind::kOneOf: {
      std::string out = column + " IN (";
      for (std::size_t i = 0; i < check.values.size(); ++i) out += (i > 0 ? ", " : "") + quoted_text(check.values[i]);
      return out + ")";
    }
    case Check::Kind::kBoolean:
      return sqlite ? column + " IN (0, 1)" : std::string();
    case Check::Kind::kMin:
      return column + " >= " + bound_literal(table.find(check.column)->type, check.bound, dialect);
    case Check::Kind::kMax:
      return column + " <= " + bound_literal(table.find(check.column)->type, check.bound, dialect);
    case Check::Kind::kMinLength:
      return length + " >= " + std::to_string(check.length);
    case Check::Kind::kMaxLength:
      return length + " <= " + std::to_string(check.length);
  }
  return {};
}

}  // namespace bedplate::sql
