#pragma once
// Diagnostics for programs: one JSON document, stable keys. Pure.
#include <span>
#include <string>

#include "sdl/diagnostic.hpp"

namespace bedplate::sdl {

/// `{"errors":1,"warnings":0,"diagnostics":[{"severity","code","file","line","column","offset","length","message",
/// "hint","related":[…]}]}`; places are left out where there are none.
std::string render_json(std::span<const Diagnostic> diagnostics);

}  // namespace bedplate::sdl
