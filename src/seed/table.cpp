#include "seed/table.hpp"

#include <algorithm>

namespace bedplate::seed {
namespace {

bool is_made_up(const model::Entity& entity, model::FieldId id) {
  const auto& field = entity.fields[id];
  if (!field.is_column() || field.searched != model::kNoField || field.relation != model::kNoField) return false;
  if (id == entity.version || id == entity.deleted_at || id == entity.deletion || id == entity.tenant) return false;
  return !std::ranges::any_of(entity.fields, [&](const model::Field& each) {
    return each.kind == model::FieldKind::kToOne && std::ranges::find(each.foreign_key, id) != each.foreign_key.end();
  });
}

bool stands_alone(const model::Entity& entity, const std::vector<model::FieldId>& foreign_key) {
  return entity.key == foreign_key || std::ranges::any_of(entity.indexes, [&](const model::Index& index) {
           return index.unique && index.fields == foreign_key;
         });
}

}  // namespace

Table::Table(const model::Model& model, const Plan& plan, std::size_t step_number, Present was)
    : entity(model.entity(plan.steps[step_number].entity)),
      step(step_number),
      present(std::move(was)),
      conditions(conditions_of(model, plan.steps[step_number].entity)),
      uniques(entity) {
  for (std::size_t id = 0; id < entity.fields.size(); ++id) {
    const auto field_id = static_cast<model::FieldId>(id);
    const auto& field = entity.fields[id];
    recipes.push_back(is_made_up(entity, field_id) ? std::optional(recipe_of(model, entity, field_id)) : std::nullopt);
    analysers.push_back(field.searched == model::kNoField ? nullptr
                                                          : std::make_unique<search::Analyser>(field.search_language));
    if (field.kind == model::FieldKind::kToOne)
      references.push_back({field_id, field.foreign_key, plan.place(field.target), is_required(entity, field),
                            stands_alone(entity, field.foreign_key), number_of(field.name)});
  }
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const auto& other = model.entity(plan.steps[i].entity);
    if (other.user && other.key.size() == 1) accounts = i;
  }
}

}  // namespace bedplate::seed
