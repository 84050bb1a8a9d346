#pragma once
// The rules that graphql-js runs on SDL (specifiedSDLRules), one function each, with its messages. Pure.
#include <span>
#include <string_view>

#include "sdl/findings.hpp"
#include "sdl/schema_index.hpp"

namespace bedplate::sdl {

struct Rule {
  std::string_view code;       ///< of its diagnostics: `known-type-names`
  std::string_view reference;  ///< its name in graphql-js: `KnownTypeNamesRule`
  void (*run)(const SchemaIndex&, Findings&);
};

/// All of them, in graphql-js's order.
std::span<const Rule> sdl_rules();

// rules_schema.cpp
void lone_schema_definition(const SchemaIndex& index, Findings& findings);
void unique_operation_types(const SchemaIndex& index, Findings& findings);
// rules_names.cpp
void unique_type_names(const SchemaIndex& index, Findings& findings);
void unique_enum_value_names(const SchemaIndex& index, Findings& findings);
void unique_field_definition_names(const SchemaIndex& index, Findings& findings);
void unique_argument_definition_names(const SchemaIndex& index, Findings& findings);
void unique_directive_names(const SchemaIndex& index, Findings& findings);
// rules_types.cpp
void known_type_names(const SchemaIndex& index, Findings& findings);
void possible_type_extensions(const SchemaIndex& index, Findings& findings);
// rules_directives.cpp
void known_directives(const SchemaIndex& index, Findings& findings);
void unique_directives_per_location(const SchemaIndex& index, Findings& findings);
void known_argument_names_on_directives(const SchemaIndex& index, Findings& findings);
void provided_required_arguments_on_directives(const SchemaIndex& index, Findings& findings);
void unique_argument_names(const SchemaIndex& index, Findings& findings);
void unique_input_field_names(const SchemaIndex& index, Findings& findings);

}  // namespace bedplate::sdl
