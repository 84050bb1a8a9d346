#pragma once
// `bedplate token`: mints a token that `bedplate dev` of the same folder accepts.
#include <string>
#include <vector>

#include "app/project/world.hpp"
#include "base/result.hpp"

namespace bedplate::app {

struct TokenOptions {
  std::string directory = ".";
  std::string id, tenant;
  std::vector<std::string> roles, scopes;
  std::vector<std::string> claims;  ///< `name=value`; a value that is JSON stays so, else it is a string
};

int run_token(const TokenOptions& options, const World& world);

/// The claims as a JSON object. kInvalidValue for one without a name, or one that another option says.
Result<std::string> claims_text(const std::vector<std::string>& claims);

}  // namespace bedplate::app
