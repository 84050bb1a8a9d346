// The paths that begin with a dollar: trash, history, batches, what one may do.
#include "openapi/granted.hpp"
#include "openapi/operations.hpp"
#include "openapi/parameters.hpp"

namespace bedplate::openapi {

using model::Entity;
using model::Verb;

namespace {

constexpr std::string_view kShared = "$api";

}  // namespace

void Operations::trash(const Entity& entity) {
  const bool restored = is_granted(entity, Verb::kUpdate), purged = is_granted(entity, Verb::kPurge);
  if (!restored && !purged) return;
  path("/" + entity.plural + "/$trash",
       [&](json::Writer&) { list(entity, entity.plural + ".trash", "List deleted rows of " + entity.plural, ""); });
  const auto one = [&](const char* verb, const char* summary, const char* meaning) {
    path("/" + entity.plural + "/{key}/$" + verb, [&](json::Writer&) {
      Head head{.id = entity.plural + "." + verb,
                .summary = std::string(summary) + " a row of " + entity.plural,
                .description = meaning,
                .tag = entity.plural,
                .parameters = parameters({"select", "Prefer", "If-Match", "Idempotency-Key"}),
                .body = {}};
      head.parameters.push_back(key_parameter(components_, entity));
      operation("post", head,
                {{"200", written_reply(entity, "The row, by `return=representation`.", true)},
                 {"204", written_reply(entity, "It is done.", true)}},
                Kind::kChange);
    });
  };
  if (restored) one("restore", "Restore", "Brings the row back, with all that went into the trash along with it.");
  if (purged) one("purge", "Purge", "Deletes a row of the trash for good.");
}

void Operations::history(const Entity& entity) {
  path("/" + entity.plural + "/{key}/$history", [&](json::Writer&) {
    Head head{.id = entity.plural + ".history",
              .summary = "Read the history of a row of " + entity.plural,
              .description = "Who changed what, the newest first.",
              .tag = entity.plural,
              .parameters = parameters({"limit", "before"}),
              .body = {}};
    head.parameters.push_back(key_parameter(components_, entity));
    const std::string entry = components_.schema("api.HistoryEntry", [] {
      return std::string(
          R"({"type":"object","properties":{"id":{"type":"integer"},"at":{"type":"string","format":"date-time"},)"
          R"("by":{"type":["string","null"]},"verb":{"type":"string"},"changes":{"type":"object"}}})");
    });
    const std::string entries = json_object([&](json::Writer& out) {
      out.member("description", "The entries.");
      headers(out, {"Link"});
      out.key("content");
      out.raw(R"({"application/json":{"schema":{"type":"array","items":)" + entry + "}}}");
    });
    operation("get", head, {{"200", entries}}, Kind::kList);
  });
}

void Operations::write_shared() {
  path("/$batch", [&](json::Writer&) {
    const Head head{
        .id = "batch",
        .summary = "Run several writes in one transaction",
        .description = "All or none. `\"$id.field\"` is a value of the row that an earlier operation wrote.",
        .tag = kShared,
        .parameters = parameters({"Prefer", "Idempotency-Key"}),
        .body = R"({"required":true,"content":{"application/json":{"schema":{"type":"object","properties":)"
                R"({"operations":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},)"
                R"("method":{"type":"string","enum":["POST","PATCH","PUT","DELETE"]},"path":{"type":"string"},)"
                R"("headers":{"type":"object","additionalProperties":{"type":"string"}},"body":{}},)"
                R"("required":["method","path"],"additionalProperties":false}}},"required":["operations"],)"
                R"("additionalProperties":false}}}})"};
    operation(
        "post", head,
        {{"200",
          R"({"description":"What each operation answers, in their order.","content":{"application/json":{"schema":)"
          R"({"type":"object","properties":{"results":{"type":"array","items":{"type":"object","properties":)"
          R"({"id":{"type":"string"},"status":{"type":"integer"},"headers":{"type":"object",)"
          R"("additionalProperties":{"type":"string"}},"body":{}},"required":["status"]}}},)"
          R"("required":["results"]}}}})"}},
        Kind::kBatch);
  });
  path("/$access", [&](json::Writer&) {
    const Head head{
        .id = "access",
        .summary = "Ask what one may do",
        .description = "The caller's own rights to an operation, of each field; with an id, on that row.",
        .tag = kShared,
        .parameters = {R"({"name":"resource","in":"query","required":true,"schema":{"type":"string"},)"
                       R"("description":"The resource, by its plural."})",
                       R"({"name":"operation","in":"query","schema":{"type":"string","default":"READ",)"
                       R"("enum":["READ","CREATE","UPDATE","DELETE","PURGE"]},"description":"What is asked about."})",
                       R"({"name":"id","in":"query","schema":{"type":"string"},"description":"The row's key."})"},
        .body = {}};
    operation(
        "get", head,
        {{"200", R"({"description":"The verdict.","content":{"application/json":{"schema":{"type":"object"}}}})"}},
        Kind::kAccess);
  });
}

}  // namespace bedplate::openapi
