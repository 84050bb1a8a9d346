#pragma once
// Conflicts: a constraint that the store says is violated, told in the model's words: the caller's own fields, never
// the other row. Pure.
#include "engine/new_row.hpp"

namespace bedplate::engine {

/// `error` with the fields it is about, where it is a violation whose columns are known; else as it was.
Error name_conflict(Error error, const model::Entity& entity, const NewRow& row);

}  // namespace bedplate::engine
