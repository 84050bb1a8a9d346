#pragma once
// The words with which definitions begin and the places in which directives may stand. Constants.
#include <array>
#include <string_view>

namespace bedplate::sdl {

inline constexpr std::array<std::string_view, 13> kDefinitionWords = {
    "schema", "scalar", "type",     "interface",    "union",    "enum",     "input",
    "extend", "query",  "mutation", "subscription", "fragment", "directive"};

inline constexpr std::array<std::string_view, 19> kDirectiveLocations = {"QUERY",
                                                                         "MUTATION",
                                                                         "SUBSCRIPTION",
                                                                         "FIELD",
                                                                         "FRAGMENT_DEFINITION",
                                                                         "FRAGMENT_SPREAD",
                                                                         "INLINE_FRAGMENT",
                                                                         "VARIABLE_DEFINITION",
                                                                         "SCHEMA",
                                                                         "SCALAR",
                                                                         "OBJECT",
                                                                         "FIELD_DEFINITION",
                                                                         "ARGUMENT_DEFINITION",
                                                                         "INTERFACE",
                                                                         "UNION",
                                                                         "ENUM",
                                                                         "ENUM_VALUE",
                                                                         "INPUT_OBJECT",
                                                                         "INPUT_FIELD_DEFINITION"};

}  // namespace bedplate::sdl
