#include "model/arguments.hpp"
#include "model/names.hpp"
#include "model/phases.hpp"
#include "model/relation_names.hpp"
#include "model/row_fields.hpp"
#include "model/scalars.hpp"
#include "model/search_fields.hpp"

namespace bedplate::model {

namespace {

/// The fields of one entity, in order; implied scalars follow their relation.
class FieldReader {
 public:
  FieldReader(Draft& draft, EntityId entity)
      : draft_(draft), id_(entity), type_(*draft.entity_types[entity]), entity_(draft.model.entities[entity]) {}

  void read() {
    for (const auto* definition : type_.fields) {
      if (!seen_.emplace(definition->name.text, definition).second) continue;  // sdl reports it
      read_one(*definition);
    }
    if (entity_.fields.size() >= kNoField)
      draft_.error(place_of(type_.name), "too-many-fields", "An entity has at most 65,534 fields.",
                   "Split it into several entities.");
  }

 private:
  void read_one(const sdl::FieldDefinition& from) {
    if (is_action(from)) return read_action(from);
    if (!from.arguments.empty())
      draft_.error(place_of(from.arguments[0].name), "arguments-on-stored-field",
                   "Field \"" + std::string(from.name.text) + "\" is stored and takes no arguments.",
                   "Remove them, or let an @action answer the field.");
    if (find_directive(from.directives, "computed") != nullptr) return read_value(from, FieldKind::kComputed);
    switch (target_kind(draft_, *from.type)) {
      case TargetKind::kScalar:
      case TargetKind::kEnum:
        return read_value(from, FieldKind::kStored);
      case TargetKind::kEmbedded:
        return read_embedded(from);
      case TargetKind::kEntity:
        return from.type->is_list() ? read_to_many(from) : read_to_one(from);
      case TargetKind::kOther:
        return refuse_type(from);
      case TargetKind::kUnknown:
        return;  // sdl reports it
    }
  }

  Field& push(const sdl::FieldDefinition& from, FieldKind kind) {
    Field field;
    field.name = from.name.text;
    field.description = description_of(from.description);
    field.kind = kind;
    field.position = from.name.at;
    field.type.nullable = !from.type->non_null;
    read_marks(from, field);
    entity_.fields.push_back(std::move(field));
    draft_.definitions[id_].push_back(&from);
    return entity_.fields.back();
  }

  void read_marks(const sdl::FieldDefinition& from, Field& field) {
    field.read_only = find_directive(from.directives, "readOnly") != nullptr;
    field.write_only = find_directive(from.directives, "writeOnly") != nullptr;
    field.immutable = find_directive(from.directives, "immutable") != nullptr;
    field.hidden = find_directive(from.directives, "hidden") != nullptr;
    if (field.read_only && field.write_only)
      draft_.error(place_of(*find_directive(from.directives, "writeOnly")), "read-only-write-only",
                   "\"" + field.name + "\" is @readOnly and @writeOnly at once.",
                   "Keep one, or use @hidden for a field that clients never see.");
    if (const auto* use = find_directive(from.directives, "deprecated"))
      field.deprecated = Arguments(use).text("reason").value_or("No longer supported");
    const Arguments renamed(find_directive(from.directives, "renamedFrom"));
    field.renamed_from = renamed.text("name").value_or("");
    field.renamed_until = renamed.text("until").value_or("");
  }

  void read_value(const sdl::FieldDefinition& from, FieldKind kind) {
    const auto type = scalar_type(draft_, *from.type, from.directives);
    if (!type) {
      const auto target = target_kind(draft_, *from.type);
      if (target != TargetKind::kScalar && target != TargetKind::kEnum && target != TargetKind::kUnknown)
        draft_.error(place_of(from.type->named()), "computed-type",
                     "@computed field \"" + std::string(from.name.text) + "\" has no scalar or enum type.",
                     "Compute a scalar, or use a relation.");
      return;
    }
    if (const auto* use = find_directive(from.directives, "relation"))
      draft_.error(place_of(*use), "relation-on-scalar",
                   "@relation is for fields whose type is an entity; \"" + std::string(from.name.text) + "\" is " +
                       type_text(draft_.model, *type) + ".",
                   "Write the relation itself, such as `customer: Customer! @relation`; its scalar comes with it.");
    Field& field = push(from, kind);
    field.type = *type;
    if (kind == FieldKind::kStored) field.column = snake_case(field.name);
  }

