#pragma once
// Inside rest alone: building the read operations of a route.
#include "operation/operation.hpp"
#include "rest/bind.hpp"
#include "rest/route.hpp"

namespace bedplate::rest {

/// `field == value` for each of `fields`, over a row of `entity`. NOT_FOUND if the caller may see none of it.
Result<const expr::Node*> by_fields(model::EntityId entity, std::span<const model::FieldId> fields,
                                    std::span<const Cell> values, Binding& binding);

/// The rows of a sub-collection: those that the parent's row has by the route's relation.
Result<const expr::Node*> by_parent(const Route& route, Binding& binding);

/// A read of one row by its key, every field.
Result<operation::Operation> read_by_key(model::EntityId entity, std::span<const Cell> key, Binding& binding);

}  // namespace bedplate::rest
