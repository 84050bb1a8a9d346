#include "model/relation_names.hpp"

#include "model/arguments.hpp"
#include "model/names.hpp"
#include "model/scalars.hpp"

namespace bedplate::model {

bool is_action(const sdl::FieldDefinition& field) {
  return find_directive(field.directives, "action") != nullptr || find_directive(field.directives, "sql") != nullptr;
}

namespace {
bool is_relation(const Draft& draft, const sdl::FieldDefinition& field) {
  return target_kind(draft, *field.type) == TargetKind::kEntity && !is_action(field) &&
         find_directive(field.directives, "computed") == nullptr;
}
}  // namespace

bool is_to_one(const Draft& draft, const sdl::FieldDefinition& field) {
  return !field.type->is_list() && is_relation(draft, field);
}

bool is_to_many(const Draft& draft, const sdl::FieldDefinition& field) {
  return field.type->is_list() && is_relation(draft, field);
}

std::vector<RelationScalar> relation_scalars(const sdl::FieldDefinition& field, std::span<const KeyPart> target_key) {
  const Arguments arguments(find_directive(field.directives, "relation"));
  const auto given = arguments.list("field", sdl::ValueKind::kString);
  std::vector<RelationScalar> out;
  for (std::size_t i = 0; i < target_key.size(); ++i) {
    RelationScalar scalar{.name = std::string(field.name.text) + capitalized(target_key[i].name),
                          .type = target_key[i].type};
    if (i < given.size()) {
      scalar.name = given[i]->text;
      scalar.explicitly = true;
    }
    scalar.type.nullable = !field.type->non_null;
    out.push_back(std::move(scalar));
  }
  return out;
}

}  // namespace bedplate::model
