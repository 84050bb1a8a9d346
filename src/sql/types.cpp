#include "sql/expression.hpp"

namespace bedplate::sql {

// A json column is compared, cast and built as jsonb.
std::string postgres_type(const Type& type) {
  return type.list || type.scalar == Scalar::kJson ? "jsonb" : schema::postgres_type(type);
}

}  // namespace bedplate::sql
