#pragma once
// Inside rest alone: rows that may be there already (PostgREST's upsert, and PUT).
#include <span>

#include "rest/bind.hpp"

namespace bedplate::rest {

/// The fields of `on_conflict`, which must be a unique key of the entity; without it, the primary key.
Result<std::span<const model::FieldId>> bind_conflict(std::span<const std::string_view> names, model::EntityId entity,
                                                      Binding& binding);

}  // namespace bedplate::rest
