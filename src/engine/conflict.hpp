#pragma once
// Conflicts: a constraint that the store says is violated, told in the model's words: the caller's own fields, never
// the other row. Pure.
#include "engine/new_row.hpp"

namespace bedplate::engine {

/// `error` with the fields it is about, where it is a violation whose columns are known; else as it was. `fields` is
/// the new row by field.
Error name_conflict(Error error, const model::Entity& entity, std::span<const Cell> fields);

/// `relation` was set to a row that is not there, or that the caller may not read: the same.
Error no_such_target(const model::Entity& entity, model::FieldId relation);

/// A delete that other rows stand against: without their names.
Error name_restriction(Error error, const model::Entity& entity);

}  // namespace bedplate::engine
