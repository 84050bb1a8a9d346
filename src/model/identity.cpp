#include "model/arguments.hpp"
#include "model/expressions.hpp"
#include "model/names.hpp"
#include "model/phases.hpp"
#include "model/scalars.hpp"

namespace bedplate::model {

namespace {

/// The one entity that carries `directive`; a second one is refused.
EntityId only_entity(Draft& draft, std::string_view directive) {
  EntityId found = kNoEntity;
  for (std::size_t id = 0; id < draft.entity_types.size(); ++id) {
    const auto* use = draft.entity_types[id]->directive(directive);
    if (use == nullptr) continue;
    if (found != kNoEntity)
      draft.error(place_of(*use), "second-" + snake_case(directive),
                  "\"" + draft.model.entities[id].name + "\" is a second @" + std::string(directive) +
                      "; the first is \"" + draft.model.entity(found).name + "\".",
                  "Keep @" + std::string(directive) + " on one entity.");
    else
      found = static_cast<EntityId>(id);
  }
  return found;
}

void check_credential(Draft& draft, EntityId user, const Arguments& arguments, std::string_view argument,
                      std::string& out) {
  const auto name = arguments.text(argument);
  if (!name) return;
  const auto place = place_of(*arguments.find(argument));
  const Field* field = draft.model.entity(user).find(*name);
  if (field == nullptr)
    draft.error(place, "unknown-field",
                "\"" + draft.model.entity(user).name + "\" has no field \"" + std::string(*name) + "\".",
                "`" + std::string(argument) + "` names a text field of the entity." + draft.suggest_field(user, *name));
  else if (field->kind != FieldKind::kStored || !field->type.is_text())
    draft.error(place, "bad-credential", "\"" + field->name + "\" is not a stored text field.",
                "Name a String or Email field.");
  else
    out = *name;
}

void mark_user(Draft& draft, EntityId id) {
  Entity& user = draft.model.entities[id];
  user.user = true;
  const Arguments arguments(draft.entity_types[id]->directive("user"));
  check_credential(draft, id, arguments, "login", user.user_login);
  check_credential(draft, id, arguments, "passwordHash", user.user_password_hash);
  if (user.key.size() > 1)
    draft.error(place_of(draft.entity_types[id]->name), "composite-user-key",
                "The key of the @user entity is auth.id and has one part.", "Give it an `id: ID!`.");
  const Field* hash = user.find(user.user_password_hash);
  if (hash != nullptr && !hash->hidden && !hash->write_only)
    draft.error(draft.place_of_field(id, user.by_name.at(hash->name)), "readable-password-hash",
                "The password hash \"" + hash->name + "\" can be read by clients.", "Mark it @hidden.");
}

std::vector<FieldId> relations_to(const Entity& entity, EntityId target) {
  std::vector<FieldId> out;
  for (std::size_t i = 0; i < entity.fields.size(); ++i)
    if (entity.fields[i].kind == FieldKind::kToOne && entity.fields[i].target == target)
      out.push_back(static_cast<FieldId>(i));
  return out;
}

void mark_membership(Draft& draft, EntityId id, EntityId user, EntityId root) {
  Entity& entity = draft.model.entities[id];
  entity.membership = true;
  const auto place = place_of(*draft.entity_types[id]->directive("membership"));
  if (user == kNoEntity || root == kNoEntity) {
    draft.error(place, "membership-without-ends",
                "@membership links a @user to a @tenantRoot, and the model lacks one.",
                "Mark the entity of accounts @user and the entity of tenants @tenantRoot.");
    return;
  }
  for (EntityId end : {user, root})
    if (relations_to(entity, end).empty())
      draft.error(
          place, "membership-without-ends",
          "\"" + entity.name + "\" has no relation to \"" + draft.model.entity(end).name + "\".",
          "Add `" + camel_case(draft.model.entity(end).name) + ": " + draft.model.entity(end).name + "! @relation`.");
}

void mark_owner(Draft& draft, EntityId id, FieldId field_id, const sdl::Directive& use, EntityId user) {
  Entity& entity = draft.model.entities[id];
  Field& field = entity.fields[field_id];
  if (field.kind != FieldKind::kToOne || field.target != user || user == kNoEntity) {
    const std::string of = user == kNoEntity ? "the @user entity (the model has none)"
                                             : "\"" + draft.model.entity(user).name + "\", the @user entity";
    draft.error(place_of(use), "owner-not-user", "@owner is for a to-one relation to " + of + ".",
                user == kNoEntity ? "Mark the entity of accounts: @user(login: \"email\")."
                                  : "Write `" + field.name + ": " + draft.model.entity(user).name + "! @owner`.");
    return;
  }
  field.owner = field.immutable = true;
  for (FieldId scalar : field.foreign_key) {
    entity.fields[scalar].owner = entity.fields[scalar].immutable = true;
    entity.fields[scalar].default_fn = DefaultFn::kAuthId;
  }
}

/// Whether `field`, a relation or scalar marked @tenant, can say whose a row is.
bool check_tenant(Draft& draft, EntityId id, const Field& field, const sdl::Directive& use, EntityId root) {
  const auto refuse = [&](std::string why, std::string hint) {
    draft.error(place_of(use), "bad-tenant", "\"" + field.name + "\" cannot be @tenant: " + why + ".", std::move(hint));
    return false;
  };
  if (draft.model.entity(id).tenant != kNoField)
    return refuse("the entity has a @tenant already", "Keep one @tenant in the type.");
  if (field.type.nullable) return refuse("it may be null", "Make its type non-null with `!`.");
  if (field.kind == FieldKind::kToOne) {
    if (field.foreign_key.size() != 1)
      return refuse("the key of its entity is composite",
                    "Give \"" + draft.model.entity(field.target).name + "\" an `id: ID!`.");
    if (root != kNoEntity && field.target != root)
      return refuse("it doesn't lead to \"" + draft.model.entity(root).name + "\", the @tenantRoot",
                    "Relate it to \"" + draft.model.entity(root).name + "\".");
    return true;
  }
  if (field.kind != FieldKind::kStored || field.type.list)
    return refuse("it is neither a to-one relation nor a stored scalar", "Mark the field that holds the tenant's id.");
  if (root != kNoEntity && !draft.model.entity(root).key.empty()) {
    const Type& key = draft.model.field(root, draft.model.entity(root).key[0]).type;
    if (key.scalar != field.type.scalar)
      return refuse("it is not of the type of the @tenantRoot's key", "Make it " + type_text(draft.model, key) + ".");
  }
  return true;
}

void mark_tenant(Draft& draft, EntityId id, FieldId field_id, const sdl::Directive& use, EntityId root) {
  Entity& entity = draft.model.entities[id];
  Field& field = entity.fields[field_id];
  if (!check_tenant(draft, id, field, use, root)) return;
  const FieldId column = field.kind == FieldKind::kToOne ? field.foreign_key[0] : field_id;
  entity.tenant = column;
  for (Field* each : {&field, &entity.fields[column]}) each->tenant = each->immutable = true;
  // The tenants' own entity is limited to the caller's tenant; its key is generated like any other.
  if (!entity.tenant_root) entity.fields[column].default_fn = DefaultFn::kAuthTenant;
  // Every operation on the type asks whose the caller's tenant is, whether a rule does or not.
  Type claimed = entity.fields[column].type;
  claimed.nullable = true;
  fact_id(draft.model, {.kind = expr::Fact::Kind::kTenant, .name = {}, .type = claimed});
}

/// A join table between two tenant types says whose its rows are, so that no link can cross.
void mark_join_tables(Model& model) {
  for (Entity& entity : model.entities)
    for (Field& field : entity.fields)
      if (field.join && field.join->through == kNoEntity && entity.tenant != kNoField &&
          model.entity(field.target).tenant != kNoField)
        field.join->tenant_column = entity.fields[entity.tenant].column;
}

/// Where the target's key holds the tenant, a row refers to its own tenant's: by its own tenant's column.
void check_tenant_keys(Draft& draft, EntityId id) {
  const Entity& from = draft.model.entities[id];
  for (std::size_t f = 0; f < from.fields.size(); ++f) {
    const Field& relation = from.fields[f];
    if (relation.kind != FieldKind::kToOne || from.tenant == kNoField) continue;
    const Entity& to = draft.model.entity(relation.target);
    const auto at = std::ranges::find(to.key, to.tenant);
    if (to.tenant == kNoField || at == to.key.end() || relation.foreign_key.size() != to.key.size()) continue;
    if (relation.foreign_key[static_cast<std::size_t>(at - to.key.begin())] == from.tenant) continue;
    std::string names;
    for (std::size_t i = 0; i < to.key.size(); ++i) {
      const FieldId own = to.key[i] == to.tenant ? from.tenant : relation.foreign_key[i];
      names += (i == 0 ? "\"" : ", \"") + from.fields[own].name + "\"";
    }
    draft.error(draft.place_of_field(id, static_cast<FieldId>(f)), "tenant-in-key",
                "\"" + relation.name + "\" could lead to another tenant's row: the key of \"" + to.name +
                    "\" holds the tenant, and rows of \"" + from.name + "\" would name any.",
                "Let the row's own tenant be that part: @relation(field: [" + names + "]).");
  }
}

}  // namespace

void mark_identity(Draft& draft) {
  const EntityId user = only_entity(draft, "user");
  const EntityId root = only_entity(draft, "tenantRoot");
  const EntityId membership = only_entity(draft, "membership");
  if (user != kNoEntity) mark_user(draft, user);
  if (root != kNoEntity) draft.model.entities[root].tenant_root = true;
  if (membership != kNoEntity) mark_membership(draft, membership, user, root);
  for (std::size_t id = 0; id < draft.definitions.size(); ++id)
    for (std::size_t field = 0; field < draft.definitions[id].size(); ++field) {
      const auto* from = draft.definitions[id][field];
      if (from == nullptr) continue;
      const auto entity_id = static_cast<EntityId>(id);
      const auto field_id = static_cast<FieldId>(field);
      if (const auto* use = find_directive(from->directives, "owner"))
        mark_owner(draft, entity_id, field_id, *use, user);
      if (const auto* use = find_directive(from->directives, "tenant"))
        mark_tenant(draft, entity_id, field_id, *use, root);
    }
  mark_join_tables(draft.model);
  for (std::size_t id = 0; id < draft.model.entities.size(); ++id) check_tenant_keys(draft, static_cast<EntityId>(id));
}

}  // namespace bedplate::model
