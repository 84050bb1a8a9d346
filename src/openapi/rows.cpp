#include "openapi/rows.hpp"

#include "openapi/granted.hpp"
#include "openapi/values.hpp"

namespace bedplate::openapi {
namespace {

using model::Entity;
using model::Field;
using model::FieldId;
using model::FieldKind;
using model::Verb;

void flag(json::Writer& out, std::string_view name, bool value) {
  out.key(name);
  out.boolean(value);
}

/// What a body of that kind may have.
bool is_member(const Entity& entity, FieldId id, Body body) {
  const Field& field = entity.fields[id];
  switch (body) {
    case Body::kNested:
    case Body::kNew:
      return is_created(entity, id);
    case Body::kChange:
      return is_updated(entity, id);
    case Body::kKeyed:
      return field.in_key || is_updated(entity, id);
    case Body::kKey:
      return field.in_key;
  }
  return false;
}

std::string_view suffix(Body body) {
  switch (body) {
    case Body::kNested:
      return ".Nested";
    case Body::kNew:
      return ".New";
    case Body::kChange:
      return ".Change";
    case Body::kKeyed:
      return ".Keyed";
    case Body::kKey:
      break;
  }
  return ".Key";
}

/// A new row must say it, or the store and the program cannot know it.
bool is_wanted(const Entity& entity, FieldId id) {
  const Field& field = entity.fields[id];
  return field.kind != FieldKind::kToMany && !field.type.nullable && field.default_fn == model::DefaultFn::kNone &&
         is_created(entity, id);
}

}  // namespace

std::string Rows::shown(const Entity& entity) {
  return components_.schema(entity.name,
                            [&] { return json_object([&](json::Writer& out) { write_shown(entity, out); }); });
}

void Rows::write_shown(const Entity& entity, json::Writer& out) {
  out.member("type", "object");
  if (!entity.description.empty()) out.member("description", entity.description);
  out.key("properties");
  out.begin_object();
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    const Field& field = entity.fields[i];
    if (!is_shown(entity, static_cast<FieldId>(i))) continue;
    if (field.is_relation() && !is_granted(model_.entity(field.target), Verb::kRead)) continue;
    out.key(field.name);
    out.begin_object();
    if (!field.is_relation()) {
      write_value(model_, components_, field, Way::kShown, out);
    } else {
      if (!field.description.empty()) out.member("description", field.description);
      const std::string row = shown(model_.entity(field.target));
      if (field.kind == FieldKind::kToMany) out.member("type", "array");
      out.key(field.kind == FieldKind::kToMany ? "items" : "anyOf");
      // A filter of an embedding makes also a required one null.
      out.raw(field.kind == FieldKind::kToMany ? row : "[" + row + R"(,{"type":"null"}])");
    }
    if (field.read_only || field.kind == FieldKind::kComputed) flag(out, "readOnly", true);
    out.end_object();
  }
  out.end_object();
  flag(out, "additionalProperties", false);
}

std::string Rows::given(const Entity& entity, Body body) {
  return components_.schema(entity.name + std::string(suffix(body)),
                            [&] { return json_object([&](json::Writer& out) { write_given(entity, body, out); }); });
}

void Rows::write_given(const Entity& entity, Body body, json::Writer& out) {
  out.member("type", "object");
  out.key("properties");
  out.begin_object();
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    const Field& field = entity.fields[i];
    if (!is_member(entity, static_cast<FieldId>(i), body)) continue;
    out.key(field.name);
    if (field.is_relation()) {
      out.raw(below(entity, field, body == Body::kNew || body == Body::kNested));
      continue;
    }
    out.begin_object();
    if ((body == Body::kChange || body == Body::kKeyed) && !field.in_key)
      write_changed(field, out);
    else
      write_value(model_, components_, field, Way::kGiven, out);
    if (field.write_only) flag(out, "writeOnly", true);
    out.end_object();
  }
  out.end_object();
  if (body == Body::kNew) write_required(entity, out);
  if (body == Body::kKeyed || body == Body::kKey) {
    out.key("required");
    out.begin_array();
    for (const FieldId each : entity.key) out.string(entity.fields[each].name);
    out.end_array();
  }
  flag(out, "additionalProperties", false);
}

