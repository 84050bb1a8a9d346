#pragma once
// What the rules say of one row, as the store decides them: the read that asks, and its answers.
#include <optional>
#include <string_view>
#include <vector>

#include "operation/operation.hpp"
#include "rest/bind.hpp"

namespace bedplate::rest {

/// A read of one row by its key, which the caller may read, that answers `questions` (access/explain.hpp).
Result<operation::Operation> read_verdicts(model::EntityId entity, std::span<const Cell> key,
                                           std::span<const expr::Node* const> questions, Binding& binding);

/// The answers in the row's JSON object; UNKNOWN is none.
Result<std::vector<std::optional<bool>>> parse_verdicts(std::string_view row, Arena& arena);

}  // namespace bedplate::rest
