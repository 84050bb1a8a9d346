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

}  // namespace

void add_row_fields(Draft& draft, EntityId id) {
  for (const auto* use : draft.entity_types[id]->directives) {
    if (use->name.text != "versioned") continue;
    add_version(draft, id, *use);
    draft.model.entities[id].version_required = Arguments(use).flag("required");
    return;
  }
}

void set_row_defaults(Draft& draft) {
  for (Entity& entity : draft.model.entities) {
    if (entity.version == kNoField) continue;
    Field& version = entity.fields[entity.version];
    version.default_fn = DefaultFn::kValue;
    version.default_value = Cell::integer(1);
  }
}

}  // namespace bedplate::model
