#include "sql/explaining.hpp"

#include "expr/visit.hpp"
#include "sql/row_check.hpp"

namespace bedplate::sql {

// What compares with the row before is decided elsewhere: it is an update's, whose row was permitted.
bool explains(const plan::RowCheck& check) {
  return check.in_store && check.kind != plan::RowCheck::Kind::kConstraint && !expr::depends_on_old(*check.condition);
}

Program compile_explaining(std::span<const plan::RowCheck> checks, model::EntityId entity,
                           std::span<const model::FieldId> fields, const model::Model& model, Dialect dialect,
                           std::uint64_t id) {
  Program program;
  program.id = id;
  program.dialect = dialect;
  for (const auto& check : checks)
    if (explains(check)) program.statements.push_back(would_hold(*check.condition, entity, fields, model, dialect));
  return program;
}

}  // namespace bedplate::sql
