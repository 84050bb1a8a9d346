#include "api/catalog.hpp"

#include "base/text_cursor.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::api {

namespace {

std::string nearest(std::string_view name, const std::vector<std::string_view>& known) {
  const auto found = sdl::suggestions(name, known);
  return found.empty() ? "" : std::string(found.front());
}

}  // namespace

Catalog::Catalog(const model::Model& model) : model_(model) {}

Result<EntityId> Catalog::resource(std::string_view name, const Names* names) const {
  const auto at = model_.entity_by_plural.find(name);
  if (at != model_.entity_by_plural.end()) return at->second;
  std::vector<std::string_view> known;
  for (std::size_t id = 0; names != nullptr && id < model_.entities.size(); ++id)
    if (names->usable(static_cast<EntityId>(id))) known.push_back(model_.entities[id].plural);
  const auto near = nearest(name, known);
  Error error(Reason::kUnknownResource, "Could not find the resource " + quoted(name) + " in the model");
  if (near.empty()) return failure(std::move(error));
  return failure(std::move(error).with_hint("Perhaps you meant the resource '" + near + "'"));
}

EntityId Catalog::entity(std::string_view type_name) const {
  const auto at = model_.entity_by_name.find(type_name);
  return at == model_.entity_by_name.end() ? model::kNoEntity : at->second;
}

const model::Field* Catalog::field(EntityId entity, std::string_view name) const {
  const model::Field* found = model_.entity(entity).find(name);
  return found == nullptr || found->hidden ? nullptr : found;
}

std::vector<FieldId> Catalog::candidates(EntityId entity, std::string_view name, const Names& names) const {
  const auto& fields = model_.entity(entity).fields;
  std::vector<FieldId> by_name, by_target;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const model::Field& field = fields[i];
    if (!field.is_relation() || !names.shown(entity, static_cast<FieldId>(i))) continue;
    if (field.name == name) return {static_cast<FieldId>(i)};  // a relation's own name is never ambiguous
    const bool by_scalar = field.kind == model::FieldKind::kToOne && field.foreign_key.size() == 1 &&
                           fields[field.foreign_key[0]].name == name && names.shown(entity, field.foreign_key[0]);
    if (by_scalar) by_name.push_back(static_cast<FieldId>(i));
    if (model_.entity(field.target).plural == name) by_target.push_back(static_cast<FieldId>(i));
  }
  return by_name.empty() ? by_target : by_name;
}

// A hint is a name like others: what it names must be the caller's to name, or a hit would tell that it is there.
bool Catalog::answers_to(EntityId entity, const model::Field& relation, std::string_view hint,
                         const Names& names) const {
  const model::Entity& target = model_.entity(relation.target);
  if (relation.name == hint) return true;
  if (relation.inverse != model::kNoField && target.fields[relation.inverse].name == hint &&
      names.shown(relation.target, relation.inverse))
    return true;
  const EntityId holder = relation.kind == model::FieldKind::kToOne ? entity : relation.target;
  for (FieldId id : relation.foreign_key) {
    const model::Field& scalar = model_.field(holder, id);
    if ((scalar.name == hint || scalar.column == hint) && names.shown(holder, id)) return true;
  }
  if (!relation.join) return false;
  const EntityId between = relation.join->through;
  if (between != model::kNoEntity && !names.readable(between)) return false;
  const auto& columns = relation.join->far_columns;
  return relation.join->table == hint || std::ranges::find(columns, hint) != columns.end() ||
         (between != model::kNoEntity && model_.entity(between).plural == hint);
}

Result<FieldId> Catalog::relation(EntityId entity, std::string_view name, std::string_view hint,
                                  const Names& names) const {
  auto fitting = candidates(entity, name, names);
  if (!hint.empty())
    std::erase_if(fitting, [&](FieldId id) { return !answers_to(entity, model_.field(entity, id), hint, names); });
  // Of a relation of a type to itself the name of one end is the inverse of the other.
  const auto named = [&](FieldId id) { return model_.field(entity, id).name == hint; };
  if (const auto at = std::ranges::find_if(fitting, named); at != fitting.end()) return *at;
  if (fitting.empty()) return failure(unknown_relation(entity, name, hint, names));
  // Which of them leads to rows that are refused anyway makes no difference, and the choice would name them all.
  if (fitting.size() == 1 || !names.readable(model_.field(entity, fitting[0]).target)) return fitting[0];
  return failure(ambiguous_relation(entity, name, fitting));
}

Error Catalog::unknown_relation(EntityId entity, std::string_view name, std::string_view hint,
                                const Names& names) const {
  const model::Entity& from = model_.entity(entity);
  std::vector<std::string_view> known;
  for (std::size_t id = 0; id < from.fields.size(); ++id) {
    const model::Field& field = from.fields[id];
    if (!field.is_relation() || !names.shown(entity, static_cast<FieldId>(id)) || !names.readable(field.target))
      continue;
    known.push_back(field.name);
    known.push_back(model_.entity(field.target).plural);
  }
  Error error(Reason::kUnknownRelation,
              "Could not find a relationship between '" + from.plural + "' and " + quoted(name) + " in the model");
  std::string detail = "Searched for a relation of '" + from.plural + "' named " + quoted(name);
  if (!hint.empty()) detail += " using the hint " + quoted(hint);
  const auto near = nearest(name, known);
  return std::move(error)
      .with_detail(detail + ", but no matches were found.")
      .with_hint(near.empty() || near == name ? ""
                                              : "Perhaps you meant '" + near + "' instead of " + quoted(name) + ".");
}

Error Catalog::ambiguous_relation(EntityId entity, std::string_view name, const std::vector<FieldId>& fitting) const {
  const model::Entity& from = model_.entity(entity);
  std::string choices, detail;
  for (FieldId id : fitting) {
    const model::Field& field = from.fields[id];
    choices += (choices.empty() ? "'" : ", '") + std::string(name) + "!" + field.name + "'";
    const char* how = field.kind == model::FieldKind::kToOne ? "many-to-one"
                      : field.join                           ? "many-to-many"
                                                             : "one-to-many";
    detail +=
        (detail.empty() ? "" : "; ") + field.name + " (" + how + " with " + model_.entity(field.target).plural + ")";
  }
  return Error(Reason::kAmbiguousRelation, "Could not embed because more than one relationship was found for '" +
                                               from.plural + "' and " + quoted(name))
      .with_detail(std::move(detail))
      .with_hint("Try changing '" + std::string(name) + "' to one of the following: " + choices + ".");
}

}  // namespace bedplate::api
