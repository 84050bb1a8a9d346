#include "app/commands/backup.hpp"

#include <filesystem>

#include "app/commands/admin_request.hpp"
#include "app/node/control.hpp"
#include "app/node/database.hpp"
#include "app/project/project.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"
#include "store/sqlite/backup.hpp"
#include "store/sqlite/owner_lock.hpp"

namespace bedplate::app {
namespace {

namespace sqlite = store::sqlite;

Result<Project> project_in(const AdminPlace& place, const World& world) {
  Flags flags;
  if (!place.database.empty()) flags["database.url"] = place.database;
  auto project = load_project(place.directory, flags, world);
  if (!project) return failure(Reason::kInvalidConfiguration, "nothing was done");
  if (control_path(project->config.database).empty())
    return failure(Error(Reason::kInvalidConfiguration,
                         "this command copies SQLite files; the database is " + database_name(project->config.database))
                       .with_hint("For PostgreSQL use pg_dump and pg_restore."));
  return std::move(*project);
}

std::string file_of(const config::Database& database) { return std::string(database.url.place.reveal()); }

/// The owner may run in another folder.
std::string absolute(const std::string& path) { return std::filesystem::absolute(path).lexically_normal(); }

std::string request(const std::string& to) {
  std::string line;
  json::Writer writer(line);
  writer.begin_object();
  writer.member("command", "backup");
  writer.member("to", to);
  writer.end_object();
  return line;
}

Result<std::string> reply_of(const config::Database& database, const std::string& to, const std::atomic<bool>* stop) {
  BP_TRY(const auto copied, sqlite::back_up(file_of(database), to, stop));
  std::string out;
  json::Writer writer(out);
  writer.begin_object();
  writer.key("bytes");
  writer.integer(copied.bytes);
  writer.end_object();
  return out;
}

/// By the owner if there is one, else by this process, which is the owner meanwhile.
Result<std::string> take_backup(const config::Database& database, const std::string& to) {
  if (!std::filesystem::exists(file_of(database)))
    return failure(Reason::kDatabaseMismatch, "there is no database yet at " + database_name(database));
  const auto lock = sqlite::OwnerLock::take(file_of(database));
  if (lock) return reply_of(database, to, nullptr);
  if (lock.error().reason() != Reason::kDatabaseOwned) return failure(Error(lock.error()));
  auto reply = ask_owner(control_path(database), request(to), Patience::kEndless);
  if (!reply) return reply;
  return checked_reply(*std::move(reply));
}

std::string size_of(std::string_view bytes) { return std::string(bytes) + (bytes == "1" ? " byte" : " bytes"); }

}  // namespace

std::optional<Result<std::string>> answer_backup(std::string_view line, const config::Database& database,
                                                 const std::atomic<bool>* stop) {
  const auto request = json::Document::parse(line, {.bytes = 64 * 1024, .depth = 4});
  if (!request || !request->root().is_object() || request->root().string("command") != "backup") return std::nullopt;
  return reply_of(database, std::string(request->root().string("to").value_or("")), stop);
}

int run_backup(const BackupOptions& options, const World& world) {
  const auto project = project_in(options.place, world);
  if (!project) return print_error(world, project.error()), kFailed;
  const std::string to = absolute(options.file);
  const auto reply = take_backup(project->config.database, to);
  if (!reply) return print_error(world, reply.error()), kFailed;
  const auto parsed = json::Document::parse(*reply);
  const auto* bytes = parsed && parsed->root().is_object() ? parsed->root().find("bytes") : nullptr;
  print(world.out, "Backed up to " + options.file + (bytes ? ", " + size_of(bytes->text) : "") + ", checked.\n");
  return kFine;
}

int run_restore(const RestoreOptions& options, const World& world) {
  const auto project = project_in(options.place, world);
  if (!project) return print_error(world, project.error()), kFailed;
  const config::Database& database = project->config.database;
  std::error_code failed;
  std::filesystem::create_directories(std::filesystem::path(file_of(database)).parent_path(), failed);
  const auto restored = sqlite::restore(options.file, file_of(database), world.clock.now() / 1'000'000);
  if (!restored) return print_error(world, restored.error()), kFailed;
  print(world.out, "Restored " + database_name(database) + " from " + options.file + ", " +
                       size_of(std::to_string(restored->bytes)) + ", checked.\n");
  if (!restored->aside.empty()) print(world.out, "What was there is now " + restored->aside + ".\n");
  return kFine;
}

}  // namespace bedplate::app
