#pragma once
// Boundaries: the values at the edges of what a field may hold, by its type and @constraint: the last that fit and the
// first that don't. Pure.
#include <optional>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "model/model.hpp"

namespace bedplate::app {

struct Boundary {
  std::string name;  ///< `1000, its max`
  std::string json;  ///< as a member of a body
  bool fits = false;
};

std::vector<Boundary> boundaries_of(const model::Model& model, const model::Field& field);

/// The canonical cell of such a value, none where it is no value of the type.
std::optional<Cell> cell_of(const Type& type, std::string_view json, Arena& arena);

}  // namespace bedplate::app
