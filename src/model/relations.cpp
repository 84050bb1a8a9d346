#include "model/arguments.hpp"
#include "model/joins.hpp"
#include "model/names.hpp"
#include "model/phases.hpp"
#include "model/relation_names.hpp"
#include "model/scalars.hpp"

namespace bedplate::model {

namespace {

/// Checks a declared field that @relation(field:) makes the foreign key.
void adopt_scalar(Draft& draft, EntityId id, FieldId relation_id, FieldId scalar_id, const RelationScalar& wanted) {
  Entity& entity = draft.model.entities[id];
  Field& scalar = entity.fields[scalar_id];
  Type as_declared = scalar.type;
  as_declared.nullable = wanted.type.nullable;
  const auto place = draft.place_of_field(id, scalar_id);
  if (scalar.kind != FieldKind::kStored || as_declared != wanted.type) {
    draft.error(place, "foreign-key-type",
                "\"" + scalar.name + "\" cannot be the foreign key of \"" + entity.fields[relation_id].name +
                    "\": it must be a stored field of type " + type_text(draft.model, wanted.type) + ".",
                "Give it the type of the key it refers to.");
    return;
  }
  if (scalar.type.nullable && !entity.fields[relation_id].type.nullable)
    draft.error(place, "foreign-key-nullable",
                "\"" + scalar.name + "\" may be null, but the relation \"" + entity.fields[relation_id].name +
                    "\" is required.",
                "Make both nullable or both required.");
  if (scalar.relation == kNoField) scalar.relation = relation_id;
}

void link_to_one(Draft& draft, EntityId id, FieldId relation_id, const sdl::FieldDefinition& from) {
  Entity& entity = draft.model.entities[id];
  Field& relation = entity.fields[relation_id];
  const Arguments arguments(find_directive(from.directives, "relation"));
  for (const auto& wanted : relation_scalars(from, draft.keys[relation.target])) {
    const auto at = entity.by_name.find(wanted.name);
    if (at == entity.by_name.end()) continue;
    relation.foreign_key.push_back(at->second);
    if (wanted.explicitly && entity.fields[at->second].relation != relation_id)
      adopt_scalar(draft, id, relation_id, at->second, wanted);
  }
  const auto on_delete = arguments.word("onDelete").value_or("RESTRICT");
  relation.on_delete = on_delete == "CASCADE"    ? OnDelete::kCascade
                       : on_delete == "SET_NULL" ? OnDelete::kSetNull
                                                 : OnDelete::kRestrict;
  const bool required = !relation.type.nullable || std::ranges::any_of(relation.foreign_key, [&](FieldId key) {
    return !entity.fields[key].type.nullable;
  });
  if (relation.on_delete == OnDelete::kSetNull && required)
    draft.error(place_of(*arguments.find("onDelete")), "set-null-on-required",
                "\"" + relation.name + "\" is required, or a part of its key is, and cannot be set to null.",
                "Make the relation nullable, or use CASCADE or RESTRICT.");
  for (std::string_view stray : {"through", "manyToMany"})
    if (arguments.has(stray))
      draft.error(place_of(*arguments.find(stray)), "to-one-argument",
                  "`" + std::string(stray) + "` is for lists; \"" + relation.name + "\" is one row.",
                  "Remove it, or make the field a list.");
}

/// The to-ones of `target` that lead to `id`, by name.
std::vector<std::string> candidates(const Model& model, EntityId target, EntityId id) {
  std::vector<std::string> out;
  for (const Field& field : model.entity(target).fields)
    if (field.kind == FieldKind::kToOne && field.target == id) out.push_back(field.name);
  return out;
}

std::string inverse_hint(const Model& model, EntityId target, EntityId id) {
  const auto names = candidates(model, target, id);
  if (names.size() == 1) return "Write @relation(inverse: \"" + names[0] + "\").";
  if (!names.empty()) return "Write @relation(inverse: …) with one of " + listed(names) + ".";
  const std::string name = camel_case(model.entity(id).name);
  return "Add `" + name + ": " + model.entity(id).name + "! @relation` to \"" + model.entity(target).name +
         "\" and write @relation(inverse: \"" + name + "\"), or @relation(manyToMany: true).";
}

/// A list whose rows hold the foreign key.
void link_one_to_many(Draft& draft, EntityId id, FieldId list_id, FieldId inverse_id) {
  Field& list = draft.model.entities[id].fields[list_id];
  Field& inverse = draft.model.entities[list.target].fields[inverse_id];
  list.inverse = inverse_id;
  list.foreign_key = inverse.foreign_key;
  if (inverse.inverse == kNoField) inverse.inverse = list_id;
}

void link_to_many(Draft& draft, EntityId id, FieldId list_id, const sdl::FieldDefinition& from) {
  const Model& model = draft.model;
  const Field& list = model.field(id, list_id);
  const auto* use = find_directive(from.directives, "relation");
  const Arguments arguments(use);
  if (const auto* stray = arguments.find("onDelete"))
    draft.error(place_of(*stray), "on-delete-on-list", "`onDelete` belongs to the side that keeps the foreign key.",
                "Write it on the to-one, in \"" + model.entity(list.target).name + "\".");
  if (arguments.has("through") || arguments.flag("manyToMany")) return;  // joins.cpp
  const auto inverse = arguments.text("inverse");
  if (!inverse) {
    draft.error(use != nullptr ? place_of(*use) : place_of(from.name), "inverse-needed",
                "The list \"" + list.name + "\" doesn't say which field of \"" + model.entity(list.target).name +
                    "\" leads back.",
                inverse_hint(model, list.target, id));
    return;
  }
  const auto place = place_of(*arguments.find("inverse"));
  const Entity& target = model.entity(list.target);
  const auto at = target.by_name.find(*inverse);
  if (at == target.by_name.end()) {
    draft.error(place, "unknown-inverse", "\"" + target.name + "\" has no field \"" + std::string(*inverse) + "\".",
                inverse_hint(model, list.target, id) + draft.suggest_field(list.target, *inverse));
    return;
  }
  const Field& back = target.fields[at->second];
  if (back.kind == FieldKind::kToOne && back.target == id) return link_one_to_many(draft, id, list_id, at->second);
  if (back.kind == FieldKind::kToMany && back.target == id) {
    if (!says_many_to_many(draft, list.target, at->second))
      draft.error(place, "many-to-many-unsaid",
                  "\"" + list.name + "\" and \"" + target.name + "." + back.name +
                      "\" are lists of each other; many-to-many only when it is said.",
                  "Add manyToMany: true (a table of its own) or through: \"…\" (an entity) to @relation.");
    return;
  }
  draft.error(place, "wrong-inverse",
              "\"" + target.name + "." + back.name + "\" doesn't lead back to \"" + model.entity(id).name + "\".",
              inverse_hint(model, list.target, id));
}

/// `inverse` on a to-one names the list that is its other side, and the two must agree.
void check_to_one_inverse(Draft& draft, EntityId id, FieldId relation_id, const sdl::FieldDefinition& from) {
  const Field& relation = draft.model.field(id, relation_id);
  const Arguments arguments(find_directive(from.directives, "relation"));
  const auto inverse = arguments.text("inverse");
  if (!inverse) return;
  const auto place = place_of(*arguments.find("inverse"));
  const Entity& target = draft.model.entity(relation.target);
  const Field* back = target.find(*inverse);
  if (back == nullptr)
    draft.error(place, "unknown-inverse", "\"" + target.name + "\" has no field \"" + std::string(*inverse) + "\".",
                "Name the list of \"" + target.name + "\", or leave `inverse` out." +
                    draft.suggest_field(relation.target, *inverse));
  else if (back->kind == FieldKind::kToOne)
    draft.error(
        place, "two-owners",
        "\"" + relation.name + "\" and \"" + target.name + "." + back->name + "\" would both keep a foreign key.",
        "Keep one side as `@relation @unique`, and let the other be a list with inverse.");
  else if (back->kind != FieldKind::kToMany || back->target != id || target.by_name.at(back->name) != relation.inverse)
    draft.error(place, "wrong-inverse",
                "\"" + target.name + "." + back->name + "\" is not the other side of \"" + relation.name + "\".",
                "Write @relation(inverse: \"" + relation.name + "\") there, or leave `inverse` out here.");
}

/// The database deletes what cascades for good: the trash would be passed by.
void check_cascade(Draft& draft, EntityId id, FieldId relation_id, const sdl::FieldDefinition& from) {
  const Field& relation = draft.model.field(id, relation_id);
  const Entity& child = draft.model.entity(id);
  const Entity& parent = draft.model.entity(relation.target);
  if (relation.on_delete != OnDelete::kCascade || !child.soft_delete() || parent.soft_delete()) return;
  const auto* said = Arguments(find_directive(from.directives, "relation")).find("onDelete");
  draft.error(said != nullptr ? place_of(*said) : place_of(from.name), "cascade-past-trash",
              "Deleting from " + parent.plural + " would delete rows of " + child.plural +
                  " for good, whose type is @softDelete.",
              "Add @softDelete to \"" + parent.name + "\", or say onDelete: RESTRICT.");
}

template <class Visit>
void each_relation(Draft& draft, FieldKind kind, Visit visit) {
  for (std::size_t id = 0; id < draft.model.entities.size(); ++id)
    for (std::size_t field = 0; field < draft.model.entities[id].fields.size(); ++field)
      if (draft.model.entities[id].fields[field].kind == kind)
        visit(static_cast<EntityId>(id), static_cast<FieldId>(field), *draft.definitions[id][field]);
}

}  // namespace

void link_relations(Draft& draft) {
  each_relation(draft, FieldKind::kToOne,
                [&](auto id, auto field, const auto& from) { link_to_one(draft, id, field, from); });
  each_relation(draft, FieldKind::kToMany,
                [&](auto id, auto field, const auto& from) { link_to_many(draft, id, field, from); });
  each_relation(draft, FieldKind::kToMany,
                [&](auto id, auto field, const auto& from) { link_join(draft, id, field, from); });
  each_relation(draft, FieldKind::kToOne,
                [&](auto id, auto field, const auto& from) { check_to_one_inverse(draft, id, field, from); });
  each_relation(draft, FieldKind::kToOne,
                [&](auto id, auto field, const auto& from) { check_cascade(draft, id, field, from); });
  check_join_tables(draft);
}

}  // namespace bedplate::model
