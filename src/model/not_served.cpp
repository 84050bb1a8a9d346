#include "model/arguments.hpp"
#include "model/directives.hpp"
#include "model/phases.hpp"
#include "model/relation_names.hpp"

namespace bedplate::model {

namespace {

constexpr Verbs kAll{Verb::kRead, Verb::kCreate, Verb::kUpdate, Verb::kDelete, Verb::kPurge};

std::string consequence(const DirectiveInfo& info, bool on_field) {
  if (info.blocks.empty()) return "it has no effect yet";
  if (on_field) return "the field is left out of replies, and naming it answers 501";
  return verb_names(info.blocks) + " on the type answer 501";
}

void warn(Draft& draft, const sdl::Directive& use, const DirectiveInfo& info, bool on_field) {
  draft.warn(place_of(use), "not-served-yet",
             "@" + std::string(use.name.text) + " is not served yet: " + consequence(info, on_field) + ".",
             info.blocks.empty() ? "" : "Remove it to run without it.");
}

/// The database follows a rename at once; clients know the new name alone.
void warn_until(Draft& draft, const sdl::Directive* renamed) {
  const Arguments arguments(renamed);
  if (arguments.text("until"))
    draft.warn(place_of(*arguments.find("until")), "not-served-yet",
               "@renamedFrom(until:) is not served yet: clients find it under its new name alone.",
               "Leave `until` out, and rename when clients do.");
}

void mark_entity(Draft& draft, EntityId id) {
  Entity& entity = draft.model.entities[id];
  for (const auto* use : draft.entity_types[id]->directives) {
    const Arguments arguments(use);
    const auto word = use->name.text;
    entity.audit = entity.audit || word == "audit";
    if (word == "entity" && arguments.text("store")) {
      entity.not_served.push_back({.directive = "@entity(store:)", .verbs = kAll});
      draft.warn(place_of(*arguments.find("store")), "not-served-yet",
                 "@entity(store:) is not served yet: every verb on the type answers 501.",
                 "Leave `store` out to keep the type in the one database.");
    }
    if (word == "renamedFrom") warn_until(draft, use);
    const DirectiveInfo* info = directive_info(word);
    if (info == nullptr || info->status != Status::kNotYet) continue;
    entity.not_served.push_back({.directive = "@" + std::string(word), .verbs = info->blocks});
    warn(draft, *use, *info, false);
  }
}

void mark_field(Draft& draft, EntityId id, FieldId field_id) {
  const auto* from = draft.definition(id, field_id);
  if (from == nullptr) return;
  Field& field = draft.model.entities[id].fields[field_id];
  for (const auto& use : from->directives) {
    if (use.name.text == "renamedFrom") warn_until(draft, &use);
    const DirectiveInfo* info = directive_info(use.name.text);
    if (info == nullptr || info->status != Status::kNotYet) continue;
    field.not_served.push_back(
        {.directive = "@" + std::string(use.name.text), .verbs = info->blocks.empty() ? Verbs() : kAll});
    warn(draft, use, *info, true);
  }
  if (field.type.scalar == Scalar::kFile && !field.is_relation()) {
    field.not_served.push_back({.directive = "File", .verbs = kAll});
    draft.warn(place_of(from->type->named()), "not-served-yet",
               "Fields of type File are not served yet: \"" + field.name +
                   "\" is left out of replies, and naming it answers 501.",
               "");
  }
}

std::string_view kind_word(Callable::Kind kind) {
  switch (kind) {
    case Callable::Kind::kJob:
      return "Job";
    case Callable::Kind::kEvent:
      return "Event";
    default:
      return "Action";
  }
}

}  // namespace

void mark_not_served(Draft& draft) {
  for (std::size_t id = 0; id < draft.definitions.size(); ++id) {
    mark_entity(draft, static_cast<EntityId>(id));
    for (std::size_t field = 0; field < draft.definitions[id].size(); ++field)
      mark_field(draft, static_cast<EntityId>(id), static_cast<FieldId>(field));
  }
  for (const Callable& each : draft.model.callables)
    draft.warn({each.position, static_cast<std::uint32_t>(each.name.size())}, "not-served-yet",
               std::string(kind_word(each.kind)) + " \"" + each.name + "\" is not served yet: calls answer 501.", "");
  for (const TypeEntry& type : draft.types.all())
    for (const auto* value : type.values)
      if (const auto* use = find_directive(value->directives, "renamedFrom"))
        draft.warn(place_of(*use), "not-served-yet",
                   "@renamedFrom of an enum's value is not served yet: it has no effect yet.",
                   "Change the rows that hold the former value yourself.");
}

}  // namespace bedplate::model
