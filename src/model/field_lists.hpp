#pragma once
// `fields: ["a", "b"]` of a directive on a type, as ids. Internal to the room.
#include "model/arguments.hpp"
#include "model/draft.hpp"

namespace bedplate::model {

/// The named fields; a to-one stands for its scalars where `columns` is asked for. Unknown, repeated and (with
/// `columns`) unstored fields are findings; nothing is returned then.
std::optional<std::vector<FieldId>> read_fields(Draft& draft, EntityId entity, const Arguments& arguments,
                                                std::string_view argument, bool columns);

/// The columns of a field: itself, or the scalars of a to-one; empty for others.
std::vector<FieldId> columns_of(const Entity& entity, FieldId field);

}  // namespace bedplate::model
