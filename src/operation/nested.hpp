#pragma once
// NestedWrite: rows written together with rows that they are related to, as steps in the order in which they are done,
// each an operation of its own with its own rules. What a step takes from a row of an earlier one (the key of a parent
// that is only being inserted) is a late cell, null in its rows until then. Plain data; lives as long as its arena.
#include "operation/operation.hpp"

namespace bedplate::operation {

/// The cell `cell` of the step's row `row` is the field `field` of the row `from` of an earlier step.
struct LateCell {
  std::uint32_t row = 0;
  std::uint16_t cell = 0;
  std::uint16_t step = 0;
  std::uint32_t from = 0;
  FieldId field = model::kNoField;
  bool given = false;  ///< the client gave the cell too, and it must be the same
};

/// Links of a many-to-many relation whose table is its own. A row is the far row's key, the near one's and the tenant,
/// where the table has one. Its rules are those of the near row, an earlier step, and of the far one.
struct Links {
  EntityId entity = 0;                 ///< the near row's
  FieldId relation = model::kNoField;  ///< its list
  enum class Does : std::uint8_t {
    kLink,
    kUnlink,
    kFind,  ///< of the operation, a kFind by the far row's key, the rows are those that are linked to its rows' near
            ///< ones
  };
  Does does = Does::kLink;
};

struct NestedStep {
  /// A create, or a change by key of exactly the rows that are named.
  Operation operation;
  std::optional<Links> links;  ///< it is these instead: of `operation` the rows count alone, but for kFind
  /// Of a create: the change by key of the row that is there already in the place of each; null: none may be.
  const Operation* merge = nullptr;
  std::span<const LateCell> late, merge_late;
  /// By row: where the client wrote it (`items.create[1]`). Empty for the root's rows.
  std::span<const std::string_view> paths;
  /// To-one relations whose target the client connects: one that is not there, or not readable, is NOT_FOUND.
  std::span<const FieldId> connected;
  bool is_link = false;  ///< each row is no more than the connection of two others

  /// Which rows it is about, where that depends on those that the step `present` finds, an earlier change of kind
  /// kFind.
  enum class Which : std::uint8_t {
    kAll,
    kAbsent,   ///< its own but for those that are found already
    kSurplus,  ///< those found that `named` has not
  };
  static constexpr std::uint16_t kNone = 0xffff;
  Which which = Which::kAll;
  std::uint16_t present = kNone;
  std::uint16_t named = kNone;           ///< a step whose rows are kAbsent; none: nothing stays
  std::span<const std::uint32_t> under;  ///< kAbsent: by row, the row of `present` that finds it
  std::span<const FieldId> compared;     ///< kAbsent: fields of what is found, which are the first cells of a row
  /// By row: the root's row that it is nested in. Empty of kSurplus, whose rows are those found.
  std::span<const std::uint32_t> roots;
};

struct NestedWrite {
  std::span<const NestedStep> steps;
  std::uint16_t root = 0;  ///< the step of the operation's own rows, whose `returning` makes the reply
  /// A step that finds those of the root's rows that are left as they are, so that nothing is done of what they nest;
  /// none: no rows are left.
  std::uint16_t left = NestedStep::kNone;

  const NestedStep& root_step() const { return steps[root]; }
};

}  // namespace bedplate::operation
