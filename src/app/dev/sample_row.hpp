#pragma once
// A row to insert as an example: every field that must be given, with a value that its type and constraints allow.
#include <string>

#include "model/model.hpp"

namespace bedplate::app {

/// A JSON object; empty where no value can be made up (another row's key, a pattern, an expression).
std::string sample_row(const model::Model& model, model::EntityId entity);

}  // namespace bedplate::app
