#pragma once
// What an expression reads, and whether two expressions are the same. The one walk over a tree: a question asked of
// every node is a few lines here or a call of any_node or for_each, never a recursion of one's own. Pure.
#include <algorithm>
#include <vector>

#include "expr/tree.hpp"

namespace bedplate::expr {

/// Whether `test` holds of some node below and including `node`, parents first; rows too. Stops at the first.
template <class Test>
bool any_node(const Node& node, const Test& test) {
  if (test(node)) return true;
  return std::any_of(node.args.begin(), node.args.end(),
                     [&](const Node* arg) { return arg != nullptr && any_node(*arg, test); });
}

/// Calls `visit` for every node below and including `node`, parents first; rows too.
template <class Visit>
void for_each(const Node& node, const Visit& visit) {
  any_node(node, [&](const Node& one) {
    visit(one);
    return false;
  });
}

/// The literal TRUE.
bool is_true(const Node& node);
/// The field `member` of a row itself, not of one that a hop leads to.
bool is_field(const Node& node, MemberId member);

/// Whether it reads anything but columns of the row at hand: other rows, old values, related rows. Such a check is a
/// statement after the write.
bool depends_on_relations(const Node& node);
/// Whether it reads `old.…`.
bool depends_on_old(const Node& node);
/// The facts it asks, without repetition, ascending.
std::vector<FactId> facts_of(const Node& node);
/// The fields of the row at hand (not old) that it reads, without repetition, ascending; not those of other rows.
std::vector<MemberId> own_fields_of(const Node& node);

/// Same operators, types, ids and literals; positions aside.
bool same(const Node& a, const Node& b);
/// Equal for what is the same.
std::size_t hash(const Node& node);

}  // namespace bedplate::expr
