#pragma once
// Text as people mean it, the same on every store: case by Unicode's default (root locale), LIKE, and the nearest
// name to a misspelt one. Order is code point order, which on UTF-8 is byte order (std::string_view's <). Pure
// functions on well-formed UTF-8; ASCII takes a fast path, the rest goes through ICU.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/interrupt.hpp"

namespace bedplate {

std::string lower(std::string_view text);
std::string upper(std::string_view text);
bool is_ascii(std::string_view text);

/// SQL's LIKE over code points: `%` any run, `_` any one, `escape` (0: none) takes the next character literally;
/// a pattern that ends in its escape matches nothing. `ignore_case` maps both to lower and
/// then to upper case first. Time is linear in the text but
/// for runs with `_`, which cost their length times the text's; it never backtracks over a `%`.
/// `interrupt` may end it early, with any result.
bool like_match(std::string_view pattern, std::string_view text, char escape = '\\', bool ignore_case = false,
                Interrupt* interrupt = nullptr);

/// Letters to add, drop, change or swap with the next to come from `a` to `b` (optimal string alignment), ASCII case
/// aside; at most kLongestCompared bytes each.
std::size_t edit_distance(std::string_view a, std::string_view b);
inline constexpr std::size_t kLongestCompared = 120;  // beyond it a suggestion is no help and costs quadratic time

/// The candidate that `name` most likely is a misspelling of: fewest letters added, dropped, changed or swapped with
/// the next, case aside, at most a third of the name. Empty if none is near. The first of equals.
std::string_view did_you_mean(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace bedplate
