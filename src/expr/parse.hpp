#pragma once
// Parser of the rule language: CEL's syntax, less what rules have no use for (bytes, maps, unsigned and exponent
// numbers). Pure; linear in the text; memory and depth are bounded by the limits below.
#include <cstddef>
#include <string_view>

#include "base/arena.hpp"
#include "base/result.hpp"
#include "expr/syntax.hpp"

namespace bedplate::expr {

constexpr std::size_t kMaxExpressionBytes = 8192;
constexpr std::size_t kMaxExpressionTokens = 4096;
constexpr std::size_t kMaxExpressionDepth = 64;

/// The tree of `text`, in `arena`; `text` may go afterwards. kInvalidExpression with the position and a hint;
/// kLimitExceeded beyond the limits.
Result<const Syntax*> parse(std::string_view text, Arena& arena);

}  // namespace bedplate::expr
