#include "model/arguments.hpp"
#include "model/literal.hpp"
#include "model/phases.hpp"
#include "model/scalars.hpp"
#include "sdl/print.hpp"

namespace bedplate::model {

namespace {

DefaultFn function_named(std::string_view word) {
  if (word == "NOW") return DefaultFn::kNow;
  if (word == "UUID7") return DefaultFn::kUuid7;
  if (word == "SEQUENCE") return DefaultFn::kSequence;
  if (word == "AUTH_ID") return DefaultFn::kAuthId;
  return word == "AUTH_TENANT" ? DefaultFn::kAuthTenant : DefaultFn::kNone;
}

bool fits(DefaultFn function, const Type& type) {
  if (type.list) return false;
  switch (function) {
    case DefaultFn::kNow:
      return type.scalar == Scalar::kDateTime || type.scalar == Scalar::kLocalDateTime || type.scalar == Scalar::kDate;
    case DefaultFn::kUuid7:
      return type.scalar == Scalar::kId || type.scalar == Scalar::kUuid || type.scalar == Scalar::kString;
    case DefaultFn::kSequence:
      return type.scalar == Scalar::kInt || type.scalar == Scalar::kBigInt;
    case DefaultFn::kAuthId:
    case DefaultFn::kAuthTenant:
      return type.is_text() || type.scalar == Scalar::kInt || type.scalar == Scalar::kBigInt;
    default:
      return true;
  }
}

std::string types_of(DefaultFn function) {
  switch (function) {
    case DefaultFn::kNow:
      return "DateTime, LocalDateTime or Date";
    case DefaultFn::kUuid7:
      return "ID, UUID or String";
    case DefaultFn::kSequence:
      return "Int or BigInt";
    default:
      return "ID, UUID, String, Int or BigInt";
  }
}

/// The one column that a default on `field` fills: itself, or the scalar of a to-one.
Field* defaulted(Draft& draft, Entity& entity, Field& field, const sdl::Directive& use) {
  if (field.is_column()) return &field;
  if (field.kind == FieldKind::kToOne && field.foreign_key.size() == 1) return &entity.fields[field.foreign_key[0]];
  draft.error(place_of(use), "default-on-other",
              "\"" + field.name + "\" has no column of its own that a default could fill.",
              "@default is for stored fields and for to-one relations with a key of one part.");
  return nullptr;
}

void read_function(Draft& draft, Entity& entity, Field& field, const sdl::Value& fn) {
  const DefaultFn function = function_named(fn.text);
  if (!fits(function, field.type)) {
    draft.error(place_of(fn), "default-type",
                std::string(fn.text) + " is a default for " + types_of(function) + "; \"" + field.name + "\" is " +
                    type_text(draft.model, field.type) + ".",
                "Change the type, or give a literal: @default(value: …).");
    return;
  }
  if (function == DefaultFn::kSequence && (!field.in_key || entity.key.size() != 1)) {
    draft.error(place_of(fn), "sequence-outside-key",
                "SEQUENCE numbers an integer key of one part; \"" + field.name + "\" is not that.",
                "Use it on the key, or give the number yourself.");
    return;
  }
  field.default_fn = function;
}

void read_default(Draft& draft, EntityId id, FieldId field_id, const sdl::Directive& use) {
  Entity& entity = draft.model.entities[id];
  Field* field = defaulted(draft, entity, entity.fields[field_id], use);
  if (field == nullptr) return;
  const Arguments arguments(&use);
  const auto* value = arguments.find("value");
  const auto* fn = arguments.find("fn");
  if ((value == nullptr) == (fn == nullptr)) {
    draft.error(place_of(use), "default-arguments", "@default takes either `value` or `fn`.",
                "Write @default(value: …) with a literal, or @default(fn: NOW).");
    return;
  }
  if (entity.fields[field_id].owner || entity.fields[field_id].tenant) {
    draft.error(place_of(use), "default-twice",
                "\"" + entity.fields[field_id].name + "\" has its default from @" +
                    (entity.fields[field_id].owner ? "owner." : "tenant."),
                "Remove @default.");
    return;
  }
  if (fn != nullptr) return read_function(draft, entity, *field, *fn);
  const auto cell = literal_cell(draft.model, *value, field->type, *draft.model.arena);
  if (!cell) {
    draft.error(place_of(*value), "default-type", sdl::print(*value) + " " + cell.error() + ".",
                "Give a literal of type " + type_text(draft.model, field->type) + ".");
    return;
  }
  field->default_fn = DefaultFn::kValue;
  field->default_value = *cell;
}

/// `id: ID!` is a UUIDv7, `id: Int!` and `id: BigInt!` count; other keys are given by the client. A key that counts by
/// itself is the store's alone to give: whoever could write the highest number would end the table's numbering.
void default_key(Entity& entity) {
  if (entity.key.size() != 1) return;
  Field& key = entity.fields[entity.key[0]];
  if (key.name != "id" || key.default_fn != DefaultFn::kNone) return;
  if (key.type.scalar == Scalar::kId || key.type.scalar == Scalar::kUuid) key.default_fn = DefaultFn::kUuid7;
  if (key.type.scalar != Scalar::kInt && key.type.scalar != Scalar::kBigInt) return;
  key.default_fn = DefaultFn::kSequence;
  key.read_only = true;
}

void check_auth_defaults(Draft& draft, EntityId id, FieldId field_id) {
  const Field& field = draft.model.field(id, field_id);
  if (field.kind != FieldKind::kStored || field.relation != kNoField) return;
  for (const Entity& other : draft.model.entities) {
    const bool from_user = field.default_fn == DefaultFn::kAuthId && other.user;
    const bool from_tenant = field.default_fn == DefaultFn::kAuthTenant && other.tenant_root;
    if ((!from_user && !from_tenant) || other.key.size() != 1) continue;
    const Type& key = other.fields[other.key[0]].type;
    if (key.scalar == field.type.scalar) continue;
    draft.error(draft.place_of_field(id, field_id), "default-type",
                "\"" + field.name + "\" is filled with the key of \"" + other.name + "\", which is " +
                    type_text(draft.model, key) + ".",
                "Give the field the same type.");
  }
}

}  // namespace

void read_defaults(Draft& draft) {
  for (std::size_t id = 0; id < draft.definitions.size(); ++id) {
    for (std::size_t field = 0; field < draft.definitions[id].size(); ++field) {
      const auto* from = draft.definitions[id][field];
      if (from == nullptr) continue;
      if (const auto* use = find_directive(from->directives, "default"))
        read_default(draft, static_cast<EntityId>(id), static_cast<FieldId>(field), *use);
      check_auth_defaults(draft, static_cast<EntityId>(id), static_cast<FieldId>(field));
    }
    default_key(draft.model.entities[id]);
  }
}

}  // namespace bedplate::model
