#pragma once
// A JSON value of a body as a Cell of its field's type.
#include "base/arena.hpp"
#include "base/cell.hpp"
#include "base/result.hpp"
#include "base/type.hpp"
#include "json/document.hpp"

namespace bedplate::rest {

/// Numbers are taken as numbers or as texts; what is text in JSON (dates, ids) must be a string. The error's message
/// says what was expected, without the field's name.
Result<Cell> json_cell(const Type& type, const json::Node& value, Arena& arena);

}  // namespace bedplate::rest
