#pragma once
// `bedplate generate`: what others read of a schema, printed. No database, no server.
#include <string>

#include "app/project/world.hpp"

namespace bedplate::app {

struct OpenapiOptions {
  std::string directory = ".";
};

/// `generate openapi`: the document that /openapi.json answers.
int run_generate_openapi(const OpenapiOptions& options, const World& world);

}  // namespace bedplate::app
