#include "sql/explaining.hpp"

namespace bedplate::sql {

bool explains(const plan::RowCheck& check) { return check.in_store && check.kind != plan::RowCheck::Kind::kConstraint; }

Program compile_explaining(std::span<const plan::RowCheck> checks, const CheckedRow& row,
                           std::span<const model::FieldId> fields, std::uint16_t first_slot, const model::Model& model,
                           Dialect dialect, std::uint64_t id) {
  Program program;
  program.id = id;
  program.dialect = dialect;
  for (const auto& check : checks)
    if (explains(check))
      program.statements.push_back(would_hold(*check.condition, row, fields, first_slot, model, dialect));
  return program;
}

}  // namespace bedplate::sql
