#include "app/dev/reload.hpp"

#include "app/node/database.hpp"
#include "app/project/files.hpp"
#include "app/project/schema_file.hpp"
#include "migrate/leftovers.hpp"

namespace bedplate::app {
namespace {

std::vector<std::string> watched_files(const std::string& directory) {
  return {schema_path(directory), directory + "/bedplate.yaml"};
}

/// Empty where one can't be read: that is told when it is loaded.
std::string texts_of(const std::string& directory) {
  std::string out;
  for (const std::string& path : watched_files(directory))
    out += read_file(path, kSchemaFile).value_or(std::string()) + '\0';
  return out;
}

std::string indented(std::string_view statement) {
  std::string out = "    ";
  for (const char c : statement) out.append(1, c).append(c == '\n' ? "    " : "");
  return out;
}

/// What was there when the node was opened stays: sections whose changes need another start.
std::string unheeded(const config::Config& served, const config::Config& next) {
  std::string out;
  const auto name = [&](const char* section, bool changed) {
    if (changed) out += (out.empty() ? "" : ", ") + std::string(section);
  };
  name("server.trusted_proxies", served.server.trusted_proxies != next.server.trusted_proxies);
  name("database", served.database.url.place.reveal() != next.database.url.place.reveal() ||
                       served.database.pool != next.database.pool ||
                       served.database.statement_timeout != next.database.statement_timeout);
  name("limits.body", served.limits.body != next.limits.body);
  name("limits.unsent", served.limits.unsent != next.limits.unsent);
  name("log", served.log.level != next.log.level || served.log.format != next.log.format);
  name("metrics", served.metrics.listen != next.metrics.listen);
  return out;
}

}  // namespace

Reload::Reload(std::shared_ptr<const Project> served, Flags flags, Node& node, DevStatus& status, const World& world,
               FileWatch watch)
    : served_(std::move(served)),
      flags_(std::move(flags)),
      node_(node),
      status_(status),
      world_(world),
      watch_(std::move(watch)),
      tried_(texts_of(served_->directory)),
      thread_([this] { serve(); }) {}

Result<std::unique_ptr<Reload>> Reload::start(std::shared_ptr<const Project> served, Flags flags, Node& node,
                                              DevStatus& status, const World& world) {
  BP_TRY(auto watch, FileWatch::open(watched_files(served->directory)));
  return std::unique_ptr<Reload>(
      new Reload(std::move(served), std::move(flags), node, status, world, std::move(watch)));
}

Reload::~Reload() {
  watch_.end();
  thread_.join();
}

void Reload::serve() {
  while (watch_.wait()) take_save();
}

void Reload::take_save() {
  std::string texts = texts_of(served_->directory);
  if (texts == tried_) return;
  tried_ = std::move(texts);
  const std::int64_t began = world_.clock.monotonic();
  auto read = read_project(served_->directory, flags_, world_.environment);
  if (!read)
    return refuse(read.error().human(sdl::Color::kOff),
                  read.error().human(world_.color_err ? sdl::Color::kOn : sdl::Color::kOff));
  (*read)->config.server.listen = served_->config.server.listen;
  (*read)->config.server.tls = {};
  std::shared_ptr<const Project> next = *std::move(read);
  auto prepared = node_.exchange(next);
  if (!prepared) {
    const std::string database = database_name(served_->config.database);
    return refuse(error_text(prepared.error(), database, false),
                  error_text(prepared.error(), database, world_.color_err));
  }
  tell(*next, *prepared, began);
  status_.tried({});
  served_ = std::move(next);
}

void Reload::refuse(const std::string& plain, const std::string& colored) {
  status_.tried(plain);
  print(world_.err, "\n" + colored + "Saved, and not served: the API goes on with what was saved before.\n");
}

void Reload::tell(const Project& next, const migrate::Prepared& prepared, std::int64_t began) {
  std::string out = "\nSaved and served, in " + std::to_string((world_.clock.monotonic() - began) / 1000) + " ms.\n";
  for (const auto& added : prepared.added) out += "  In the database now: " + added + "\n";
  for (const auto& statement : prepared.statements) out += indented(statement) + ";\n";
  for (const auto& warning : prepared.warnings) out += "  Warning: " + warning + "\n";
  for (const auto& left : migrate::leftovers(served_->schema, next.schema)) out += "  " + left + "\n";
  if (const auto names = unheeded(served_->config, next.config); !names.empty())
    out += "  Start anew for what changed of " + names + ".\n";
  if (next.warnings > served_->warnings) out += "  The schema has findings: bedplate check tells them.\n";
  print(world_.out, out);
  std::fflush(world_.out);
}

}  // namespace bedplate::app
