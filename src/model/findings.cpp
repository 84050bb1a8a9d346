#include "model/findings.hpp"

namespace bedplate::model {
void add_design_findings(Draft&) {}
}  // namespace bedplate::model
