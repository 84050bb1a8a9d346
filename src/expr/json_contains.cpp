#include "expr/json_contains.hpp"

#include <algorithm>

#include "base/decimal.hpp"

namespace bedplate::expr {
namespace {

bool same_scalar(const json::Node& a, const json::Node& b) {
  if (a.kind != b.kind) return false;
  if (a.text == b.text) return true;
  if (!a.is_number()) return false;
  // 1.0 and 1 are one number; literals beyond Decimal are compared as they are written.
  const auto left = Decimal::parse(a.text);
  const auto right = Decimal::parse(b.text);
  return left && right && !(*left < *right) && !(*right < *left);
}

// Recursion is bounded by the parser's depth.
bool holds(const json::Node& outer, const json::Node& inner) {
  if (inner.is_object())
    return outer.is_object() && std::ranges::all_of(inner.children, [&](const json::Node& member) {
             const json::Node* own = outer.find(member.key);
             return own != nullptr && holds(*own, member);
           });
  if (inner.is_array())
    return outer.is_array() && std::ranges::all_of(inner.children, [&](const json::Node& wanted) {
             return std::ranges::any_of(outer.children, [&](const json::Node& own) { return holds(own, wanted); });
           });
  return same_scalar(outer, inner);
}

bool is_scalar(const json::Node& node) { return !node.is_array() && !node.is_object(); }

}  // namespace

bool json_contains(const json::Node& outer, const json::Node& inner) {
  if (outer.is_array() && is_scalar(inner))
    return std::ranges::any_of(outer.children, [&](const json::Node& own) { return holds(own, inner); });
  return holds(outer, inner);
}

}  // namespace bedplate::expr
