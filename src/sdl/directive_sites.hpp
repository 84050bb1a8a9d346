#pragma once
// Every place of a type-system document at which directives may stand. Pure.
#include <functional>
#include <span>
#include <string_view>

#include "sdl/ast.hpp"

namespace bedplate::sdl {

struct DirectiveSite {
  std::string_view location;  ///< FIELD_DEFINITION
  std::span<const Directive> directives;
  /// Uses on the parts of one definition count together: the schema's or the type's, else null.
  const SchemaDefinition* schema = nullptr;
  const TypeDefinition* type = nullptr;
};

/// In the order of the source.
void for_each_site(const Tree& document, const std::function<void(const DirectiveSite&)>& visit);

}  // namespace bedplate::sdl
