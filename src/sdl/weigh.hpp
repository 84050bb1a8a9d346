#pragma once
// How much an operation asks for once its fragments are spread: counted without spreading them, each fragment once,
// in 64 bits that saturate; so a doubling chain of fragments costs linear time. Pure, iterative.
#include <cstdint>

#include "base/result.hpp"
#include "sdl/ast.hpp"

namespace bedplate::sdl {

struct Weight {
  std::uint64_t fields = 0;      ///< fields, each as often as it is spread
  std::uint64_t aliases = 0;     ///< of these, those with an alias
  std::uint64_t directives = 0;  ///< uses
  std::uint64_t depth = 0;       ///< levels of fields: `{a {b}}` has 2
};

/// INVALID_QUERY if a fragment spreads itself (through others too) or is not defined.
Result<Weight> weigh(const Tree& document, const OperationDefinition& operation);

}  // namespace bedplate::sdl
