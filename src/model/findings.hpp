#pragma once
// Design findings: what is allowed and probably not meant. Warnings, looked for only in a model without errors.
#include "model/draft.hpp"

namespace bedplate::model {

/// Adds every finding to the draft's.
void add_design_findings(Draft& draft);

}  // namespace bedplate::model
