#include "app/commands/admin_request.hpp"

#include "app/commands/access.hpp"
#include "app/commands/roles.hpp"
#include "base/date_time.hpp"
#include "identity/api_key.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"

namespace bedplate::app {
namespace {

std::vector<std::string> strings(const json::Node& request, std::string_view name) {
  std::vector<std::string> out;
  if (const auto* list = request.find(name))
    for (const auto& each : list->children) out.emplace_back(each.text);
  return out;
}

std::string text(const json::Node& request, std::string_view name) {
  return std::string(request.string(name).value_or(std::string_view{}));
}

Result<std::string> create(const json::Node& request, store::Store& store, const model::Model& model,
                           const World& world) {
  identity::ApiKeyRequest wanted{.roles = strings(request, "roles"),
                                 .scopes = strings(request, "scopes"),
                                 .principal_id = text(request, "id"),
                                 .tenant = text(request, "tenant"),
                                 .expires_at = {}};
  BP_TRY_VOID(check_roles(model, wanted.roles));
  const std::int64_t now = world.clock.now();
  if (const auto* days = request.find("days"); days && days->is_number())
    wanted.expires_at = now + std::strtoll(std::string(days->text).c_str(), nullptr, 10) * 86'400'000'000;
  BP_TRY(const auto key, identity::create_api_key(store, wanted, world.random, now));
  std::string out;
  json::Writer writer(out);
  writer.begin_object();
  writer.member("id", key.id);
  writer.member("key", key.text.reveal());
  writer.end_object();
  return out;
}

void write_time(json::Writer& writer, std::string_view name, std::optional<std::int64_t> micros) {
  if (!micros) return;
  char instant[kMaxTimeText];
  writer.member(name, {instant, static_cast<std::size_t>(write_date_time(instant, *micros) - instant)});
}

void write_list(json::Writer& writer, std::string_view name, const std::vector<std::string>& values) {
  writer.key(name);
  writer.begin_array();
  for (const auto& each : values) writer.string(each);
  writer.end_array();
}

Result<std::string> list(store::Store& store) {
  BP_TRY(const auto keys, identity::list_api_keys(store));
  std::string out;
  json::Writer writer(out);
  writer.begin_object();
  writer.key("keys");
  writer.begin_array();
  for (const auto& key : keys) {
    writer.begin_object();
    writer.member("id", key.id);
    write_list(writer, "roles", key.roles);
    write_list(writer, "scopes", key.scopes);
    writer.member("principal", key.principal_id);
    writer.member("tenant", key.tenant);
    write_time(writer, "created", key.created_at);
    write_time(writer, "expires", key.expires_at);
    write_time(writer, "revoked", key.revoked_at);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return out;
}

Result<std::string> revoke(const json::Node& request, store::Store& store, const World& world) {
  const std::string id = text(request, "key");
  BP_TRY(const bool revoked, identity::revoke_api_key(store, id, world.clock.now()));
  if (revoked) return std::string("{\"revoked\":true}");
  return failure(Error(Reason::kNotFound, "there is no key '" + id + "' that could be revoked")
                     .with_hint("bedplate admin key list shows the ids; a revoked key stays revoked."));
}

}  // namespace

Result<std::string> answer_admin(std::string_view line, store::Store& store, const model::Model& model,
                                 const World& world) {
  BP_TRY(const auto request, json::Document::parse(line, {.bytes = 64 * 1024, .depth = 4}));
  const std::string command = request->is_object() ? text(request.root(), "command") : "";
  if (command == "key.create") return create(request.root(), store, model, world);
  if (command == "key.list") return list(store);
  if (command == "key.revoke") return revoke(request.root(), store, world);
  if (command == "access.explain") return answer_explain(request.root(), store, model, world);
  return failure(Error(Reason::kMalformedRequest, "the owner does not know the command '" + command + "'")
                     .with_hint("It may be an older or newer program: bedplate --version."));
}

std::string error_line(const Error& error) {
  std::string out;
  json::Writer writer(out);
  writer.begin_object();
  writer.key("error");
  writer.begin_object();
  writer.member("reason", reason_word(error.reason()));
  writer.member("message", error.message());
  writer.member("detail", error.detail());
  writer.member("hint", error.hint());
  writer.end_object();
  writer.end_object();
  return out;
}

Result<std::string> checked_reply(std::string line) {
  BP_TRY(const auto reply, json::Document::parse(line));
  const auto* error = reply->is_object() ? reply->find("error") : nullptr;
  if (!error) return line;
  return failure(Error(Reason::kInvalidValue, text(*error, "message"))
                     .with_detail(text(*error, "detail"))
                     .with_hint(text(*error, "hint")));
}

}  // namespace bedplate::app
