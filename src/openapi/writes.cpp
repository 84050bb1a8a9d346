// The operations that write rows of one resource.
#include "openapi/granted.hpp"
#include "openapi/operations.hpp"
#include "openapi/parameters.hpp"

namespace bedplate::openapi {

using model::Entity;
using model::Verb;

std::string Operations::row_body(const Entity& entity, Body body, bool many) {
  return json_object([&](json::Writer& out) {
    const std::string row = R"({"schema":)" + rows_.given(entity, body) + "}";
    out.key("required");
    out.boolean(true);
    out.key("content");
    out.begin_object();
    out.key("application/json");
    const std::string each = rows_.given(entity, body == Body::kChange ? Body::kKeyed : body);
    out.raw(many
                ? R"({"schema":{"anyOf":[)" + rows_.given(entity, body) + R"(,{"type":"array","items":)" + each + "}]}}"
                : row);
    out.key("application/x-www-form-urlencoded");
    out.raw(R"({"schema":{"type":"object","additionalProperties":{"type":"string"}}})");
    if (many && body == Body::kNew)
      for (const auto type : {"text/csv", "application/x-ndjson", "application/jsonl"}) {
        out.key(type);
        out.raw(R"({"schema":{"type":"string"}})");
      }
    out.end_object();
  });
}

void Operations::create(const Entity& entity) {
  const Head head{.id = entity.plural + ".create",
                  .summary = "Insert rows into " + entity.plural,
                  .description =
                      "One row or several, all or none. With `Prefer: resolution=` rows may be there already; with "
                      "`import=partial` the reply is a report, a line for each row that was refused.",
                  .tag = entity.plural,
                  .parameters = parameters({"select", "columns", "on_conflict", "Prefer", "Idempotency-Key"}),
                  .body = row_body(entity, Body::kNew, true)};
  operation("post", head,
            {{"200", written_reply(entity, "No row was new, or the report of an import.", true)},
             {"201", written_reply(entity, "The rows; without `return=representation` no body.", true)}},
            Kind::kCreate);
}

void Operations::change_rows(const Entity& entity) {
  if (!is_granted(entity, Verb::kUpdate) && !is_granted(entity, Verb::kDelete)) return;
  const auto head = [&](const char* verb, const char* summary, std::string body) {
    Head made{.id = entity.plural + "." + verb + "Rows",
              .summary = std::string(summary) + " " + entity.plural,
              .description = "The rows that the filter means, which has to be there.",
              .tag = entity.plural,
              .parameters = parameters({"select", "order", "limit", "offset", "Prefer", "Idempotency-Key"}),
              .body = std::move(body)};
    if (!made.body.empty()) made.parameters.push_back(common_parameter(components_, "columns"));
    add_filters(entity, made.parameters);
    return made;
  };
  const std::vector<Reply> replies{{"200", written_reply(entity, "The rows, by `return=representation`.", true)},
                                   {"204", written_reply(entity, "It is done.", true)}};
  if (is_granted(entity, Verb::kUpdate)) {
    Head change = head("change", "Change rows of", row_body(entity, Body::kChange, true));
    change.description += " A list names its rows by their keys instead.";
    operation("patch", change, replies, Kind::kChange);
  }
  if (is_granted(entity, Verb::kUpdate) && is_granted(entity, Verb::kCreate)) {
    Head put = head("put", "Make or replace a row of", row_body(entity, Body::kNew, false));
    put.description = "The row that the filter names by its whole key.";
    operation("put", put, {replies[0], {"201", written_reply(entity, "The row is new.", true)}, replies[1]},
              Kind::kChange);
  }
  if (is_granted(entity, Verb::kDelete))
    operation("delete", head("delete", "Delete rows of", ""), replies, Kind::kChange);
}

void Operations::change_row(const Entity& entity) {
  if (!is_granted(entity, Verb::kUpdate) && !is_granted(entity, Verb::kDelete)) return;
  const auto head = [&](const char* verb, const char* summary, std::string body) {
    Head made{.id = entity.plural + "." + verb,
              .summary = std::string(summary) + " a row of " + entity.plural,
              .description = "The row of that key: 404 where the caller may not read it.",
              .tag = entity.plural,
              .parameters = parameters({"select", "Prefer", "If-Match", "If-None-Match", "Idempotency-Key"}),
              .body = std::move(body)};
    if (!made.body.empty()) made.parameters.push_back(common_parameter(components_, "columns"));
    made.parameters.push_back(key_parameter(components_, entity));
    return made;
  };
  const Reply shown{"200", written_reply(entity, "The row, by `return=representation`.", true)},
      done{"204", written_reply(entity, "It is done.", true)};
  const bool created = is_granted(entity, Verb::kCreate), updated = is_granted(entity, Verb::kUpdate);
  if (updated)
    operation("patch", head("change", "Change", row_body(entity, Body::kChange, false)), {shown, done}, Kind::kChange);
  if (created && updated)
    operation("put", head("put", "Make or replace", row_body(entity, Body::kNew, false)),
              {shown, {"201", written_reply(entity, "The row is new.", true)}, done}, Kind::kChange);
  if (is_granted(entity, Verb::kDelete))
    operation("delete", head("delete", "Delete", ""), {shown, done}, Kind::kChange);
}

}  // namespace bedplate::openapi
