#include "app/commands/admin.hpp"

#include "app/commands/admin_request.hpp"
#include "app/node/control.hpp"
#include "app/node/database.hpp"
#include "app/project/project.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"
#include "migrate/prepare.hpp"

namespace bedplate::app {
namespace {

/// By the owner if there is one, else by this process.
Result<std::string> ask(const std::string& line, const Project& project, const World& world) {
  auto store = open_database(project.config, {.create = true, .loops = 1, .on_fatal = {}});
  if (store) {
    BP_TRY_VOID(migrate::ensure_system(**store));
    return answer_admin(line, **store, *project.model, world);
  }
  const std::string path = control_path(project.config.database);
  if (store.error().reason() != Reason::kDatabaseOwned || path.empty()) return failure(std::move(store).error());
  auto reply = ask_owner(path, line);
  // Nobody at the socket: what is said is who owns the database.
  if (!reply) return failure(std::move(store).error());
  return checked_reply(*std::move(reply));
}

Result<std::string> ask_in(const AdminPlace& place, const std::string& line, const World& world) {
  Flags flags;
  if (!place.database.empty()) flags["database.url"] = place.database;
  const auto project = load_project(place.directory, flags, world);
  if (!project) return failure(Reason::kInvalidConfiguration, "nothing was done");
  return ask(line, *project, world);
}

void write_strings(json::Writer& writer, std::string_view name, const std::vector<std::string>& values) {
  writer.key(name);
  writer.begin_array();
  for (const auto& each : values) writer.string(each);
  writer.end_array();
}

std::string words(const json::Node& key, std::string_view name) {
  std::string out;
  if (const auto* list = key.find(name))
    for (const auto& each : list->children) out += (out.empty() ? "" : ",") + std::string(each.text);
  return out;
}

std::string line_of(const json::Node& key) {
  std::string out(key.string("id").value_or(""));
  const auto add = [&](std::string_view label, std::string_view value) {
    if (!value.empty()) out.append("  ").append(label).append("=").append(value);
  };
  add("roles", words(key, "roles"));
  add("scopes", words(key, "scopes"));
  for (const std::string_view name : {"principal", "tenant", "created", "expires", "revoked"})
    add(name, key.string(name).value_or(""));
  return out + "\n";
}

}  // namespace

int run_key_create(const KeyCreateOptions& options, const World& world) {
  std::string line;
  json::Writer writer(line);
  writer.begin_object();
  writer.member("command", "key.create");
  write_strings(writer, "roles", options.roles);
  write_strings(writer, "scopes", options.scopes);
  writer.member("id", options.id);
  writer.member("tenant", options.tenant);
  if (options.days > 0) {
    writer.key("days");
    writer.integer(options.days);
  }
  writer.end_object();
  const auto reply = ask_in(options.place, line, world);
  if (!reply) return print_error(world, reply.error()), kFailed;
  const auto parsed = json::Document::parse(*reply);
  if (!parsed) return print_error(world, parsed.error()), kFailed;
  // The key alone goes to standard output, so that $(…) catches it.
  print(world.out, std::string(parsed->root().string("key").value_or("")) + "\n");
  print(world.err, "This is key " + std::string(parsed->root().string("id").value_or("")) +
                       "; it is shown once and kept nowhere. Send it as `Authorization: Bearer …` or `apikey: …`.\n");
  return kFine;
}

int run_key_list(const KeyListOptions& options, const World& world) {
  const auto reply = ask_in(options.place, "{\"command\":\"key.list\"}", world);
  if (!reply) return print_error(world, reply.error()), kFailed;
  if (options.json) return print(world.out, *reply + "\n"), kFine;
  const auto parsed = json::Document::parse(*reply);
  if (!parsed) return print_error(world, parsed.error()), kFailed;
  if (const auto* keys = parsed->root().find("keys")) {
    for (const auto& key : keys->children) print(world.out, line_of(key));
    if (keys->children.empty()) print(world.err, "There are no keys.\n");
  }
  return kFine;
}

int run_key_revoke(const KeyRevokeOptions& options, const World& world) {
  std::string line;
  json::Writer writer(line);
  writer.begin_object();
  writer.member("command", "key.revoke");
  writer.member("key", options.key);
  writer.end_object();
  const auto reply = ask_in(options.place, line, world);
  if (!reply) return print_error(world, reply.error()), kFailed;
  print(world.out, "Revoked " + options.key + ".\n");
  return kFine;
}

}  // namespace bedplate::app
