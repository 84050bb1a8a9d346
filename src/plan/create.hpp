#pragma once
// The template of an insert: which columns are written from what, what must hold of the new row, and how it is read
// back. Like ReadTemplate it holds no value and is immutable.
#include <optional>
#include <vector>

#include "operation/row_slots.hpp"
#include "plan/plan.hpp"
#include "plan/row_check.hpp"
#include "plan/written_column.hpp"

namespace bedplate::plan {

struct CreateTemplate {
  EntityId entity = 0;
  std::vector<WrittenColumn> columns;  ///< of the INSERT; the n-th is bound to slot n of the row's values
  std::vector<FieldId> given;          ///< the fields of the first columns, which the operation gives
  std::vector<FieldId> every_field;
  std::vector<RowCheck> checks;
  bool sequence_key = false;              ///< the store gives the key
  std::optional<ReadTemplate> returning;  ///< reads the row back by its key
  operation::RowSlots slots;              ///< of the checks and of `returning`; there is no image
};

CreateTemplate make_create_plan(const access::Authorized<access::Allowed>& allowed, const model::Model& model,
                                Arena& arena, const Limits& limits, const operation::RowSlots& slots);

}  // namespace bedplate::plan
