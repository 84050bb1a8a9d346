#pragma once
// The definitions that every schema.graphql may use without writing them: Bedplate's directives, scalars and the
// enums of their arguments. `bedplate new` writes this text as bedplate.graphql for editors and linters, and the
// compiler checks the use of every directive against it, so that there is one definition of each.
#include <string_view>

namespace bedplate::model {

/// SDL text, ends with a newline; static storage.
std::string_view prelude();

}  // namespace bedplate::model
