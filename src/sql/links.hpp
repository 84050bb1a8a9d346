#pragma once
// compile_links(): the statements that make and undo links of a many-to-many relation whose table is its own.
#include "sql/program.hpp"

namespace bedplate::sql {

/// Statement 0 links two rows, or leaves them linked; 1 undoes it. Slots: the far row's key, the near one's, the tenant
/// where the table has one.
Program compile_links(const model::Model& model, model::EntityId entity, model::FieldId relation, Dialect dialect,
                      std::uint64_t id);

}  // namespace bedplate::sql
