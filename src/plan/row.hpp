#pragma once
// Inside plan alone: what templates of writes have in common about one row.
#include <vector>

#include "access/authorize.hpp"
#include "plan/query.hpp"
#include "plan/row_check.hpp"

namespace bedplate::plan {

/// Whether it reads more than the row's own stored values. Of what authorize() made: it has no @computed left.
bool needs_store(const expr::Node& condition);

/// What is asked of each row; `covered` may be null.
std::vector<RowCheck> row_checks(const expr::Node* covered, std::span<const access::Link> links,
                                 std::span<const access::AskedConstraint> constraints);

/// Reads one row back by its key, which is slots `key_slot`, `key_slot + 1`, ….
ReadTemplate plan_by_key(const operation::Query& query, std::uint16_t key_slot, std::uint16_t first_scope,
                         const model::Model& model, Arena& arena, const Limits& limits);

}  // namespace bedplate::plan
