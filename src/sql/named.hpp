#pragma once
// Inside sql alone: a value that an expression needs more than once. Leaves are simply printed again; anything else
// is named by a subquery that the planner may not dissolve (OFFSET 0), so that text and work stay linear in the tree
// and no constant is folded before its guard. PostgreSQL only: on SQLite our functions take each value once.
#include <functional>
#include <initializer_list>
#include <span>

#include "sql/constructs.hpp"

namespace bedplate::sql {

using Print = std::function<void()>;

/// A column, a placeholder or a literal: as cheap twice as once.
bool is_leaf(const expr::Node& node);

/// `(SELECT body FROM (SELECT value AS v1, … OFFSET 0) AS xN)`; `body` gets what prints each name.
void print_named(Writer& writer, std::span<const Print> values,
                 const std::function<void(std::span<const Print>)>& body);

/// `body` over the operands: printed in place where all are leaves, else named.
void print_over(Writer& writer, std::span<const expr::Node* const> operands, const RowNames& rows,
                const std::function<void(std::span<const Print>)>& body);

/// The value where it is from `low` to `high`, else NULL; `type`: what it is then cast to (empty: nothing). Twice in
/// the text when `cheap`.
void print_in_range(Writer& writer, bool cheap, const Print& value, std::string_view low, std::string_view high,
                    std::string_view type);

}  // namespace bedplate::sql
