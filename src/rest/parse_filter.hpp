#pragma once
// Filters: `status=eq.PAID`, `or=(a.eq.1,not.and(b.gt.2,c.is.null))`, and those of groups, `having=count().gt.1`. Logic
// trees are bounded in depth.
#include "rest/cursor.hpp"
#include "rest/syntax.hpp"

namespace bedplate::rest {

inline constexpr int kMaxLogicDepth = 32;

/// The value of a plain filter: `not.eq.5`.
Result<Test> parse_test(std::string_view parameter, std::string_view text, Arena& arena);
/// The value of `or`, `and`, `not.or`, `not.and`: `(…)`.
Result<FilterNode> parse_logic(std::string_view parameter, std::string_view text, FilterNode::Kind kind, bool negated,
                               Arena& arena);

/// The value of `having`: `amount.sum().gt.100`, `count().gt.1`, `revenue.gt.100`, `or(…)`, `not.and(…)`.
Result<FilterNode> parse_having(std::string_view parameter, std::string_view text, Arena& arena);

}  // namespace bedplate::rest
