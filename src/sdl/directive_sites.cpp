#include "sdl/directive_sites.hpp"

namespace bedplate::sdl {

namespace {

using Visit = std::function<void(const DirectiveSite&)>;

std::string_view location_of(TypeKind kind) {
  switch (kind) {
    case TypeKind::kScalar:
      return "SCALAR";
    case TypeKind::kObject:
      return "OBJECT";
    case TypeKind::kInterface:
      return "INTERFACE";
    case TypeKind::kUnion:
      return "UNION";
    case TypeKind::kEnum:
      return "ENUM";
    case TypeKind::kInputObject:
      return "INPUT_OBJECT";
  }
  return "OBJECT";
}

void visit_inputs(std::string_view location, std::span<const InputValue> inputs, const Visit& visit) {
  for (const InputValue& input : inputs) visit({.location = location, .directives = input.directives});
}

void visit_type(const TypeDefinition& type, const Visit& visit) {
  visit({.location = location_of(type.kind), .directives = type.directives, .type = &type});
  for (const FieldDefinition& field : type.fields) {
    visit_inputs("ARGUMENT_DEFINITION", field.arguments, visit);
    visit({.location = "FIELD_DEFINITION", .directives = field.directives});
  }
  visit_inputs("INPUT_FIELD_DEFINITION", type.input_fields, visit);
  for (const EnumValue& value : type.values) visit({.location = "ENUM_VALUE", .directives = value.directives});
}

}  // namespace

void for_each_site(const Tree& document, const Visit& visit) {
  for (const Definition& definition : document.definitions) {
    if (const auto* const* schema = std::get_if<const SchemaDefinition*>(&definition)) {
      visit({.location = "SCHEMA", .directives = (*schema)->directives, .schema = *schema});
    } else if (const auto* const* type = std::get_if<const TypeDefinition*>(&definition)) {
      visit_type(**type, visit);
    } else if (const auto* const* directive = std::get_if<const DirectiveDefinition*>(&definition)) {
      visit_inputs("ARGUMENT_DEFINITION", (*directive)->arguments, visit);
    }
  }
}

}  // namespace bedplate::sdl
