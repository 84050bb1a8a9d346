#include "expr/visit.hpp"

#include <functional>
#include <string_view>

namespace bedplate::expr {
namespace {

template <class Id>
std::vector<Id> sorted(std::vector<Id> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

bool same_path(std::span<const PathStep> a, std::span<const PathStep> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const PathStep& x, const PathStep& y) { return x.key == y.key && x.index == y.index; });
}

}  // namespace

bool is_true(const Node& node) {
  return node.op == Op::kLiteral && node.type.scalar == Scalar::kBoolean && node.literal == Cell::boolean(true);
}

bool is_field(const Node& node, MemberId member) {
  return node.op == Op::kField && node.member == member && node.args[0]->op == Op::kRow;
}

bool depends_on_relations(const Node& node) {
  return any_node(
      node, [](const Node& one) { return is_relation(one.op) || (one.op == Op::kRow && (one.old || one.scope != 0)); });
}

bool depends_on_old(const Node& node) {
  return any_node(node, [](const Node& one) { return one.op == Op::kRow && one.old; });
}

std::vector<FactId> facts_of(const Node& node) {
  std::vector<FactId> facts;
  for_each(node, [&](const Node& one) {
    if (one.op == Op::kPrincipal || one.op == Op::kHasFact) facts.push_back(one.fact);
  });
  return sorted(std::move(facts));
}

std::vector<MemberId> own_fields_of(const Node& node) {
  std::vector<MemberId> fields;
  for_each(node, [&](const Node& one) {
    if (one.op != Op::kField) return;
    const Node& row = *one.args[0];
    if (row.op == Op::kRow && row.scope == 0 && !row.old) fields.push_back(one.member);
  });
  return sorted(std::move(fields));
}

bool same(const Node& a, const Node& b) {
  if (&a == &b) return true;
  const bool alike = a.op == b.op && a.old == b.old && a.as_text == b.as_text && a.type == b.type &&
                     a.entity == b.entity && a.member == b.member && a.scope == b.scope && a.fact == b.fact &&
                     a.slot == b.slot && a.literal == b.literal && a.args.size() == b.args.size();
  if (!alike || !same_path(a.path, b.path)) return false;
  return std::equal(a.args.begin(), a.args.end(), b.args.begin(), [](const Node* x, const Node* y) {
    return x == y || (x != nullptr && y != nullptr && same(*x, *y));
  });
}

std::size_t hash(const Node& node) {
  std::size_t seed = static_cast<std::size_t>(node.op);
  const auto mix = [&seed](std::size_t value) { seed = (seed ^ value) * 0x9e3779b97f4a7c15u + (seed >> 29); };
  for (const std::size_t id : {std::size_t{node.entity}, std::size_t{node.member}, std::size_t{node.scope},
                               std::size_t{node.fact}, std::size_t{node.slot}, std::size_t{node.old}})
    mix(id);
  if (node.literal.kind() == CellKind::kInteger) mix(static_cast<std::size_t>(node.literal.as_integer()));
  if (node.literal.kind() == CellKind::kText) mix(std::hash<std::string_view>()(node.literal.as_bytes()));
  for (const Node* arg : node.args) mix(arg == nullptr ? 1 : hash(*arg));
  return seed;
}

}  // namespace bedplate::expr
