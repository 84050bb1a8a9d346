#include "api/catalog.hpp"

#include "base/text_cursor.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::api {

namespace {

bool is_public(const model::Field& field) { return !field.hidden && !field.write_only; }

std::string nearest(std::string_view name, const std::vector<std::string_view>& known) {
  const auto found = sdl::suggestions(name, known);
  return found.empty() ? "" : std::string(found.front());
}

}  // namespace

Catalog::Catalog(const model::Model& model) : model_(model) {}

Result<EntityId> Catalog::resource(std::string_view name) const {
  const auto at = model_.entity_by_plural.find(name);
  if (at != model_.entity_by_plural.end()) return at->second;
  std::vector<std::string_view> known;
  for (const auto& each : model_.entities) known.push_back(each.plural);
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

std::vector<FieldId> Catalog::candidates(EntityId entity, std::string_view name) const {
  const auto& fields = model_.entity(entity).fields;
  std::vector<FieldId> by_name, by_target;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const model::Field& field = fields[i];
    if (!field.is_relation() || !is_public(field)) continue;
    if (field.name == name) return {static_cast<FieldId>(i)};  // a relation's own name is never ambiguous
    const bool by_scalar = field.kind == model::FieldKind::kToOne && field.foreign_key.size() == 1 &&
                           fields[field.foreign_key[0]].name == name;
    if (by_scalar) by_name.push_back(static_cast<FieldId>(i));
    if (model_.entity(field.target).plural == name) by_target.push_back(static_cast<FieldId>(i));
  }
  return by_name.empty() ? by_target : by_name;
}

bool Catalog::answers_to(EntityId entity, const model::Field& relation, std::string_view hint) const {
  const model::Entity& target = model_.entity(relation.target);
  if (relation.name == hint) return true;
  if (relation.inverse != model::kNoField && target.fields[relation.inverse].name == hint) return true;
  const model::Entity& holder = relation.kind == model::FieldKind::kToOne ? model_.entity(entity) : target;
  for (FieldId scalar : relation.foreign_key)
    if (holder.fields[scalar].name == hint || holder.fields[scalar].column == hint) return true;
  if (!relation.join) return false;
  const auto& columns = relation.join->far_columns;
  return relation.join->table == hint || std::ranges::find(columns, hint) != columns.end() ||
         (relation.join->through != model::kNoEntity && model_.entity(relation.join->through).plural == hint);
}

Result<FieldId> Catalog::relation(EntityId entity, std::string_view name, std::string_view hint) const {
  auto fitting = candidates(entity, name);
  if (!hint.empty())
    std::erase_if(fitting, [&](FieldId id) { return !answers_to(entity, model_.field(entity, id), hint); });
  // Of a relation of a type to itself the name of one end is the inverse of the other.
  const auto named = [&](FieldId id) { return model_.field(entity, id).name == hint; };
  if (const auto at = std::ranges::find_if(fitting, named); at != fitting.end()) return *at;
  if (fitting.size() == 1) return fitting[0];
  if (fitting.empty()) return failure(unknown_relation(entity, name, hint));
  return failure(ambiguous_relation(entity, name, fitting));
}

Error Catalog::unknown_relation(EntityId entity, std::string_view name, std::string_view hint) const {
  const model::Entity& from = model_.entity(entity);
  std::vector<std::string_view> known;
  for (const model::Field& field : from.fields)
    if (field.is_relation() && is_public(field)) {
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
