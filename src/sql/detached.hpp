#pragma once
// Rows that a delete detaches (onDelete: SET_NULL) change without being written by anybody: where they carry a version,
// it is raised before. Pure.
#include <vector>

#include "sql/program.hpp"

namespace bedplate::sql {

/// Statements that raise the versions of what the delete of a row of `entity` detaches, also through rows that go with
/// it (CASCADE), but not through two rows of one type. Slots: the row's key.
std::vector<Statement> raise_detached(model::EntityId entity, const model::Model& model, Dialect dialect);

}  // namespace bedplate::sql
