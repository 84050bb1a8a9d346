#pragma once
// Inside plan alone: the plan of a query whose rules are in it already. Everyone else goes through make_plan(),
// which takes nothing but what authorize() made.
#include "plan/plan.hpp"

namespace bedplate::plan {

ReadTemplate plan_query(const operation::Query& query, operation::Count count, const model::Model& model, Arena& arena,
                        const Limits& limits, std::uint16_t first_scope);

}  // namespace bedplate::plan
