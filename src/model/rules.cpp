#include "model/expressions.hpp"
#include "model/phases.hpp"
#include "model/rule_reader.hpp"

namespace bedplate::model {

namespace {

/// Where a field's verdict depends on the row, a row without it shows null.
void require_nullable(Draft& draft, const Field& field, const Rule& rule) {
  if (field.type.nullable || field.kind == FieldKind::kToMany || !rule.verbs.has(Verb::kRead)) return;
  if (!reads_row(rule.when)) return;
  draft.error(
      {rule.position, static_cast<std::uint32_t>(rule.allow ? 6 : 5)}, "field-rule-on-required",
      "Whether \"" + field.name + "\" may be read depends on the row, so it is null in some rows; its type says never.",
      "Remove the `!` from its type, or make the rule depend on the caller alone.");
}

void read_field_rules(Draft& draft, EntityId id, FieldId field_id) {
  Entity& entity = draft.model.entities[id];
  for (const auto& use : draft.definition(id, field_id)->directives) {
    if (!is_rule(use)) continue;
    const auto rule = read_rule(draft, use, id, RuleOn::kField);
    if (!rule) continue;
    Field& field = entity.fields[field_id];
    require_nullable(draft, field, *rule);
    field.rules.push_back(*rule);
    // A to-one and its scalars are one thing to the caller.
    if (field.kind == FieldKind::kToOne)
      for (FieldId scalar : field.foreign_key)
        if (draft.definition(id, scalar) == nullptr) entity.fields[scalar].rules.push_back(*rule);
  }
}

}  // namespace

void read_rules(Draft& draft) {
  for (std::size_t id = 0; id < draft.definitions.size(); ++id) {
    const auto entity_id = static_cast<EntityId>(id);
    for (const auto* use : draft.entity_types[id]->directives)
      if (is_rule(*use))
        if (auto rule = read_rule(draft, *use, entity_id, RuleOn::kType))
          draft.model.entities[id].rules.push_back(*std::move(rule));
    for (std::size_t field = 0; field < draft.definitions[id].size(); ++field)
      if (draft.definitions[id][field] != nullptr) read_field_rules(draft, entity_id, static_cast<FieldId>(field));
  }
}

}  // namespace bedplate::model
