#pragma once
// How much a GraphQL text may ask of the parser. Counted in 64 bits while parsing; the first budget that runs out is
// a LIMIT_EXCEEDED error at the token that overdrew it.
#include <cstdint>

namespace bedplate::sdl {

struct Limits {
  std::uint64_t bytes = 1u << 20;
  std::uint64_t tokens = 200'000;
  std::uint64_t depth = 100;         ///< nested selection sets; nested lists and objects; nested list types
  std::uint64_t directives = 5'000;  ///< uses of directives
  std::uint64_t fields = 100'000;    ///< selections of all kinds
  std::uint64_t aliases = 10'000;
  std::uint64_t diagnostics = 100;  ///< syntax errors reported at once

  /// For a model, which its owner wrote: wide, yet bounded.
  static constexpr Limits schema() {
    return {.bytes = 64u << 20, .tokens = 8'000'000, .directives = 1'000'000, .diagnostics = 100};
  }
};

}  // namespace bedplate::sdl
