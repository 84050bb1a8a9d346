#pragma once
// The patterns of `match` and `imatch`: what RE2 and PostgreSQL both read, and read alike. Pure; linear.
#include <string_view>

#include "base/result.hpp"

namespace bedplate::rest {

/// kInvalidValue with a hint: RE2 refuses it, or PostgreSQL would refuse it or take it for something else.
Result<void> check_pattern(std::string_view pattern);

}  // namespace bedplate::rest
