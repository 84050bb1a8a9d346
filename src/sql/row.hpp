#pragma once
// Inside sql alone: what statements on one row are made of: which row it is, its values, its images.
#include <span>

#include "sql/writer.hpp"

namespace bedplate::sql {

/// ` WHERE key = slots`, of `alias` (empty: the table itself).
void print_key_condition(Writer& writer, const model::Entity& entity, std::string_view alias, std::uint16_t key_slot);

/// The slot `index` as a value of the field's column.
void print_assigned(Writer& writer, const model::Field& field, std::uint16_t index);

/// `(SELECT value AS column, …) AS name`: some fields of a row under their columns' names, from slot `first_slot` on.
/// `whole`: the others are null; else they are left out.
void print_image(Writer& writer, const model::Entity& entity, std::span<const model::FieldId> fields,
                 std::uint16_t first_slot, bool whole, std::string_view name);

}  // namespace bedplate::sql
