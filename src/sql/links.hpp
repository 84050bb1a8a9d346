#pragma once
// compile_links(): the statements that make, undo and find links of a many-to-many relation whose table is its own.
#include "sql/program.hpp"

namespace bedplate::sql {

/// Statement kLink links two rows, or leaves them linked; kUnlink undoes it; kLinked yields the keys of the far rows
/// that are linked to the near one. Slots: the far row's key, the near one's, the tenant where the table has one.
inline constexpr std::uint16_t kLink = 0, kUnlink = 1, kLinked = 2;
Program compile_links(const model::Model& model, model::EntityId entity, model::FieldId relation, Dialect dialect,
                      std::uint64_t id);

}  // namespace bedplate::sql