  void read_embedded(const sdl::FieldDefinition& from) {
    Field& field = push(from, FieldKind::kEmbedded);
    field.type.scalar = Scalar::kJson;
    field.type.list = from.type->is_list();
    field.embedded = draft_.embedded_by_name.at(from.type->named().text);
    field.column = snake_case(field.name);
  }

  /// An action answers it, which is not served yet: a null that nobody may name.
  void read_action(const sdl::FieldDefinition& from) {
    Field& field = push(from, FieldKind::kComputed);
    const auto type = scalar_type_quietly(draft_, *from.type, from.directives);
    field.type = type.value_or(Type{.scalar = Scalar::kJson, .list = from.type->is_list()});
    field.type.nullable = true;
    field.computed = draft_.model.arena->make<expr::Node>(expr::Node{.type = field.type});
  }

  void read_to_many(const sdl::FieldDefinition& from) {
    if (!from.type->non_null || !from.type->inner->non_null || from.type->inner->is_list())
      draft_.error({from.type->at, 1}, "nullable-to-many", "A to-many relation is always a list of rows, never null.",
                   "Write `" + std::string(from.name.text) + ": [" + std::string(from.type->named().text) + "!]!`.");
    Field& field = push(from, FieldKind::kToMany);
    field.target = draft_.entity_named(from.type->named().text);
    field.type.nullable = false;
  }

  void read_to_one(const sdl::FieldDefinition& from) {
    const auto* relation = find_directive(from.directives, "relation");
    if (relation == nullptr && find_directive(from.directives, "owner") == nullptr &&
        find_directive(from.directives, "tenant") == nullptr)
      draft_.error(place_of(from.name), "relation-needed",
                   "\"" + std::string(from.name.text) + "\" is of the entity type \"" +
                       std::string(from.type->named().text) + "\" and says not how they relate.",
                   "Add @relation: this side then keeps the foreign key.");
    const EntityId target = draft_.entity_named(from.type->named().text);
    const auto& key = draft_.keys[target];
    const auto given = Arguments(relation).list("field", sdl::ValueKind::kString);
    if (!given.empty() && !key.empty() && given.size() != key.size())
      draft_.error(place_of(*Arguments(relation).find("field")), "relation-field-count",
                   "`field` names " + std::to_string(given.size()) + " scalars, but the key of \"" +
                       draft_.model.entities[target].name + "\" has " + std::to_string(key.size()) + " parts.",
                   "Name one scalar for each part of the key, in its order.");
    const auto relation_id = static_cast<FieldId>(entity_.fields.size());
    push(from, FieldKind::kToOne).target = target;
    for (const auto& scalar : relation_scalars(from, key)) add_scalar(from, relation_id, scalar);
  }

  /// Another relation appears as it by itself: the two share the column, as keys that hold the tenant do.
  bool is_shared(const sdl::FieldDefinition& from, const RelationScalar& scalar) const {
    return scalar.explicitly && std::ranges::any_of(type_.fields, [&](const auto* other) {
             if (other == &from || !is_to_one(draft_, *other)) return false;
             const auto scalars = relation_scalars(*other, draft_.keys[draft_.entity_named(other->type->named().text)]);
             return std::ranges::any_of(
                 scalars, [&](const RelationScalar& each) { return !each.explicitly && each.name == scalar.name; });
           });
  }

