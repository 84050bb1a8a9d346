#include "app/dev/dev.hpp"

#include <cstdlib>

#include "app/commands/serve.hpp"
#include "app/dev/dev_key.hpp"
#include "app/dev/dev_lines.hpp"
#include "app/dev/reload.hpp"
#include "app/node/database.hpp"
#include "app/node/node.hpp"
#include "app/project/files.hpp"
#include "app/project/schema_file.hpp"

namespace bedplate::app {
namespace {

bool is_loopback(const net::Address& address) {
  const std::string host = address.host();
  return host == "::1" || host.starts_with("127.");
}

/// The address asked for, if it is loopback; the configured port on 127.0.0.1 where nothing was asked for.
Result<std::string> loopback_address(const std::string& asked, const std::string& configured) {
  if (asked.empty()) {
    BP_TRY(const auto address, net::parse_address(configured));
    return "127.0.0.1:" + std::to_string(address.port);
  }
  BP_TRY(const auto address, net::parse_address(asked));
  if (is_loopback(address)) return asked;
  return failure(Error(Reason::kInvalidConfiguration, "dev listens on loopback alone, not on " + asked)
                     .with_hint("Its key lets anybody be anybody: give --listen 127.0.0.1:" +
                                std::to_string(address.port) + ", or use bedplate serve."));
}

void tell_added(const migrate::Prepared& prepared, const World& world) {
  for (const auto& added : prepared.added) print(world.out, "In the database now: " + added + "\n");
  for (const auto& statement : prepared.statements) print(world.out, "  " + statement + ";\n");
  for (const auto& warning : prepared.warnings) print(world.out, "Warning: " + warning + "\n");
}

/// Rows to play with, put into a database that was just made.
Result<bool> seed(const std::string& directory, const Project& project, const World& world) {
  const std::string path = directory + "/seed.sql";
  if (!file_exists(path)) return false;
  BP_TRY(const std::string script, read_file(path, kSchemaFile));
  BP_TRY(const auto store, open_database(project.config, {.create = true, .loops = 1, .on_fatal = {}}));
  BP_TRY(const auto prepared, migrate::prepare(*store, *project.model, project.schema, migrate::Changes::kAdditive));
  tell_added(prepared, world);
  if (!prepared.created) return false;
  const std::string scripts[] = {script};
  if (auto run = store->run_script(scripts); !run) {
    print_error(world, run.error(), path);
    return false;
  }
  return true;
}

std::string banner(const DevOptions& options, const Project& project, const Node& node, bool seeded,
                   const World& world) {
  const std::string origin = "http://" + node.address().text(), base = origin + "/api";
  std::string text = "Bedplate serves " + schema_path(options.directory) + " for development\n\n";
  text += "  api       " + base + "\n";
  text += "  docs      " + origin + "/docs\n";
  text += "  console   " + origin + "/console\n";
  text += "  model     " + origin + "/\n";
  text += "  database  " + database_name(project.config.database) +
          (seeded ? " (new, with the rows of seed.sql)" : "") + "\n\n";
  return text +
         development_lines(*project.model, {.base = base, .directory = options.directory, .program = world.program});
}

}  // namespace

int run_dev(const DevOptions& options, const World& world) {
  std::shared_ptr<Project> project =
      load_project(options.directory, serve_flags(options.listen, options.database), world);
  if (!project) return kFailed;
  auto listen = loopback_address(options.listen, project->config.server.listen);
  if (!listen) return print_error(world, listen.error()), kFailed;
  project->config.server.listen = *std::move(listen);
  project->config.server.tls = {};  // no certificate is of 127.0.0.1
  const auto key = development_key(options.directory, world.random);
  if (!key) return print_error(world, key.error()), kFailed;

  const std::string database = database_name(project->config.database);
  const auto seeded = seed(options.directory, *project, world);
  if (!seeded) return print_error(world, seeded.error(), database), kFailed;
  auto log = make_log(project->config.log, world);
  DevStatus status(schema_path(options.directory));
  const DevPage page(status);
  auto node = Node::open(project,
                         {.changes = migrate::Changes::kAdditive,
                          .development = true,
                          .development_key = std::string(key->reveal()),
                          .dev_page = &page},
                         world, log);
  if (!node) return print_error(world, node.error(), subject_of(node.error(), database)), kFailed;
  tell_added((*node)->prepared(), world);
  print(world.out, banner(options, *project, **node, *seeded, world));
  std::fflush(world.out);
  auto reload = Reload::start(project, serve_flags(options.listen, options.database), **node, status, world);
  if (!reload) print_error(world, reload.error(), "saves are not heeded");
  const bool clean = (*node)->run();
  if (reload) reload->reset();
  if (clean) return kFine;
  std::fflush(nullptr);
  std::_Exit(kFailed);
}

}  // namespace bedplate::app
