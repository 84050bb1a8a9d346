#pragma once
// The definitions that every schema.graphql may use without writing them: Bedplate's directives, scalars and the
// enums of their arguments. `bedplate new` writes this text as bedplate.graphql for editors and linters, and the
// compiler checks the use of every directive against it, so that there is one definition of each.
#include <string>
#include <string_view>

#include "sdl/ast.hpp"

namespace bedplate::model {

/// SDL text, ends with a newline; static storage.
std::string_view prelude();

/// The same, and an empty definition of each root type that `model` extends without defining it, as graphql-js wants.
std::string prelude_for(const sdl::Tree& model);

}  // namespace bedplate::model
