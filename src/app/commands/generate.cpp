#include "app/commands/generate.hpp"

#include "app/project/project.hpp"
#include "openapi/openapi.hpp"

namespace bedplate::app {

int run_generate_openapi(const OpenapiOptions& options, const World& world) {
  const auto project = load_project(options.directory, {}, world);
  if (!project) return kFailed;
  print(world.out, openapi::describe(*project->model, project->config.server.base_url) + "\n");
  return kFine;
}

}  // namespace bedplate::app
