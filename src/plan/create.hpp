#pragma once
// The template of an insert: which columns are written from what, what must hold of the new row, and how it is read
// back. Like ReadTemplate it holds no value and is immutable.
#include <optional>
#include <vector>

#include "plan/plan.hpp"

namespace bedplate::plan {

struct CreateTemplate {
  struct Column {
    FieldId field = model::kNoField;
    /// Where its value comes from: the operation's slot, or with kNoSlot the field's default.
    static constexpr std::uint16_t kNoSlot = 0xffff;
    std::uint16_t slot = kNoSlot;
  };
  EntityId entity = 0;
  std::vector<Column> columns;  ///< of the INSERT; the n-th is bound to slot n of the row's values
  /// Over the new row: every rule that must be TRUE of it. Null: nothing is left to test.
  const expr::Node* covered = nullptr;
  /// `covered` reads relations, so it runs as SQL on the new row inside the transaction; else on its values.
  bool covered_in_store = false;
  /// @constraint(expr:) of the type and its fields: those over the row's own values, and those that read relations or
  /// computed fields and so run as SQL, in this order after the one of `covered`. The model's.
  std::vector<const model::Constraint*> constraints, constraints_in_store;
  bool sequence_key = false;              ///< the store gives the key
  std::optional<ReadTemplate> returning;  ///< reads the row back by its key
  /// The row's key, when it is tested and read back, is slots `key_slot`, `key_slot + 1`, ….
  std::uint16_t key_slot = 0;
};

/// `value_count` values came with the operation; the key's slots follow them.
CreateTemplate make_create_plan(const access::Authorized<access::Allowed>& allowed, const model::Model& model,
                                Arena& arena, const Limits& limits, std::size_t value_count);

}  // namespace bedplate::plan
