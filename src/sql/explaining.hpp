#pragma once
// compile_explaining(): what is asked when a write broke a constraint, of the row as it would have been: first of the
// rules that read other rows, so that a conflict is told only to whom they cover, then where each relation leads.
#include <span>

#include "plan/row_check.hpp"
#include "sql/program.hpp"
#include "sql/row_check.hpp"

namespace bedplate::sql {

/// Whether `check` has a statement there, in the order of the checks.
bool explains(const plan::RowCheck& check);

/// The row as it would have been: `fields` are slots `first_slot`, …; `row` says where its image before is.
Program compile_explaining(std::span<const plan::RowCheck> checks, const CheckedRow& row,
                           std::span<const model::FieldId> fields, std::uint16_t first_slot, const model::Model& model,
                           Dialect dialect, std::uint64_t id);

}  // namespace bedplate::sql
