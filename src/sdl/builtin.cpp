#include "sdl/builtin.hpp"

#include <algorithm>
#include <array>

#include "base/assert.hpp"
#include "sdl/parser.hpp"

namespace bedplate::sdl {

namespace {
constexpr std::string_view kSource = R"(
directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
directive @deprecated(reason: String = "No longer supported")
  on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
directive @specifiedBy(url: String!) on SCALAR
directive @oneOf on INPUT_OBJECT
scalar String
scalar Int
scalar Float
scalar Boolean
scalar ID
)";
constexpr std::array<std::string_view, 5> kScalars = {"String", "Int", "Float", "Boolean", "ID"};
constexpr std::array<std::string_view, 8> kIntrospection = {
    "__Schema", "__Directive", "__DirectiveLocation", "__Type", "__Field", "__InputValue", "__EnumValue", "__TypeKind"};
}  // namespace

Document builtin_definitions() {
  auto document = parse_document(kSource, Limits::schema(), Mode::kSchema);
  BP_ASSERT(document.has_value());
  return *std::move(document);
}

bool is_builtin_scalar(std::string_view name) { return std::ranges::find(kScalars, name) != kScalars.end(); }

bool is_introspection_type(std::string_view name) {
  return std::ranges::find(kIntrospection, name) != kIntrospection.end();
}

}  // namespace bedplate::sdl
