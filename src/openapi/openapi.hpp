#pragma once
// The OpenAPI 3.1 document of a model: paths, parameters, bodies, answers and problems of what REST serves. It tells
// no rule and no role; what no rule grants to anybody, and what is hidden or not served, is not in it. Pure.
#include <string>
#include <string_view>

#include "model/model.hpp"

namespace bedplate::openapi {

/// JSON. `base_url`: where the node is reached, without `/api`; empty: wherever the document was read.
std::string describe(const model::Model& model, std::string_view base_url);

}  // namespace bedplate::openapi
