#include "operation/row_slots.hpp"

#include <algorithm>

namespace bedplate::operation {

RowSlots row_slots(const model::Entity& entity, const Operation& operation) {
  const std::size_t width = operation.rows.empty() ? 0 : operation.rows[0].size();
  const auto stored = std::ranges::count_if(entity.fields, [](const auto& field) { return field.is_column(); });
  RowSlots slots;
  slots.key = static_cast<std::uint16_t>(operation.values.size() + width);
  slots.image = static_cast<std::uint16_t>(slots.key + entity.key.size());
  slots.answers = static_cast<std::uint16_t>(slots.image + stored);
  return slots;
}

}  // namespace bedplate::operation
