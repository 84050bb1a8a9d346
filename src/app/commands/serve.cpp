#include "app/commands/serve.hpp"

#include <cstdlib>

#include "app/node/database.hpp"
#include "app/node/node.hpp"
#include "app/node/supervisor.hpp"

namespace bedplate::app {

Flags serve_flags(const std::string& listen, const std::string& database) {
  Flags flags;
  if (!listen.empty()) flags["server.listen"] = listen;
  if (!database.empty()) flags["database.url"] = database;
  return flags;
}

telemetry::Log make_log(const config::Log& config, const World& world) {
  const auto level = [&] {
    switch (config.level) {
      case config::LogLevel::kDebug:
        return telemetry::Level::kDebug;
      case config::LogLevel::kInfo:
        return telemetry::Level::kInfo;
      case config::LogLevel::kWarn:
        return telemetry::Level::kWarning;
      case config::LogLevel::kError:
        return telemetry::Level::kError;
    }
    return telemetry::Level::kInfo;
  }();
  const bool json = config.format == config::LogFormat::kJson;
  return {world.clock, level, json ? telemetry::Format::kJson : telemetry::Format::kText, world.err};
}

std::string subject_of(const Error& error, const std::string& database) {
  return error.message().starts_with("Cannot listen on ") ? "" : database;
}

int run_serve(const ServeOptions& options, const World& world) {
  const std::int64_t start = world.clock.monotonic();
  const std::shared_ptr<const Project> project =
      load_project(options.directory, serve_flags(options.listen, options.database), world, TlsFiles::kTried);
  if (!project) return kFailed;
  auto log = make_log(project->config.log, world);
  const std::string database = database_name(project->config.database);
  auto node = Node::open(project,
                         {.changes = options.migrate ? migrate::Changes::kAdditive : migrate::Changes::kNone,
                          .take_over = options.take_over,
                          .development = false,
                          .development_key = {}},
                         world, log);
  if (!node) return print_error(world, node.error(), subject_of(node.error(), database)), kFailed;
  if ((*node)->prepared().created) log.info("database created", {{"database", database}});
  for (const auto& added : (*node)->prepared().added) log.info("database changed", {{"added", added}});
  for (const auto& warning : (*node)->prepared().warnings) log.warning("database has a fault", {{"fault", warning}});
  if (project->warnings > 0)
    log.warning("schema has findings, see bedplate check",
                {{"findings", static_cast<std::int64_t>(project->warnings)}});
  log.info("ready", {{"address", (*node)->scheme() + "://" + (*node)->address().text() + "/api"},
                     {"database", database},
                     {"entities", static_cast<std::int64_t>(project->model->entities.size())},
                     {"loops", static_cast<std::int64_t>((*node)->loops())},
                     {"start_ms", (world.clock.monotonic() - start) / 1000}});
  tell_supervisor(world.environment, "READY=1");
  const bool clean = (*node)->run();
  log.info("stopped");
  if (clean) return kFine;
  std::fflush(nullptr);
  std::_Exit(kFailed);  // work still runs inside: taking the node down would pull its memory from under it
}

}  // namespace bedplate::app
