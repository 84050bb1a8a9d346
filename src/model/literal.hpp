#pragma once
// A literal of the schema file as a value of a field: `@default(value:)`, bounds of @constraint. Internal to the room.
#include <expected>
#include <string>

#include "base/arena.hpp"
#include "model/model.hpp"
#include "sdl/ast.hpp"

namespace bedplate::model {

/// `literal` in the canonical form of `type`, text copied into `arena`. The failure's text ends a sentence that says
/// what the literal is: "is not a date (YYYY-MM-DD)".
std::expected<Cell, std::string> literal_cell(const Model& model, const sdl::Value& literal, const Type& type,
                                              Arena& arena);

}  // namespace bedplate::model
