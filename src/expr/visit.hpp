#pragma once
// What an expression reads, and whether two expressions are the same. Pure.
#include <functional>
#include <vector>

#include "expr/tree.hpp"

namespace bedplate::expr {

/// Calls `visit` for every node below and including `node`, parents first; rows too.
void for_each(const Node& node, const std::function<void(const Node&)>& visit);

/// Whether it reads anything but columns of the row at hand: other rows, old values, related rows. Such a check is a
/// statement after the write.
bool depends_on_relations(const Node& node);
/// Whether it reads `old.…`.
bool depends_on_old(const Node& node);
/// Whether it asks the principal anything.
bool depends_on_principal(const Node& node);
/// The facts it asks, without repetition, ascending.
std::vector<FactId> facts_of(const Node& node);
/// The fields of the row at hand (not old) that it reads, without repetition, ascending; not those of other rows.
std::vector<MemberId> own_fields_of(const Node& node);

/// Same operators, types, ids and literals; positions aside.
bool same(const Node& a, const Node& b);
/// Equal for what is the same.
std::size_t hash(const Node& node);

}  // namespace bedplate::expr
