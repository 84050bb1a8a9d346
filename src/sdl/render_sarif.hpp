#pragma once
// Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines. Pure.
#include <span>
#include <string>
#include <string_view>

#include "sdl/diagnostic.hpp"

namespace bedplate::sdl {

/// One run of the tool `tool`; columns count Unicode code points, files are URIs relative to where the tool ran.
std::string render_sarif(std::span<const Diagnostic> diagnostics, std::string_view tool, std::string_view version);

}  // namespace bedplate::sdl
