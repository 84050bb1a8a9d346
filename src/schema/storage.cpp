// What a type is kept as. SQLite: ID, UUID, text, dates, JSON and lists TEXT; integers, booleans, instants (µs) and
// Decimals up to 18 digits (scaled) INTEGER; longer Decimals TEXT in canonical form; floats REAL; bytes BLOB.
// PostgreSQL: its own types; JSON and lists json, which keeps them as written.
#include "base/cell_kind.hpp"
#include "schema/schema.hpp"

namespace bedplate::schema {

namespace {

std::string sqlite_type(const Type& type) {
  switch (cell_kind(type)) {
    case CellKind::kInteger:
      return "INTEGER";
    case CellKind::kReal:
      return "REAL";
    case CellKind::kBlob:
      return "BLOB";
    case CellKind::kText:
    case CellKind::kNull:
      return "TEXT";
  }
  return "TEXT";
}

/// What SQLite must be told for a form; as written where that is a type and not a word of ours.
std::string sqlite_form(const model::Field& field) {
  switch (field.form) {
    case model::ColumnForm::kUnixSeconds:
    case model::ColumnForm::kUnixMillis:
      return "INTEGER";
    default:
      return field.column_type.starts_with("YYYY") ? "TEXT" : field.column_type;
  }
}

std::string postgres_form(const model::Field& field) {
  switch (field.form) {
    case model::ColumnForm::kDecimalText:
    case model::ColumnForm::kBooleanText:
      return "text";
    case model::ColumnForm::kUnixSeconds:
    case model::ColumnForm::kUnixMillis:
      return "bigint";
    default:
      return postgres_type(field.type);
  }
}

}  // namespace

std::string postgres_type(const Type& type) {
  if (type.list) return "json";
  switch (type.scalar) {
    case Scalar::kInt:
      return "integer";
    case Scalar::kBigInt:
      return "bigint";
    case Scalar::kFloat:
      return "double precision";
    case Scalar::kDecimal:
      return "numeric(" + std::to_string(type.precision) + "," + std::to_string(type.scale) + ")";
    case Scalar::kBoolean:
      return "boolean";
    case Scalar::kDateTime:
      return "timestamptz";
    case Scalar::kLocalDateTime:
      return "timestamp";
    case Scalar::kDate:
      return "date";
    case Scalar::kTime:
      return "time";
    case Scalar::kDuration:
      return "interval";
    case Scalar::kUuid:
      return "uuid";
    case Scalar::kJson:
      return "json";
    case Scalar::kBytes:
      return "bytea";
    case Scalar::kId:
    case Scalar::kString:
    case Scalar::kEmail:
    case Scalar::kUrl:
    case Scalar::kFile:
    case Scalar::kEnum:
      return "text";
  }
  return "text";
}

std::string storage_type(const model::Field& field, Dialect dialect) {
  const bool sqlite = dialect == Dialect::kSqlite;
  if (field.column_type.empty()) return sqlite ? sqlite_type(field.type) : postgres_type(field.type);
  return sqlite ? sqlite_form(field) : postgres_form(field);
}

}  // namespace bedplate::schema
