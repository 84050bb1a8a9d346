#pragma once
// A JSON value of a body as the Cell of a field.
#include "base/arena.hpp"
#include "base/cell.hpp"
#include "base/result.hpp"
#include "json/document.hpp"
#include "model/model.hpp"

namespace bedplate::rest {

/// Numbers are taken as numbers or as texts; what is text in JSON (dates, ids) must be a string. The items of a list
/// become canonical and are never null. The error's message says what was expected, without the field's name.
Result<Cell> json_cell(const Type& type, const json::Node& value, Arena& arena);

/// The same of a field, whose enums and @embedded objects the model knows: an object has the members of its type and
/// no other, those that may not be null are there.
Result<Cell> field_cell(const model::Model& model, const model::Field& field, const json::Node& value, Arena& arena);

/// The same of a text (CSV, forms), or null: lists, JSON and @embedded objects are JSON in it.
Result<Cell> text_cell(const model::Model& model, const model::Field& field, const json::Node& value, Arena& arena);

/// Refuses a number that PostgreSQL's jsonb can't hold; what else it can't (`\u0000`, half a surrogate pair) the reader
/// of JSON has refused.
Result<void> require_storable(const json::Node& value);

}  // namespace bedplate::rest
