#include <array>
#include <utility>

#include "sdl/checks.hpp"
#include "sdl/validate.hpp"

namespace bedplate::sdl {

std::vector<Diagnostic> check_types(const Tree& document, std::string_view file, const Tree* base) {
  using Check = void (*)(const SchemaIndex&, Findings&);
  constexpr std::array<std::pair<std::string_view, Check>, 5> kChecks = {{
      {"reserved-name", check_names},
      {"type-shape", check_shapes},
      {"interface-implementation", check_interfaces},
      {"input-cycle", check_input_cycles},
      {"value-of-correct-type", check_values},
  }};
  const SchemaIndex index(document, base);
  Findings findings(file);
  for (const auto& [code, check] : kChecks) {
    findings.speak_as(code);
    check(index, findings);
  }
  std::vector<Diagnostic> diagnostics = std::move(findings).take();
  sort_diagnostics(diagnostics);
  return diagnostics;
}

}  // namespace bedplate::sdl
