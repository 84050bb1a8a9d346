#pragma once
// Tree → GraphQL text, two spaces a level, in the order of the tree; parsing it again gives an equal tree. Pure and
// iterative.
#include <string>

#include "sdl/ast.hpp"

namespace bedplate::sdl {

std::string print(const Tree& tree);
std::string print(const Definition& definition);
std::string print(const TypeRef& type);
std::string print(const Value& value);

}  // namespace bedplate::sdl
