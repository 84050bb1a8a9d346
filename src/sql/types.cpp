#include "sql/expression.hpp"

namespace bedplate::sql {

std::string postgres_type(const Type& type) {
  if (type.list) return "jsonb";
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
      return "jsonb";
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

}  // namespace bedplate::sql
