#pragma once
// Whether two trees mean the same: everything but positions and how strings were quoted. Pure, iterative where trees
// nest.
#include "sdl/ast.hpp"

namespace bedplate::sdl {

bool equal(const Tree& a, const Tree& b);
bool equal(const Value& a, const Value& b);
bool equal(const TypeRef& a, const TypeRef& b);

}  // namespace bedplate::sdl
