#include "model/field_lists.hpp"

namespace bedplate::model {

std::vector<FieldId> columns_of(const Entity& entity, FieldId id) {
  const Field& field = entity.fields[id];
  if (field.is_column()) return {id};
  return field.kind == FieldKind::kToOne ? field.foreign_key : std::vector<FieldId>{};
}

std::optional<std::vector<FieldId>> read_fields(Draft& draft, EntityId id, const Arguments& arguments,
                                                std::string_view argument, bool columns) {
  const Entity& entity = draft.model.entity(id);
  std::vector<FieldId> out;
  bool whole = true;
  const auto refuse = [&](const sdl::Value& at, std::string code, std::string message, std::string hint) {
    draft.error(place_of(at), std::move(code), std::move(message), std::move(hint));
    whole = false;
  };
  for (const auto* name : arguments.list(argument, sdl::ValueKind::kString)) {
    const auto at = entity.by_name.find(name->text);
    if (at == entity.by_name.end()) {
      refuse(*name, "unknown-field", "\"" + entity.name + "\" has no field \"" + std::string(name->text) + "\".",
             "Name fields of the type." + draft.suggest_field(id, name->text));
      continue;
    }
    const auto stored = columns_of(entity, at->second);
    if (columns && stored.empty())
      refuse(*name, "field-without-column", "\"" + std::string(name->text) + "\" has no column.",
             "Name stored fields and to-one relations.");
    for (FieldId field : columns ? stored : std::vector<FieldId>{at->second}) {
      if (std::ranges::find(out, field) == out.end())
        out.push_back(field);
      else
        refuse(*name, "field-twice", "\"" + std::string(name->text) + "\" is named twice.", "Name it once.");
    }
  }
  if (!whole) return std::nullopt;
  return out;
}

}  // namespace bedplate::model
