#include "plan/row.hpp"

#include "expr/builder.hpp"
#include "expr/visit.hpp"
#include "operation/condition.hpp"

namespace bedplate::plan {

using expr::Node;
using expr::Op;

bool needs_store(const Node& condition) {
  return expr::any_node(condition, [](const Node& node) { return expr::is_relation(node.op); });
}

std::vector<RowCheck> row_checks(const Node* covered, std::span<const access::Link> links,
                                 std::span<const access::AskedConstraint> constraints) {
  std::vector<RowCheck> made;
  const auto add = [&](RowCheck check) {
    if (check.condition == nullptr) return;
    // A link is told only to whom a rule covers, so it is not decided before the rule is.
    const bool after_store = check.kind == RowCheck::Kind::kLink && !made.empty() && made.front().in_store;
    check.in_store = after_store || check.only_to_explain || needs_store(*check.condition);
    made.push_back(check);
  };
  add({.kind = RowCheck::Kind::kCovered, .condition = covered});
  for (const auto& link : links)
    add({.kind = RowCheck::Kind::kLink,
         .condition = link.readable,
         .only_to_explain = link.by_key_alone,
         .relation = link.relation});
  for (const auto& asked : constraints)
    add({.kind = RowCheck::Kind::kConstraint, .condition = asked.holds, .constraint = asked.constraint});
  return made;
}

ReadTemplate plan_by_key(const operation::Query& query, std::uint16_t key_slot, std::uint16_t first_scope,
                         const model::Model& model, Arena& arena, const Limits& limits) {
  operation::Query one = query;
  const Node* key = operation::key_condition(model, query.entity, key_slot, arena);
  one.where = expr::Builder(arena).both(key, query.where);
  return plan_query(one, operation::Count::kNone, model, arena, limits, first_scope);
}

}  // namespace bedplate::plan
