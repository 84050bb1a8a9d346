#pragma once
// Typing: the untyped tree of a rule becomes the typed one, with names resolved, literals in the type of what they
// meet and every implicit conversion spelled out. All findings at once. Pure but for facts registered in the Env.
#include <expected>
#include <vector>

#include "base/arena.hpp"
#include "base/error.hpp"
#include "expr/env.hpp"
#include "expr/syntax.hpp"
#include "expr/tree.hpp"

namespace bedplate::expr {

/// Errors of kInvalidExpression with their positions in the expression's text; at least one, at most 20.
using Findings = std::vector<Error>;

/// The typed tree of `syntax` in `arena`, its value in exactly the type `expected` (for a rule: a nullable Boolean;
/// for @computed the field's type: whole numbers widen, a Decimal is rounded half-even to the field's scale, and a
/// field that is not nullable refuses an expression that can be null otherwise than by overflow).
std::expected<const Node*, Findings> type_expression(const Syntax& syntax, Env& env, Arena& arena,
                                                     const Type& expected);

/// parse() and type_expression().
std::expected<const Node*, Findings> compile_expression(std::string_view text, Env& env, Arena& arena,
                                                        const Type& expected);

/// The type of a rule: Boolean, UNKNOWN allowed.
inline constexpr Type kRuleType{.scalar = Scalar::kBoolean, .list = false, .nullable = true};

}  // namespace bedplate::expr
