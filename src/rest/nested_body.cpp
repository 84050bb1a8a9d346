// The JSON of nested writes: which members of a row are relations, and what each of them asks for.
#include <algorithm>
#include <utility>

#include "engine/refusal.hpp"
#include "expr/visit.hpp"
#include "rest/nested.hpp"
#include "rest/nested_error.hpp"

namespace bedplate::rest {
namespace {

std::string below(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

bool counts(std::string_view name, std::span<const std::string_view> columns, bool has_columns) {
  return !has_columns || std::ranges::find(columns, name) != columns.end();
}

const model::Field* relation_named(const json::Node& member, const model::Entity& of) {
  if (!member.is_object() && !member.is_array()) return nullptr;
  const auto* field = of.find(member.key);
  return field != nullptr && field->is_relation() ? field : nullptr;
}

}  // namespace

bool nests(const Body& body, model::EntityId entity, const BodyOptions& options, const Binding& binding) {
  if (body.text) return false;
  const auto& of = binding.model().entity(entity);
  return std::ranges::any_of(body.objects, [&](const json::Node& object) {
    return std::ranges::any_of(object.children, [&](const json::Node& member) {
      return relation_named(member, of) != nullptr && counts(member.key, options.columns, options.has_columns);
    });
  });
}

Result<Body> NestedBinder::take(const Body& body, model::EntityId entity, BodyOptions& options, bool merges) {
  entity_ = entity;
  const Verb verb = merges ? Verb::kUpsert : options.verb == model::Verb::kCreate ? Verb::kCreate : Verb::kUpdate;
  std::vector<json::Node> objects;
  for (std::size_t i = 0; i < body.objects.size(); ++i) {
    std::string path = body.objects.size() > 1 ? "[" + std::to_string(i) + "]" : std::string();
    BP_TRY(Row row, take_row(body.objects[i], entity, verb, std::move(path), options.columns, options.has_columns));
    row.root = static_cast<std::uint32_t>(i);
    objects.push_back({.kind = json::Kind::kObject,
                       .children = binding_.arena.copy_array<json::Node>(std::span<const json::Node>(row.values))});
    root_.push_back(std::move(row));
  }
  std::vector<std::string_view> columns;
  for (const auto name : options.columns) {
    const auto* relation = nameable_relation(name, entity, options.verb, binding_);
    if (relation == nullptr) {
      columns.push_back(name);
      continue;
    }
    if (relation->kind != model::FieldKind::kToOne) continue;
    for (const auto key : relation->foreign_key)
      if (key != of(entity).tenant &&
          std::ranges::find(options.columns, of(entity).fields[key].name) == options.columns.end())
        columns.push_back(of(entity).fields[key].name);
  }
  options.columns = binding_.arena.copy_array<std::string_view>(std::span<const std::string_view>(columns));
  return Body{.array = body.array,
              .objects = binding_.arena.copy_array<json::Node>(std::span<const json::Node>(objects))};
}

Result<NestedBinder::Row> NestedBinder::take_row(const json::Node& object, model::EntityId entity, Verb verb,
                                                 std::string path, std::span<const std::string_view> columns,
                                                 bool has_columns) {
  const auto& entity_of = of(entity);
  const bool keys_alone = verb != Verb::kCreate && verb != Verb::kUpdate && verb != Verb::kUpsert;
  // One that may be there nests what one that is there does.
  const bool creates = verb == Verb::kCreate;
  const auto written = creates || verb == Verb::kUpsert ? model::Verb::kCreate : model::Verb::kUpdate;
  Row row;
  row.path = std::move(path);
  std::vector<std::pair<const json::Node*, const model::Field*>> relations;
  for (const auto& member : object.children) {
    const auto* relation = counts(member.key, columns, has_columns) && relation_named(member, entity_of) != nullptr
                               ? nameable_relation(member.key, entity, written, binding_)
                               : nullptr;
    if (relation != nullptr && !keys_alone) {
      relations.emplace_back(&member, relation);
      continue;
    }
    if (keys_alone) {
      const auto at = entity_of.by_name.find(member.key);
      if (at == entity_of.by_name.end() || std::ranges::find(entity_of.key, at->second) == entity_of.key.end())
        return failure(nested_error(row.path,
                                    "'" + std::string(member.key) + "' is not of the key of " + entity_of.plural,
                                    "send the key of the row and nothing else"));
    }
    row.values.push_back(member);
  }
  for (const auto& [member, relation] : relations) BP_TRY_VOID(take_member(*member, *relation, entity, creates, row));
  return row;
}

Result<void> NestedBinder::take_member(const json::Node& member, const model::Field& relation, model::EntityId entity,
                                       bool creates, Row& row) {
  const auto& entity_of = of(entity);
  const auto id = id_of(entity_of, relation);
  if (relation.is_unbuilt()) return failure(Error(Reason::kNotServedYet, "'" + relation.name + "' is not served yet"));
  // What a row shows to some of its readers alone would be told by what a write below it finds.
  const auto* shown = binding_.view.field_shown(entity, id);
  if (relation.kind == model::FieldKind::kToMany && (shown == nullptr || !expr::is_true(*shown)))
    return failure(nested_error(below(row.path, relation.name), "is not shown in every row, and so not written through",
                                "write the rows of " + of(relation.target).plural + " by themselves"));
  return relation.kind == model::FieldKind::kToOne ? take_one(member, relation, entity, creates, row)
                                                   : take_many(member, relation, entity, creates, row);
}

Result<void> NestedBinder::take_one(const json::Node& value, const model::Field& relation, model::EntityId entity,
                                    bool creates, Row& row) {
  const std::string path = below(row.path, relation.name);
  const auto id = id_of(of(entity), relation);
  if (std::ranges::all_of(relation.foreign_key, [&](auto key) { return key == of(entity).tenant; }))
    return failure(
        nested_error(path, "is the caller's tenant, which its token names", "leave '" + relation.name + "' out"));
  if (!value.is_object() || value.children.size() != 1)
    return failure(nested_error(path, "a to-one relation takes one of connect, create, update, disconnect",
                                "as in {\"" + relation.name + "\": {\"connect\": {\"id\": …}}}"));
  const json::Node& asked = value.children[0];
  const std::string at = below(path, asked.key);
  if (asked.key == "disconnect" && !creates) {
    if (!asked.is_boolean() || !asked.as_boolean())
      return failure(nested_error(at, "takes true", "leave it out to keep what is connected"));
    if (!relation.type.nullable)
      return failure(nested_error(at, "'" + relation.name + "' is required", "connect another row instead"));
    return add_keys(nullptr, relation, entity, row);
  }
  if (asked.key != "connect" && asked.key != "create" && (asked.key != "update" || creates))
    return failure(nested_error(at,
                                creates ? "a new row takes connect or create here"
                                        : "a to-one relation takes connect, create, update or disconnect",
                                "write the other row by itself"));
  if (!asked.is_object()) return failure(nested_error(at, "takes an object", "the row, or the key of one"));
  if (asked.key == "connect") {
    row.connected.push_back(id);
    return add_keys(&asked, relation, entity, row);
  }
  row.members.push_back(
      {.relation = id, .verb = asked.key == "create" ? Verb::kCreate : Verb::kUpdate, .value = &asked, .path = at});
  if (asked.key == "create") return add_keys(nullptr, relation, entity, row);
  const auto* shown = binding_.view.field_shown(entity, id);
  if (shown != nullptr && expr::is_true(*shown)) return {};
  return failure(
      nested_error(at, "is not shown in every row, and so not written through", "write the other row by itself"));
}

/// The relation's key here: that of `target`, or null.
Result<void> NestedBinder::add_keys(const json::Node* target, const model::Field& relation, model::EntityId entity,
                                    Row& row) {
  const auto& key = of(relation.target).key;
  const std::string path = below(row.path, relation.name);
  if (target != nullptr && target->children.size() != key.size())
    return failure(nested_error(path + ".connect", "takes the key of a row of " + of(relation.target).plural,
                                "as in {\"" + of(relation.target).fields[key[0]].name + "\": …}"));
  for (std::size_t i = 0; i < key.size(); ++i) {
    const auto field = relation.foreign_key[i];
    const std::string& name = of(relation.target).fields[key[i]].name;
    const json::Node* given = target == nullptr ? nullptr : target->find(name);
    if (target != nullptr && given == nullptr)
      return failure(nested_error(path + ".connect", "'" + name + "' is missing", "send the whole key of the row"));
    if (field == of(entity).tenant) continue;
    json::Node value = given == nullptr ? json::Node{} : *given;
    value.key = of(entity).fields[field].name;
    const auto there = std::ranges::find(row.values, value.key, &json::Node::key);
    if (there == row.values.end()) {
      row.values.push_back(value);
    } else if (there->kind != value.kind || there->text != value.text) {
      return failure(
          nested_error(below(row.path, value.key), "is not what '" + relation.name + "' says", "send one of the two"));
    }
  }
  return {};
}

/// A row without its key is a new one; one whose key nobody chooses is there, or none is.
NestedBinder::Verb NestedBinder::upserted(const json::Node& object, const model::Field& relation) const {
  bool chosen = true;
  for (const auto key : of(relation.target).key) {
    if (std::ranges::find(relation.foreign_key, key) != relation.foreign_key.end()) continue;
    if (object.find(of(relation.target).fields[key].name) == nullptr) return Verb::kCreate;
    chosen = chosen && binding_.view.is_writable(relation.target, key, model::Verb::kCreate);
  }
  return chosen ? Verb::kUpsert : Verb::kUpdate;
}

Result<void> NestedBinder::take_many(const json::Node& value, const model::Field& relation, model::EntityId entity,
                                     bool creates, Row& row) {
  static constexpr std::pair<std::string_view, Verb> kVerbs[] = {
      {"upsert", Verb::kUpsert},        {"set", Verb::kSet},       {"create", Verb::kCreate},
      {"connect", Verb::kConnect},      {"update", Verb::kUpdate}, {"delete", Verb::kDelete},
      {"disconnect", Verb::kDisconnect}};
  const std::string path = below(row.path, relation.name);
  const auto id = id_of(of(entity), relation);
  const auto rows = [&](const json::Node& list, Verb verb, const std::string& at) -> Result<void> {
    const auto objects = nested_rows(list);
    for (std::size_t i = 0; i < objects.size(); ++i) {
      std::string place = nested_place(list, at, i);
      BP_TRY_VOID(require_nested_object(objects[i], place));
      row.members.push_back({.relation = id,
                             .verb = verb == Verb::kUpsert ? upserted(objects[i], relation) : verb,
                             .value = &objects[i],
                             .path = std::move(place)});
    }
    return {};
  };
  if (value.is_array()) {
    if (creates) return rows(value, Verb::kCreate, path);
    return failure(nested_error(path, "a list does not say what becomes of the rows that are there",
                                "say {\"create\": […]}, connect, update, upsert, disconnect, delete or set"));
  }
  for (const auto& asked : value.children) {
    const auto verb = std::ranges::find(kVerbs, asked.key, &std::pair<std::string_view, Verb>::first);
    const std::string at = below(path, asked.key);
    if (verb == std::end(kVerbs))
      return failure(nested_error(at, "is no nested write",
                                  "there are create, connect, update, upsert, disconnect, delete and set"));
    if (creates && verb->second != Verb::kCreate && verb->second != Verb::kConnect)
      return failure(
          nested_error(at, "a new row has no " + relation.name + " yet", "a new row takes create and connect"));
    if (relation.join &&
        (verb->second == Verb::kUpdate || verb->second == Verb::kUpsert || verb->second == Verb::kDelete))
      return failure(nested_error(at, "rows of a many-to-many relation are nobody's alone",
                                  "there are create, connect, disconnect and set; change the rows by themselves"));
    if (verb->second == Verb::kSet)
      row.members.push_back({.relation = id, .verb = Verb::kSet, .value = &asked, .path = at});
    else
      BP_TRY_VOID(rows(asked, verb->second, at));
  }
  return {};
}

}  // namespace bedplate::rest
