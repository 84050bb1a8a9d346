#include "app/trial/shown_rows.hpp"

#include <algorithm>

#include "app/trial/trial_run.hpp"

namespace bedplate::app {

ShownRows::ShownRows(const model::Model& model, TrialCaller& caller, model::EntityId id)
    : entity_(model.entity(id)), caller_(caller) {
  for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
    const auto& field = entity_.fields[f];
    const auto field_id = static_cast<model::FieldId>(f);
    const bool listed = !field.is_relation() && !field.is_unbuilt() && !field.hidden && !field.write_only;
    if (listed && caller.view->field_shown(id, field_id) != nullptr) fields_.push_back(field_id);
  }
  keyed_ = std::ranges::all_of(entity_.key,
                               [&](model::FieldId key) { return std::ranges::find(fields_, key) != fields_.end(); });
}

Members ShownRows::members_of(const Record& row, std::span<const model::FieldId> fields) {
  Members made;
  for (const auto id : fields) {
    const auto& field = entity_.fields[id];
    made.emplace(field.name, plain_json(json_of(field.type, caller_.judge->value(row, id))));
  }
  return made;
}

}  // namespace bedplate::app
