#include "sdl/validate.hpp"

#include <array>

#include "sdl/rules.hpp"

namespace bedplate::sdl {

std::span<const Rule> sdl_rules() {
  static constexpr std::array<Rule, 15> kRules = {{
      {"lone-schema-definition", "LoneSchemaDefinitionRule", lone_schema_definition},
      {"unique-operation-types", "UniqueOperationTypesRule", unique_operation_types},
      {"unique-type-names", "UniqueTypeNamesRule", unique_type_names},
      {"unique-enum-value-names", "UniqueEnumValueNamesRule", unique_enum_value_names},
      {"unique-field-definition-names", "UniqueFieldDefinitionNamesRule", unique_field_definition_names},
      {"unique-argument-definition-names", "UniqueArgumentDefinitionNamesRule", unique_argument_definition_names},
      {"unique-directive-names", "UniqueDirectiveNamesRule", unique_directive_names},
      {"known-type-names", "KnownTypeNamesRule", known_type_names},
      {"known-directives", "KnownDirectivesRule", known_directives},
      {"unique-directives-per-location", "UniqueDirectivesPerLocationRule", unique_directives_per_location},
      {"possible-type-extensions", "PossibleTypeExtensionsRule", possible_type_extensions},
      {"known-argument-names", "KnownArgumentNamesOnDirectivesRule", known_argument_names_on_directives},
      {"unique-argument-names", "UniqueArgumentNamesRule", unique_argument_names},
      {"unique-input-field-names", "UniqueInputFieldNamesRule", unique_input_field_names},
      {"provided-required-arguments", "ProvidedRequiredArgumentsOnDirectivesRule",
       provided_required_arguments_on_directives},
  }};
  return kRules;
}

std::vector<Diagnostic> validate_sdl(const Tree& document, std::string_view file, const Tree* base) {
  const SchemaIndex index(document, base);
  Findings findings(file);
  for (const Rule& rule : sdl_rules()) {
    findings.speak_as(rule.code);
    rule.run(index, findings);
  }
  std::vector<Diagnostic> diagnostics = std::move(findings).take();
  sort_diagnostics(diagnostics);
  return diagnostics;
}

}  // namespace bedplate::sdl
