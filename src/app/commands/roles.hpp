#pragma once
// Role names of a command line against the model's.
#include <span>
#include <string>

#include "base/result.hpp"
#include "model/model.hpp"

namespace bedplate::app {

/// kInvalidValue for the first that the model lacks, with the nearest or all of its roles.
Result<void> check_roles(const model::Model& model, std::span<const std::string> roles);

}  // namespace bedplate::app
