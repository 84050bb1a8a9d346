#include <array>

#include "base/text.hpp"
#include "expr/result_type.hpp"
#include "rest/bind.hpp"

namespace bedplate::rest {

using expr::Node;
using expr::Op;

Result<const Node*> bind_field(const FieldRef& field, model::EntityId entity, const Node* row, Binding& binding) {
  BP_TRY(const auto readable, binding.view.readable(entity, field.name));
  for (const auto& mark : binding.model().field(entity, readable.field()).not_served)
    if (mark.verbs.has(model::Verb::kRead))
      return failure(Reason::kNotServedYet, "'" + std::string(field.name) + "' is not served yet: " + mark.directive);
  const Node* value = readable.node(row, binding.model(), binding.arena);
  if (field.path.empty()) return value;
  if (value->type.scalar != Scalar::kJson && !value->type.list)
    return failure(Error(Reason::kInvalidQuery, "'" + std::string(field.name) + "' is no JSON: '->' can't enter it"));
  return binding.build().json_path(value, field.path, field.as_text);
}

namespace {

struct CastName {
  std::string_view name;
  Type type;
};
constexpr std::array<CastName, 27> kCasts{{
    {"text", {.scalar = Scalar::kString}},
    {"varchar", {.scalar = Scalar::kString}},
    {"char", {.scalar = Scalar::kString}},
    {"int", {.scalar = Scalar::kInt}},
    {"int4", {.scalar = Scalar::kInt}},
    {"integer", {.scalar = Scalar::kInt}},
    {"bigint", {.scalar = Scalar::kBigInt}},
    {"int8", {.scalar = Scalar::kBigInt}},
    {"float", {.scalar = Scalar::kFloat}},
    {"float8", {.scalar = Scalar::kFloat}},
    {"double precision", {.scalar = Scalar::kFloat}},
    {"real", {.scalar = Scalar::kFloat}},
    {"numeric", {.scalar = Scalar::kDecimal, .precision = 38, .scale = 10}},
    {"decimal", {.scalar = Scalar::kDecimal, .precision = 38, .scale = 10}},
    {"bool", {.scalar = Scalar::kBoolean}},
    {"boolean", {.scalar = Scalar::kBoolean}},
    {"json", {.scalar = Scalar::kJson}},
    {"jsonb", {.scalar = Scalar::kJson}},
    {"date", {.scalar = Scalar::kDate}},
    {"time", {.scalar = Scalar::kTime}},
    {"timestamp", {.scalar = Scalar::kLocalDateTime}},
    {"timestamptz", {.scalar = Scalar::kDateTime}},
    {"interval", {.scalar = Scalar::kDuration}},
    {"uuid", {.scalar = Scalar::kUuid}},
    {"citext", {.scalar = Scalar::kString}},
    {"int2", {.scalar = Scalar::kInt}},
    {"smallint", {.scalar = Scalar::kInt}},
}};

/// The pairs that have a value (expr's kCast gives null for every other).
bool converts(const Type& from, const Type& to) {
  if (to.scalar == Scalar::kString || (from.scalar == to.scalar && !from.list)) return true;
  if (from.list) return to.scalar == Scalar::kJson;
  if (from.is_numeric()) return to.is_numeric();
  if (expr::casts_in_time(from, to)) return true;
  return from.is_text() || from.scalar == Scalar::kJson;
}

}  // namespace

Result<const Node*> bind_cast(std::string_view cast, const Node* value, Binding& binding) {
  if (cast.empty()) return value;
  for (const auto& known : kCasts)
    if (known.name == cast) {
      if (!converts(value->type, known.type))
        return failure(Error(Reason::kInvalidQuery,
                             std::string(scalar_name(value->type.scalar)) + " can't be cast to " + std::string(cast))
                           .with_hint("every type casts to text, numbers to numbers, points in time to others"));
      return binding.build().make(Op::kCast, known.type, {value});
    }
  std::vector<std::string_view> names;
  for (const auto& known : kCasts) names.push_back(known.name);
  Error error(Reason::kInvalidQuery, "there is no type '" + std::string(cast) + "' to cast to");
  const auto meant = did_you_mean(cast, names);
  if (meant.empty())
    return failure(
        std::move(error).with_hint("use text, int, bigint, float, numeric, boolean, date, timestamptz or uuid"));
  return failure(std::move(error).with_hint("did you mean '" + std::string(meant) + "'?"));
}

}  // namespace bedplate::rest