/// A number may also be raised.
void Rows::write_changed(const Field& field, json::Writer& out) {
  const Type& type = field.type;
  const bool number = !type.list && (type.scalar == Scalar::kInt || type.scalar == Scalar::kBigInt ||
                                     type.scalar == Scalar::kFloat || type.scalar == Scalar::kDecimal);
  if (!number) return write_value(model_, components_, field, Way::kGiven, out);
  const std::string increment = components_.schema("api.Increment", [] {
    return std::string(R"({"type":"object","description":"Adds to what the row has, exactly.","properties":)"
                       R"({"$increment":{"type":["number","string"]}},"required":["$increment"],)"
                       R"("additionalProperties":false})");
  });
  out.key("anyOf");
  out.begin_array();
  out.begin_object();
  write_value(model_, components_, field, Way::kGiven, out);
  out.end_object();
  out.raw(increment);
  out.end_array();
}

/// Of a to-one relation the row or its scalars.
void Rows::write_required(const Entity& entity, json::Writer& out) {
  std::string plain, either;
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    const Field& field = entity.fields[i];
    if (!is_wanted(entity, static_cast<FieldId>(i)) || field.relation != model::kNoField) continue;
    if (field.kind != FieldKind::kToOne) {
      plain += (plain.empty() ? "\"" : ",\"") + field.name + "\"";
      continue;
    }
    std::string scalars;
    bool wanted = true;
    for (const FieldId each : field.foreign_key) {
      scalars += (scalars.empty() ? "\"" : ",\"") + entity.fields[each].name + "\"";
      wanted = wanted && is_wanted(entity, each);
    }
    if (!wanted) continue;
    either += (either.empty() ? "" : ",") +
              (R"({"anyOf":[{"required":[")" + field.name + R"("]},{"required":[)" + scalars + "]}]}");
  }
  if (!plain.empty()) {
    out.key("required");
    out.raw("[" + plain + "]");
  }
  if (!either.empty()) {
    out.key("allOf");
    out.raw("[" + either + "]");
  }
}

std::string Rows::below(const Entity& entity, const Field& relation, bool is_new) {
  const Entity& target = model_.entity(relation.target);
  const std::string name = entity.name + "." + relation.name + (is_new ? ".New" : ".Change");
  return components_.schema(name, [&] {
    std::string verbs = json_object([&](json::Writer& out) { write_verbs(target, relation, is_new, out); });
    if (!is_new || !is_granted(target, Verb::kCreate)) return verbs;
    const std::string row = given(target, Body::kNested);
    const bool many = relation.kind == FieldKind::kToMany;
    return R"({"anyOf":[)" + verbs + "," + (many ? R"({"type":"array","items":)" + row + "}," : "") + row + "]}";
  });
}

void Rows::write_verbs(const Entity& target, const Field& relation, bool is_new, json::Writer& out) {
  const bool many = relation.kind == FieldKind::kToMany;
  const auto verb = [&](std::string_view name, Body body) {
    out.key(name);
    const std::string row = given(target, body);
    out.raw(many ? R"({"anyOf":[{"type":"array","items":)" + row + "}," + row + "]}" : row);
  };
  const bool created = is_granted(target, Verb::kCreate), updated = is_granted(target, Verb::kUpdate);
  out.member("type", "object");
  out.member("description", "Rows below this one, written with it in one transaction.");
  out.key("properties");
  out.begin_object();
  verb("connect", Body::kKey);
  if (created) verb("create", Body::kNested);
  if (!is_new && many) {
    verb("disconnect", Body::kKey);
    verb("set", Body::kKey);
    if (is_granted(target, Verb::kDelete) && !relation.join) verb("delete", Body::kKey);
    if (updated && !relation.join) verb("update", Body::kKeyed);
    if (created && updated && !relation.join) {
      out.key("upsert");
      const std::string row = R"({"anyOf":[)" + given(target, Body::kNested) + "," + given(target, Body::kKeyed) + "]}";
      out.raw(R"({"anyOf":[{"type":"array","items":)" + row + "}," + row + "]}");
    }
  } else if (!is_new) {
    out.key("disconnect");
    out.raw(R"({"const":true})");
    if (updated) verb("update", Body::kChange);
  }
  out.end_object();
  flag(out, "additionalProperties", false);
}

}  // namespace bedplate::openapi
