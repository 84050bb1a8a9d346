#include "model/phases.hpp"
#include "model/scalars.hpp"

namespace bedplate::model {

namespace {

void read_member(Draft& draft, Embedded& owner, const sdl::FieldDefinition& field) {
  Embedded::Member member{.name = std::string(field.name.text),
                          .description = description_of(field.description),
                          .type = {},
                          .embedded = 0xffff};
  const auto kind = target_kind(draft, *field.type);
  if (kind == TargetKind::kEmbedded) {
    member.type = {.scalar = Scalar::kJson, .list = field.type->is_list(), .nullable = !field.type->non_null};
    const auto at = draft.embedded_by_name.find(field.type->named().text);
    if (at != draft.embedded_by_name.end()) member.embedded = at->second;
  } else if (const auto type = scalar_type(draft, *field.type, field.directives)) {
    member.type = *type;
  } else {
    if (kind == TargetKind::kEntity || kind == TargetKind::kOther)
      draft.error(place_of(field.type->named()), "embedded-member",
                  "An @embedded type holds scalars, enums and @embedded types; \"" +
                      std::string(field.type->named().text) + "\" is none of them.",
                  kind == TargetKind::kEntity ? "Move the relation to the entity, or hold the key as ID."
                                              : "Mark that type @embedded.");
    return;
  }
  owner.members.push_back(std::move(member));
}

/// Whether `from` holds itself, directly or through others.
bool holds_itself(const std::vector<Embedded>& all, std::size_t from) {
  std::vector<std::size_t> order{from};
  std::vector<bool> seen(all.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const auto& member : all[order[i]].members) {
      if (member.embedded == 0xffff) continue;
      if (member.embedded == from) return true;
      if (!seen[member.embedded]) order.push_back(member.embedded);
      seen[member.embedded] = true;
    }
  return false;
}

}  // namespace

void add_embedded(Draft& draft) {
  std::vector<const TypeEntry*> types;
  for (const TypeEntry& type : draft.types.all()) {
    if (type.kind != sdl::TypeKind::kObject || type.directive("embedded") == nullptr) continue;
    if (type.directive("entity") != nullptr) continue;  // refused with the entities
    draft.embedded_by_name.emplace(type.name.text, static_cast<std::uint16_t>(types.size()));
    types.push_back(&type);
  }
  auto& all = draft.model.embedded;
  for (const auto* type : types) {
    all.push_back(
        {.name = std::string(type->name.text), .description = description_of(type->description), .members = {}});
    for (const auto* field : type->fields) read_member(draft, all.back(), *field);
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    if (holds_itself(all, i))
      draft.error(place_of(types[i]->name), "embedded-cycle",
                  "The @embedded type \"" + all[i].name + "\" contains itself.",
                  "Make it an @entity with a relation, or use JSON.");
}

}  // namespace bedplate::model
