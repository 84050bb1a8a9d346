#pragma once
// The parameters of requests: of the query string, of header fields, of paths. Each yields a reference.
#include "model/model.hpp"
#include "openapi/components.hpp"

namespace bedplate::openapi {

/// A parameter that means the same everywhere, by its name: `select`, `limit`, `Prefer`, `If-Match` …
std::string common_parameter(Components& components, std::string_view name);
/// A filter by that field. Names that are parameters themselves are quoted.
std::string filter_parameter(Components& components, const model::Entity& entity, const model::Field& field);
/// A row's key in its path: `{key}`.
std::string key_parameter(Components& components, const model::Entity& entity);

}  // namespace bedplate::openapi
