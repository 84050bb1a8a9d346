#pragma once
// Project: a folder with a schema.graphql and, if it wants, a bedplate.yaml, read and understood. Immutable after
// load_project(); outlives the node that serves it.
#include <expected>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/project/world.hpp"
#include "config/config.hpp"
#include "config/finding.hpp"
#include "model/model.hpp"
#include "schema/schema.hpp"
#include "sdl/diagnostic.hpp"

namespace bedplate::app {

struct Project {
  std::string directory;
  config::Config config;
  std::unique_ptr<model::Model> model;
  schema::Schema schema;
  std::size_t warnings = 0;  ///< findings of the schema file that are no errors
};

/// Keys in bedplate.yaml's terms (`server.listen`) → values of the command line.
using Flags = std::map<std::string, std::string, std::less<>>;

/// Whether the files of server.tls are looked at, or only their names.
enum class TlsFiles : std::uint8_t { kTried, kUnseen };

/// All that keeps a project from being served.
struct ProjectFaults {
  std::vector<Error> files;  ///< that can't be read
  std::string schema, text;  ///< the schema file's path and text
  std::vector<sdl::Diagnostic> diagnostics;
  std::vector<config::Finding> findings;

  /// As a person reads it, with carets.
  std::string human(sdl::Color color) const;
};
std::expected<std::unique_ptr<Project>, ProjectFaults> read_project(const std::string& directory, const Flags& flags,
                                                                    const Environment& environment,
                                                                    TlsFiles tls = TlsFiles::kUnseen);

/// Null when the schema or the configuration is at fault; every finding is printed then.
std::unique_ptr<Project> load_project(const std::string& directory, const Flags& flags, const World& world,
                                      TlsFiles tls = TlsFiles::kUnseen);

/// The schema alone, with a configuration of defaults: for commands that serve nobody. Null as of load_project().
std::unique_ptr<Project> load_schema(const std::string& directory, const World& world);

/// A folder's bedplate.yaml with the environment, as check reports it; without one there is nothing to find.
struct ConfigFindings {
  std::string file, text;
  std::vector<config::Finding> findings;
};
Result<ConfigFindings> find_config_faults(const std::string& directory, const World& world);

}  // namespace bedplate::app
