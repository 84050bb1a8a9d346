#pragma once
// make_merge(): of rows that may be there already, the operation on the one that is. Inside rest alone.
#include <optional>

#include "operation/operation.hpp"
#include "rest/bind.hpp"

namespace bedplate::rest {

/// The change (kUpdate, or kFind: none) of the row that is there in the place of each of the create's: found by the
/// conflict's fields, and by those that can't be changed, so that a row that differs in them is a conflict. None where
/// a row cannot be found: not every field of the conflict is given and readable. Lives in the binding's arena.
std::optional<operation::Operation> make_merge(const operation::Operation& create,
                                               std::span<const model::FieldId> conflict, operation::Change::Kind kind,
                                               Binding& binding);

}  // namespace bedplate::rest
