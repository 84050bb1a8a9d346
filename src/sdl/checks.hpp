#pragma once
// What buildSchema and validateSchema of graphql-js enforce beyond the SDL rules, in groups; check_types runs them
// all. They skip names that known_type_names reports. Pure; iterative where types or values nest.
#include "sdl/findings.hpp"
#include "sdl/schema_index.hpp"

namespace bedplate::sdl {

/// Names that begin with `__`.
void check_names(const SchemaIndex& index, Findings& findings);
/// Something in every type; union members, root types; input and output types where they belong.
void check_shapes(const SchemaIndex& index, Findings& findings);
/// Interfaces are implemented, with those that they implement.
void check_interfaces(const SchemaIndex& index, Findings& findings);
/// Input objects that no finite value can fill.
void check_input_cycles(const SchemaIndex& index, Findings& findings);
/// Arguments of directives and default values fit their types.
void check_values(const SchemaIndex& index, Findings& findings);

/// Whether `value` fits `type`; otherwise says why at its place.
void check_value(const SchemaIndex& index, const Value& value, const TypeRef& type, Findings& findings);

}  // namespace bedplate::sdl
