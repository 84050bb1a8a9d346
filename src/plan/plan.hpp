#pragma once
// make_plan(): an authorized read becomes statements and the layout of their cells. To-one relations are joined into
// their parent's statement; each to-many is a statement below it; `inner` embeddings become conditions on the
// parent. Pure; runs once per template.
#include "access/authorize.hpp"
#include "plan/template.hpp"

namespace bedplate::plan {

struct Limits {
  std::int64_t embedded = 10000;  ///< rows of one embedded list
};

/// `arena` holds the nodes of `allowed` and whatever the plan adds; it must live as long as the template.
ReadTemplate make_plan(const access::Authorized<access::Allowed>& allowed, const model::Model& model, Arena& arena,
                       const Limits& limits);

}  // namespace bedplate::plan
