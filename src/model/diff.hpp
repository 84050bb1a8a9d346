#pragma once
// What breaks clients of a released model (`bedplate check --against`): names and types that went or changed, fields
// that may now be null or must now be given. Rules are not compared. Pure.
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "sdl/diagnostic.hpp"

namespace bedplate::model {

/// Warnings with code `breaking-change`, at the place in `model` (its first line where the thing is gone).
std::vector<sdl::Diagnostic> breaking_changes(const Model& released, const Model& model, std::string_view file_name);

}  // namespace bedplate::model
