#pragma once
// Inside rest alone: a query while its parts come in (bind_query.cpp), and the parts of it that are about groups of
// rows (bind_grouping.cpp): aggregates, having, order among groups. Lives for one binding.
#include <memory>
#include <vector>

#include "rest/bind.hpp"

namespace bedplate::rest {

/// A query while its parts come in.
struct Draft {
  model::EntityId entity = 0;
  std::string_view name;              ///< the key in the reply: the alias, else the name used
  std::string_view relation;          ///< the name used
  operation::Embed* embed = nullptr;  ///< null: the top level
  operation::Query query;
  std::vector<operation::SelectItem> items;
  std::vector<const expr::Node*> conditions;  ///< all must hold
  std::vector<std::unique_ptr<Draft>> embeds;
  std::vector<operation::OrderTerm> order;
  std::vector<expr::Node*> presence;  ///< nodes to become EXISTS of this embedding, over its parent's row
  model::EntityId parent = 0;
  std::int64_t limit = -1, offset = -1;
  std::vector<operation::Aggregate> aggregates;
  const expr::Node* having = nullptr;

  /// Stands for EXISTS of this embedding until it is closed.
  const expr::Node* exists(const Binding& binding) {
    presence.push_back(binding.arena.make<expr::Node>(expr::Node{.type = {.scalar = Scalar::kBoolean}}));
    return presence.back();
  }
  Draft* find(std::string_view wanted) const {
    // The name in the reply goes before the relation's: `a:items(*),items(*)` with `items.limit=1` means the second.
    for (const auto& child : embeds)
      if (child->name == wanted) return child.get();
    for (const auto& child : embeds)
      if (child->relation == wanted) return child.get();
    return nullptr;
  }
};

/// The key of a select item without an alias: the field's name, or the last key of a JSON path.
std::string_view default_name(const FieldRef& field);

/// `amount.sum()` among the members of the reply.
Result<void> select_aggregate(Draft& draft, const SelectNode& node, Binding& binding);
/// One condition on the groups.
Result<void> add_having(Draft& draft, const FilterNode& filter, Binding& binding);
/// Its rows are grouped: it or what it spreads has an aggregate, or a condition on groups.
bool is_grouped(const Draft& draft);
/// The member of the reply that an order of groups goes by.
Result<std::span<const std::string_view>> ordered_member(const Draft& draft, const OrderNode& term, Binding& binding);
/// What a grouped query may select, each name once.
Result<void> require_groupable(const Draft& draft, const Binding& binding);

}  // namespace bedplate::rest
