#include <string>

#include "base/text.hpp"
#include "expr/typer.hpp"

namespace bedplate::expr {

std::string suggestion(std::string_view input, std::span<const std::string_view> options, std::string_view or_else) {
  const auto best = did_you_mean(input, options);
  return best.empty() ? std::string(or_else) : "did you mean '" + std::string(best) + "'?";
}

}  // namespace bedplate::expr
