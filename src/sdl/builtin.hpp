#pragma once
// What every GraphQL schema has without saying it: the directives and scalars of the specification. Constants; free to
// use from any thread.
#include <string_view>

#include "sdl/document.hpp"

namespace bedplate::sdl {

/// The definitions of @include, @skip, @deprecated, @specifiedBy, @oneOf and the five scalars.
Document builtin_definitions();

/// Int, Float, String, Boolean, ID.
bool is_builtin_scalar(std::string_view name);
/// `__Schema`, `__Type` and their kin.
bool is_introspection_type(std::string_view name);

}  // namespace bedplate::sdl
