#include "plan/create.hpp"

#include <algorithm>

#include "plan/row.hpp"

namespace bedplate::plan {

CreateTemplate make_create_plan(const access::Authorized<access::Allowed>& allowed, const model::Model& model,
                                Arena& arena, const Limits& limits, const operation::RowSlots& slots) {
  const access::AllowedCreate& allowed_create = allowed->create;
  const auto& create = allowed_create.create;
  const auto& entity = model.entity(create.entity);
  CreateTemplate made;
  made.entity = create.entity;
  made.given.assign(create.fields.begin(), create.fields.end());
  for (std::size_t i = 0; i < create.fields.size(); ++i)
    made.columns.push_back({.field = create.fields[i], .cell = static_cast<std::uint16_t>(i)});
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto id = static_cast<FieldId>(f);
    const auto& field = entity.fields[f];
    made.every_field.push_back(id);
    const bool given = std::ranges::find(create.fields, id) != create.fields.end();
    if (given || !field.is_column()) continue;
    if (field.searched != model::kNoField) {
      if (std::ranges::find(made.columns, field.searched, &WrittenColumn::field) != made.columns.end())
        made.columns.push_back({.field = id, .source = WrittenColumn::Source::kTokens});
      continue;
    }
    if (field.default_fn == model::DefaultFn::kSequence) {
      made.sequence_key = made.sequence_key || field.in_key;
    } else if (field.default_fn != model::DefaultFn::kNone || id == entity.tenant) {
      made.columns.push_back({.field = id, .source = WrittenColumn::Source::kDefault});
    }
  }
  made.slots = slots;
  made.checks = row_checks(allowed_create.covered, allowed_create.links, allowed_create.constraints);
  if (create.returning)
    made.returning = plan_by_key(*create.returning, slots.key, allowed->next_scope, model, arena, limits);
  return made;
}

}  // namespace bedplate::plan
