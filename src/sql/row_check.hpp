#pragma once
// A condition on one row by its key, as a statement of its own: one row, one cell, 1 where the condition is TRUE.
#include <span>

#include "sql/writer.hpp"

namespace bedplate::sql {

/// Where the values of the row are: slots of its key, and of its image before the write (`fields` from `image_slot`).
struct CheckedRow {
  model::EntityId entity = 0;
  std::uint16_t key_slot = 0;
  std::span<const model::FieldId> image;
  std::uint16_t image_slot = 0;
};

/// `old.…` in the condition is the image.
Statement row_check(const expr::Node& condition, const CheckedRow& row, const model::Model& model, Dialect dialect);

/// The same of a row as it would be, which need not be there: `fields` are slots `first_slot`, …, the others are null.
/// `row` says where its image before the write is; with one, it is the row of that key. Where the condition reads other
/// rows of the row's type, this one is among them.
Statement would_hold(const expr::Node& condition, const CheckedRow& row, std::span<const model::FieldId> fields,
                     std::uint16_t first_slot, const model::Model& model, Dialect dialect);

}  // namespace bedplate::sql
