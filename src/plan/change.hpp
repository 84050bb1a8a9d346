#pragma once
// The template of an update or a delete: how the rows that are meant are found and locked with all that is stored of
// them, what is written, and what must hold of each row afterwards. Holds no value and is immutable.
#include <optional>
#include <vector>

#include "operation/row_slots.hpp"
#include "plan/plan.hpp"
#include "plan/row_check.hpp"
#include "plan/written_column.hpp"

namespace bedplate::plan {

struct ChangeTemplate {
  operation::Change::Kind kind = operation::Change::Kind::kUpdate;
  EntityId entity = 0;
  bool by_key = false;
  bool removes = false;  ///< the rows are deleted for good; else they are written, if anything of them is
  /// Finds the rows: columns as below. By a filter only rows that one may read and change; by key any row.
  ReadTemplate find;
  std::vector<std::uint16_t> image;  ///< columns of `find`, by field; kNone where nothing is stored
  static constexpr std::uint16_t kNone = 0xffff;
  std::optional<std::uint16_t> readable, permitted;  ///< Boolean columns of `find`; none: it holds of all
  std::vector<std::uint16_t> answers;                ///< Boolean columns of `find`: conditions on the row before
  /// Where other rows decide: asked of a row by its key once it is locked, for what a statement that waited for a lock
  /// had read of them is older than the lock. Whether the row is still meant, then the Boolean columns of `find`.
  std::optional<ReadTemplate> confirm;

  std::vector<WrittenColumn> columns;  ///< of the UPDATE; the n-th is bound to slot n of the row's values
  std::vector<FieldId> assigned;       ///< the fields that the operation assigns
  operation::RowSlots slots;
  std::vector<FieldId> stored;   ///< the fields of the image's slots
  std::vector<RowCheck> checks;  ///< of an update or a restore
  /// Where the new image stands, behind the answers, when it is asked of a row that could not be written.
  std::uint16_t after_slot() const { return static_cast<std::uint16_t>(slots.answers + answers.size()); }
  std::optional<ReadTemplate> returning;  ///< reads a row back by its key
};

ChangeTemplate make_change_plan(const access::Authorized<access::Allowed>& allowed, const model::Model& model,
                                Arena& arena, const Limits& limits, const operation::RowSlots& slots);

}  // namespace bedplate::plan
