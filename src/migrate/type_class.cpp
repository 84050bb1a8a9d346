#include "migrate/type_class.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace bedplate::migrate {
namespace {

std::string upper_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

enum class Affinity { kInteger, kText, kBlob, kReal, kNumeric };

/// sqlite.org/datatype3.html section 3.1, in its order.
Affinity affinity(std::string_view declared) {
  const std::string type = upper_ascii(declared);
  const auto has = [&](std::string_view part) { return type.find(part) != std::string::npos; };
  if (has("INT")) return Affinity::kInteger;
  if (has("CHAR") || has("CLOB") || has("TEXT")) return Affinity::kText;
  if (has("BLOB") || type.empty()) return Affinity::kBlob;
  if (has("REAL") || has("FLOA") || has("DOUB")) return Affinity::kReal;
  return Affinity::kNumeric;
}

/// Texts that never look like a number, which a numeric column therefore leaves alone.
bool never_numeric(const schema::Column& column) {
  if (column.type.list || column.form == model::ColumnForm::kSpacedDateTime) return true;
  switch (column.type.scalar) {
    case Scalar::kDate:
    case Scalar::kTime:
    case Scalar::kLocalDateTime:
    case Scalar::kUuid:
    case Scalar::kEnum:
      return true;
    default:
      return false;
  }
}

bool sqlite_can_hold(const schema::Column& column, std::string_view declared) {
  const Affinity wanted = affinity(column.storage_in(schema::Dialect::kSqlite));
  const Affinity found = affinity(declared);
  if (wanted == found || found == Affinity::kBlob) return true;
  const auto numeric = [](Affinity each) {
    return each == Affinity::kInteger || each == Affinity::kReal || each == Affinity::kNumeric;
  };
  // A REAL column would turn integers into floating point; the other way nothing is lost.
  if (numeric(wanted) && numeric(found)) return found != Affinity::kReal || wanted != Affinity::kInteger;
  return wanted == Affinity::kText && found == Affinity::kNumeric && never_numeric(column);
}

/// One word for the names of types that hold the same values.
std::string postgres_class(std::string_view declared) {
  std::string type = upper_ascii(declared.substr(0, declared.find('(')));
  while (type.ends_with(' ')) type.pop_back();
  if (declared.ends_with("without time zone")) type = type.starts_with("TIMESTAMP") ? "TIMESTAMP" : "TIME";
  if (declared.ends_with("with time zone")) type = type.starts_with("TIMESTAMP") ? "TIMESTAMPTZ" : "TIMETZ";
  static constexpr std::array<std::array<std::string_view, 2>, 10> kSame = {{{"CHARACTER VARYING", "TEXT"},
                                                                             {"VARCHAR", "TEXT"},
                                                                             {"SMALLINT", "INTEGER"},
                                                                             {"BIGINT", "INTEGER"},
                                                                             {"INT", "INTEGER"},
                                                                             {"REAL", "DOUBLE PRECISION"},
                                                                             {"DECIMAL", "NUMERIC"},
                                                                             {"BOOL", "BOOLEAN"},
                                                                             {"TIMESTAMP WITH", "TIMESTAMPTZ"},
                                                                             {"JSON", "JSONB"}}};
  for (const auto& [from, to] : kSame)
    if (type == from) return std::string(to);
  return type;
}

}  // namespace

bool can_hold(const schema::Column& column, schema::Dialect dialect, std::string_view declared) {
  if (dialect == schema::Dialect::kSqlite) return sqlite_can_hold(column, declared);
  return postgres_class(column.storage_in(dialect)) == postgres_class(declared);
}

}  // namespace bedplate::migrate
