#include "model/row_fields.hpp"

#include "model/arguments.hpp"
#include "model/names.hpp"
#include "model/relation_names.hpp"
#include "model/type_table.hpp"

namespace bedplate::model {
namespace {

constexpr std::string_view kVersion = "version";

bool is_version(const Field& field) {
  return field.kind == FieldKind::kStored && !field.type.list && !field.type.nullable && field.relation == kNoField &&
         (field.type.scalar == Scalar::kInt || field.type.scalar == Scalar::kBigInt);
}

void add_version(Draft& draft, EntityId id, const sdl::Directive& use) {
  Entity& entity = draft.model.entities[id];
  const auto declared = std::ranges::find(entity.fields, kVersion, &Field::name);
  entity.version = static_cast<FieldId>(declared - entity.fields.begin());
  if (declared != entity.fields.end()) {
    declared->read_only = true;
    if (is_version(*declared)) return;
    draft.error({declared->position, static_cast<std::uint32_t>(kVersion.size())}, "bad-version",
                "\"version\" of a @versioned type is the row's version, which is no value of this type.",
                "Write `version: Int!`, or name the field otherwise.");
    return;
  }
  Field field;
  field.name = kVersion;
  field.description = "The row's version.";
  field.type = {.scalar = Scalar::kBigInt, .nullable = false};
  field.position = use.at;
  field.column = kVersion;
  field.read_only = field.hidden = true;
  entity.fields.push_back(std::move(field));
  draft.definitions[id].push_back(nullptr);
}

constexpr std::string_view kDeletedAt = "deletedAt";

bool is_deleted_at(const Field& field) {
  return field.kind == FieldKind::kStored && !field.type.list && field.type.nullable &&
         field.type.scalar == Scalar::kDateTime;
}

FieldId add_field(Draft& draft, EntityId id, Field field) {
  Entity& entity = draft.model.entities[id];
  field.type.nullable = true;
  field.read_only = true;
  entity.fields.push_back(std::move(field));
  draft.definitions[id].push_back(nullptr);
  return static_cast<FieldId>(entity.fields.size() - 1);
}

void add_deleted_at(Draft& draft, EntityId id, const sdl::Directive& use) {
  Entity& entity = draft.model.entities[id];
  const auto declared = std::ranges::find(entity.fields, kDeletedAt, &Field::name);
  if (declared != entity.fields.end()) {
    entity.deleted_at = static_cast<FieldId>(declared - entity.fields.begin());
    declared->read_only = true;
    if (!is_deleted_at(*declared))
      draft.error({declared->position, static_cast<std::uint32_t>(kDeletedAt.size())}, "bad-deleted-at",
                  "\"deletedAt\" of a @softDelete type is when a row was put into the trash, which is no value of "
                  "this type.",
                  "Write `deletedAt: DateTime`, or name the field otherwise.");
  } else {
    Field field;
    field.name = kDeletedAt;
    field.description = "When the row was put into the trash.";
    field.type = {.scalar = Scalar::kDateTime};
    field.position = use.at;
    field.column = snake_case(kDeletedAt);
    entity.deleted_at = add_field(draft, id, std::move(field));
  }
  Field field;
  field.name = "deletedAt deletion";  // no name of GraphQL's, so that nobody can mean it
  field.type = {.scalar = Scalar::kUuid};
  field.position = use.at;
  field.column = "bp_deletion";
  field.hidden = true;
  entity.deletion = add_field(draft, id, std::move(field));
}

}  // namespace

void add_row_fields(Draft& draft, EntityId id) {
  for (const auto* use : draft.entity_types[id]->directives) {
    Entity& entity = draft.model.entities[id];
    if (use->name.text == "versioned" && entity.version == kNoField) {
      add_version(draft, id, *use);
      entity.version_required = Arguments(use).flag("required");
    }
    if (use->name.text == "softDelete" && !entity.soft_delete()) add_deleted_at(draft, id, *use);
  }
}

void set_row_defaults(Draft& draft) {
  for (Entity& entity : draft.model.entities) {
    if (entity.soft_delete()) entity.fields[entity.deleted_at].default_fn = DefaultFn::kNone;
    if (entity.version == kNoField) continue;
    Field& version = entity.fields[entity.version];
    version.default_fn = DefaultFn::kValue;
    version.default_value = Cell::integer(1);
  }
}

}  // namespace bedplate::model
