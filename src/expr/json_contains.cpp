#include "expr/json_contains.hpp"

#include <algorithm>

#include "base/decimal.hpp"

namespace bedplate::expr {
namespace {

constexpr std::size_t kNodeWork = 16;  // as many bytes looked at take about as long

bool is_scalar(const json::Node& node) { return !node.is_array() && !node.is_object(); }

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
bool holds(const json::Node& outer, const json::Node& inner, Interrupt* interrupt) {
  // One of inner's children is looked for among all of outer's.
  const auto goes_on = [&] { return !interrupt || !interrupt->spend(outer.children.size() * kNodeWork); };
  if (inner.is_object())
    return outer.is_object() && std::ranges::all_of(inner.children, [&](const json::Node& member) {
             const json::Node* own = goes_on() ? outer.find(member.key) : nullptr;
             return own != nullptr && holds(*own, member, interrupt);
           });
  if (inner.is_array())
    return outer.is_array() && std::ranges::all_of(inner.children, [&](const json::Node& wanted) {
             return goes_on() && std::ranges::any_of(outer.children, [&](const json::Node& own) {
                      return holds(own, wanted, interrupt);
                    });
           });
  return same_scalar(outer, inner);
}

}  // namespace

bool json_contains(const json::Node& outer, const json::Node& inner, Interrupt* interrupt) {
  if (outer.is_array() && is_scalar(inner))
    return std::ranges::any_of(outer.children, [&](const json::Node& own) { return holds(own, inner, interrupt); });
  return holds(outer, inner, interrupt);
}

}  // namespace bedplate::expr
