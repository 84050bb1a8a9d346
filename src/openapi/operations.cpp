#include "openapi/operations.hpp"

#include "openapi/granted.hpp"
#include "openapi/parameters.hpp"

namespace bedplate::openapi {

using model::Entity;
using model::Field;
using model::FieldId;
using model::FieldKind;
using model::Verb;

void Operations::operation(std::string_view method, const Head& head, const std::vector<Reply>& replies, Kind kind) {
  out_.key(method);
  out_.begin_object();
  out_.member("operationId", head.id);
  out_.member("summary", head.summary);
  out_.member("description", head.description);
  out_.key("tags");
  out_.begin_array();
  out_.string(head.tag);
  out_.end_array();
  out_.key("parameters");
  out_.begin_array();
  for (const auto& each : head.parameters) out_.raw(each);
  out_.end_array();
  if (!head.body.empty()) {
    out_.key("requestBody");
    out_.raw(head.body);
  }
  out_.key("responses");
  out_.begin_object();
  for (const auto& [status, response] : replies) {
    out_.key(status);
    out_.raw(response);
  }
  write_problems(components_, kind, out_);
  out_.end_object();
  out_.end_object();
}

void Operations::path(const std::string& path, const Members& operations) {
  out_.key(path);
  out_.begin_object();
  operations(out_);
  out_.end_object();
}

std::vector<std::string> Operations::parameters(std::initializer_list<std::string_view> names) const {
  std::vector<std::string> all;
  for (const auto name : names) all.push_back(common_parameter(components_, name));
  return all;
}

void Operations::add_filters(const Entity& entity, std::vector<std::string>& to) const {
  for (const auto name : {"and", "or", "not.and", "not.or"}) to.push_back(common_parameter(components_, name));
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    const Field& field = entity.fields[i];
    if (!field.is_relation() && is_shown(entity, static_cast<FieldId>(i)))
      to.push_back(filter_parameter(components_, entity, field));
  }
}

void Operations::headers(json::Writer& out, std::initializer_list<std::string_view> names) const {
  const auto meaning = [](std::string_view name) -> std::string_view {
    if (name == "Content-Range") return "`first-last/total`, `*` for none or not counted.";
    if (name == "Link") return "Pages before and behind this one (RFC 8288).";
    if (name == "ETag") return "The version that was read or written, of types that have one.";
    if (name == "Location") return "The new row's path.";
    if (name == "Idempotent-Replayed") return "`true`: the reply of the first request with this key.";
    return "The preferences that were heeded.";
  };
  out.key("headers");
  out.begin_object();
  for (const auto name : names) {
    out.key(name);
    out.raw(components_.header(std::string(name), [&] {
      return json_object([&](json::Writer& header) {
        header.member("description", meaning(name));
        header.key("schema");
        header.raw(R"({"type":"string"})");
      });
    }));
  }
  out.end_object();
}

std::string Operations::rows_reply(const Entity& entity, std::string_view description, bool list) {
  return json_object([&](json::Writer& out) {
    const std::string row = rows_.shown(entity), rows = R"({"schema":{"type":"array","items":)" + row + "}}";
    out.member("description", description);
    if (list)
      headers(out, {"Content-Range", "Link", "ETag", "Preference-Applied"});
    else
      headers(out, {"ETag", "Preference-Applied"});
    out.key("content");
    out.begin_object();
    const auto content = [&](std::string_view type, std::string_view media) {
      out.key(type);
      out.raw(media);
    };
    content("application/json", list ? rows : R"({"schema":)" + row + "}");
    content("application/vnd.pgrst.object+json", R"({"schema":)" + row + "}");
    if (list) {
      content("application/vnd.pgrst.array+json", rows);
      for (const auto type : {"text/csv", "application/x-ndjson", "application/jsonl"})
        content(type, R"({"schema":{"type":"string"}})");
    }
    out.end_object();
  });
}

std::string Operations::written_reply(const Entity& entity, std::string_view description, bool list) {
  const bool read = is_granted(entity, Verb::kRead);
  return json_object([&](json::Writer& out) {
    out.member("description", description);
    headers(out, {"Content-Range", "ETag", "Location", "Preference-Applied", "Idempotent-Replayed"});
    if (!read) return;
    const std::string row = rows_.shown(entity), rows = R"({"schema":{"type":"array","items":)" + row + "}}";
    out.key("content");
    out.begin_object();
    out.key("application/json");
    out.raw(list ? rows : R"({"schema":)" + row + "}");
    out.key("application/vnd.pgrst.object+json");
    out.raw(R"({"schema":)" + row + "}");
    out.end_object();
  });
}

void Operations::write_resource(const Entity& entity) {
  collection(entity);
  item(entity);
  if (!is_granted(entity, Verb::kRead)) return;
  sub_collections(entity);
  if (entity.soft_delete()) trash(entity);
  if (entity.audit) history(entity);
}

void Operations::collection(const Entity& entity) {
  const bool read = is_granted(entity, Verb::kRead), created = is_granted(entity, Verb::kCreate);
  if (!read && !created) return;
  path("/" + entity.plural, [&](json::Writer&) {
    if (read) list(entity, entity.plural + ".list", "List " + entity.plural, "");
    if (created) create(entity);
    if (read) change_rows(entity);
  });
}

void Operations::item(const Entity& entity) {
  if (!is_granted(entity, Verb::kRead)) return;
  path("/" + entity.plural + "/{key}", [&](json::Writer&) {
    Head head{.id = entity.plural + ".read",
              .summary = "Read a row of " + entity.plural,
              .description = "The row of that key, where the caller may read it.",
              .tag = entity.plural,
              .parameters = parameters({"select", "Prefer", "If-None-Match"}),
              .body = {}};
    head.parameters.push_back(key_parameter(components_, entity));
    operation(
        "get", head,
        {{"200", rows_reply(entity, "The row.", false)}, {"304", R"({"description":"The client has it already."})"}},
        Kind::kItem);
    change_row(entity);
  });
}

void Operations::list(const Entity& entity, const std::string& id, const std::string& what, std::string key) {
  Head head{.id = id,
            .summary = what,
            .description = "The rows that the caller may read, filtered, sorted and cut as the parameters say.",
            .tag = entity.plural,
            .parameters = parameters({"select", "order", "limit", "offset", "after", "before", "having", "Prefer",
                                      "Range", "If-None-Match"}),
            .body = {}};
  add_filters(entity, head.parameters);
  if (!key.empty()) head.parameters.push_back(std::move(key));
  operation("get", head,
            {{"200", rows_reply(entity, "The rows.", true)},
             {"206", rows_reply(entity, "A part of the rows; `Link` leads to the next.", true)},
             {"304", R"({"description":"The client has it already."})"}},
            Kind::kList);
}

void Operations::sub_collections(const Entity& entity) {
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    const Field& field = entity.fields[i];
    if (field.kind != FieldKind::kToMany || !is_shown(entity, static_cast<FieldId>(i))) continue;
    const Entity& target = model_.entity(field.target);
    if (!is_granted(target, Verb::kRead)) continue;
    path("/" + entity.plural + "/{key}/" + field.name, [&](json::Writer&) {
      list(target, entity.plural + "." + field.name + ".list", "List " + field.name + " of a row of " + entity.plural,
           key_parameter(components_, entity));
    });
  }
}

}  // namespace bedplate::openapi
