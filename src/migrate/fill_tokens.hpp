#pragma once
// Filling: texts with @search that have no tokens yet, because their column is new or another program wrote them, get
// them. Blocking; in transactions of some hundred rows each, so that it can be broken off and begun again, also by
// several nodes at once.
#include <string>
#include <vector>

#include "model/model.hpp"
#include "store/store.hpp"

namespace bedplate::migrate {

/// A sentence for each column that lacked some.
Result<std::vector<std::string>> fill_tokens(store::Store& store, const model::Model& model);

}  // namespace bedplate::migrate
