#pragma once
// The matrix of `bedplate test --matrix`: what each caller may do with each type, as far as it can be told without a
// row.
#include <deque>
#include <string>

#include "app/trial/callers.hpp"

namespace bedplate::app {

/// A line a type, a column a caller: `R` READ, `C` CREATE, `U` UPDATE, `D` DELETE, `P` PURGE; in small letters where
/// the row decides.
std::string matrix_text(const model::Model& model, const std::deque<TrialCaller>& callers);

}  // namespace bedplate::app