  void add_scalar(const sdl::FieldDefinition& from, FieldId relation_id, const RelationScalar& scalar) {
    if (is_shared(from, scalar)) return;
    if (declared(scalar.name)) {
      // A declared field named by @relation(field:) is the foreign key; link_relations checks its type.
      if (scalar.explicitly) return;
      draft_.error(place_of(from.name), "scalar-clash",
                   "Relation \"" + std::string(from.name.text) + "\" appears as its scalar \"" + scalar.name +
                       "\" too, which is also a field of its own.",
                   "Remove the field, or let it be the foreign key: @relation(field: \"" + scalar.name + "\").");
      return;
    }
    const Field& relation = entity_.fields[relation_id];
    Field field;
    field.name = scalar.name;
    field.description = relation.description;
    field.type = scalar.type;
    field.position = relation.position;
    field.column = snake_case(scalar.name);
    field.relation = relation_id;
    field.read_only = relation.read_only;
    field.write_only = relation.write_only;
    field.immutable = relation.immutable;
    field.hidden = relation.hidden;
    field.deprecated = relation.deprecated;
    if (!is_name(scalar.name))
      draft_.error(place_of(from.name), "bad-scalar-name", "\"" + scalar.name + "\" is not a name.",
                   "Use letters, digits and underscores, not beginning with a digit.");
    entity_.fields.push_back(std::move(field));
    draft_.definitions[id_].push_back(nullptr);
  }

  bool declared(std::string_view name) const {
    return std::ranges::any_of(type_.fields, [&](const auto* field) { return field->name.text == name; });
  }

  void refuse_type(const sdl::FieldDefinition& from) {
    const auto name = std::string(from.type->named().text);
    const TypeEntry* type = draft_.types.find(name);
    std::string hint = "Mark the type @embedded to store it in the row, or @entity to store it on its own.";
    if (type != nullptr && type->kind == sdl::TypeKind::kScalar)
      hint = "Use one of Bedplate's scalars; JSON holds any value.";
    else if (type != nullptr && (type->kind == sdl::TypeKind::kInterface || type->kind == sdl::TypeKind::kUnion))
      hint = "A relation needs one entity as its type: write a relation to each.";
    draft_.error(place_of(from.type->named()), "not-storable",
                 "Field \"" + std::string(from.name.text) + "\" cannot be stored: \"" + name +
                     "\" is neither a scalar, an enum, an entity nor an @embedded type.",
                 hint);
  }

  Draft& draft_;
  EntityId id_;
  const TypeEntry& type_;
  Entity& entity_;
  std::unordered_map<std::string_view, const sdl::FieldDefinition*> seen_;
};

/// From here on fields keep their places: names are indexed, and keys become ids.
void index_names(Draft& draft) {
  for (std::size_t id = 0; id < draft.model.entities.size(); ++id) {
    Entity& entity = draft.model.entities[id];
    for (std::size_t field = 0; field < entity.fields.size(); ++field) {
      const auto [at, fresh] = entity.by_name.emplace(entity.fields[field].name, static_cast<FieldId>(field));
      if (!fresh)
        draft.error({entity.fields[field].position, 1}, "scalar-clash",
                    "Two relations of \"" + entity.name + "\" have the scalar \"" + entity.fields[field].name + "\".",
                    "Name one otherwise: @relation(field: \"…\").");
    }
    for (const KeyPart& part : draft.keys[id])
      if (const auto at = entity.by_name.find(part.name); at != entity.by_name.end()) {
        entity.key.push_back(at->second);
        entity.fields[at->second].in_key = true;
      }
  }
}

}  // namespace

void add_fields(Draft& draft) {
  draft.definitions.resize(draft.model.entities.size());
  for (std::size_t id = 0; id < draft.model.entities.size(); ++id) {
    FieldReader(draft, static_cast<EntityId>(id)).read();
    add_row_fields(draft, static_cast<EntityId>(id));
    add_search_fields(draft, static_cast<EntityId>(id));
  }
  index_names(draft);
}

}  // namespace bedplate::model
