#pragma once
// Validation of type-system documents. `validate_sdl` runs the rules that graphql-js runs on SDL, with its messages;
// `check_types` adds what buildSchema and validateSchema enforce. Both find everything at once. Pure.
#include <span>
#include <string_view>
#include <vector>

#include "sdl/ast.hpp"
#include "sdl/diagnostic.hpp"

namespace bedplate::sdl {

/// The rules on SDL. `base`, if given, is a schema that `document` extends and that is valid by itself.
std::vector<Diagnostic> validate_sdl(const Tree& document, std::string_view file, const Tree* base = nullptr);

/// Types are used where they may stand, interfaces are implemented, nothing is empty, names are not reserved, values
/// of directive arguments and defaults fit their types. Says nothing about names that validate_sdl finds unknown.
std::vector<Diagnostic> check_types(const Tree& document, std::string_view file, const Tree* base = nullptr);

}  // namespace bedplate::sdl
