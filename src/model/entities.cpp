#include "model/arguments.hpp"
#include "model/names.hpp"
#include "model/phases.hpp"

namespace bedplate::model {

namespace {

bool is_root(std::string_view name) { return name == "Query" || name == "Mutation" || name == "Subscription"; }

/// The words that the protocols use themselves.
bool is_reserved_resource(std::string_view plural) { return plural == "rpc" || plural == "graphql"; }

std::string read_plural(Draft& draft, const TypeEntry& type, const sdl::Directive& use) {
  const Arguments arguments(&use);
  if (const auto given = arguments.text("plural")) {
    const auto place = place_of(*arguments.find("plural"));
    if (!is_name(*given))
      draft.error(place, "bad-plural", "\"" + std::string(*given) + "\" is not a name.",
                  "Use letters, digits and underscores, not beginning with a digit, such as \"" +
                      plural_of(camel_case(type.name.text)) + "\".");
    return std::string(*given);
  }
  return plural_of(camel_case(type.name.text));
}

Entity read_entity(Draft& draft, const TypeEntry& type, const sdl::Directive& use) {
  Entity entity;
  entity.name = type.name.text;
  entity.description = description_of(type.description);
  entity.position = type.name.at;
  entity.plural = read_plural(draft, type, use);
  entity.renamed_from = Arguments(type.directive("renamedFrom")).text("name").value_or("");
  const Arguments arguments(&use);
  const auto table = arguments.text("table");
  entity.table = table ? std::string(*table) : snake_case(entity.plural);
  if (entity.table.empty() || entity.table.starts_with("bp_") || entity.table.starts_with("sqlite_"))
    draft.error(table ? place_of(*arguments.find("table")) : place_of(type.name), "reserved-table",
                "Table \"" + entity.table + "\" cannot be an entity's: names of that kind are the system's.",
                "Choose another name: @entity(table: \"…\").");
  if (is_reserved_resource(entity.plural))
    draft.error(place_of(type.name), "reserved-resource",
                "The resource \"" + entity.plural + "\" is a path of Bedplate's own.",
                "Choose another name: @entity(plural: \"…\").");
  for (const auto& interface : type.interfaces) entity.interfaces.emplace_back(interface.text);
  return entity;
}

void refuse_mixed(Draft& draft, const TypeEntry& type) {
  if (is_root(type.name.text)) {
    draft.error(place_of(*type.directive("entity")), "root-entity",
                "\"" + std::string(type.name.text) + "\" is a root type and cannot be an entity.",
                "Rename the type, or remove @entity.");
    return;
  }
  for (std::string_view other : {"embedded", "event", "jobs"})
    if (const auto* use = type.directive(other))
      draft.error(place_of(*use), "mixed-type",
                  "\"" + std::string(type.name.text) + "\" cannot be @entity and @" + std::string(other) + " at once.",
                  "Keep one of the two.");
}

void refuse_clashes(Draft& draft) {
  std::unordered_map<std::string_view, EntityId> tables;
  auto& model = draft.model;
  for (EntityId id = 0; id < model.entities.size(); ++id) {
    const Entity& entity = model.entities[id];
    const auto place = place_of(draft.entity_types[id]->name);
    if (const auto [at, fresh] = model.entity_by_plural.emplace(entity.plural, id); !fresh)
      draft.error(place, "duplicate-plural",
                  "\"" + entity.name + "\" and \"" + model.entities[at->second].name + "\" are both the resource \"" +
                      entity.plural + "\".",
                  "Give one another name: @entity(plural: \"…\").");
    if (const auto [at, fresh] = tables.emplace(entity.table, id); !fresh)
      draft.error(place, "duplicate-table",
                  "\"" + entity.name + "\" and \"" + model.entities[at->second].name + "\" are both kept in table \"" +
                      entity.table + "\".",
                  "Give one another table: @entity(table: \"…\").");
  }
}

/// Directives that mean something on entities alone.
void refuse_strays(Draft& draft, const TypeEntry& type) {
  for (const auto* use : type.directives)
    for (std::string_view word : {"user", "tenantRoot", "membership", "unique", "index", "search", "allow", "deny",
                                  "versioned", "softDelete", "audit", "emit", "constraint", "rateLimit", "renamedFrom"})
      if (use->name.text == word)
        draft.error(
            place_of(*use), "needs-entity",
            "@" + std::string(word) + " is for entities, and \"" + std::string(type.name.text) + "\" is not one.",
            "Add @entity to the type, or remove @" + std::string(word) + ".");
}

}  // namespace

void add_entities(Draft& draft) {
  for (const TypeEntry& type : draft.types.all()) {
    if (type.kind != sdl::TypeKind::kObject || type.from_prelude) continue;
    const auto* use = type.directive("entity");
    if (use == nullptr) {
      refuse_strays(draft, type);
      continue;
    }
    refuse_mixed(draft, type);
    draft.model.entities.push_back(read_entity(draft, type, *use));
    draft.entity_types.push_back(&type);
  }
  auto& entities = draft.model.entities;
  if (entities.size() >= kNoEntity)
    draft.error({entities.back().position, 1}, "too-many-entities", "A model has at most 65,534 entities.",
                "Split the model into several services.");
  for (std::size_t i = 0; i < entities.size() && i < kNoEntity; ++i)
    draft.model.entity_by_name.emplace(entities[i].name, static_cast<EntityId>(i));
  refuse_clashes(draft);
}

}  // namespace bedplate::model
