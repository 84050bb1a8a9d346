#include "seed/recipe.hpp"

#include <algorithm>

#include "base/date_time.hpp"
#include "base/decimal.hpp"

namespace bedplate::seed {
namespace {

constexpr unsigned kNulls = 15, kManyNulls = 35, kMostlyNull = 60;

/// The whole number of units next to `number`, above it for a least value, below it for a most one.
std::optional<std::int64_t> in_units(const Decimal& number, std::int64_t units, bool up) {
  const auto product = multiply(number, Decimal::from_scaled(units, 0));
  if (!product) return std::nullopt;
  const auto whole = product->truncated();
  if (!whole) return std::nullopt;
  const Decimal cut = Decimal::from_scaled(*whole, 0);
  if (up && cut < *product) return *whole + 1;
  if (!up && *product < cut) return *whole - 1;
  return whole;
}

std::optional<std::int64_t> bound(const Type& type, const std::optional<std::string>& text, bool up) {
  if (!text) return std::nullopt;
  const auto parsed = [](const Result<std::int64_t>& value) {
    return value ? std::optional(*value) : std::optional<std::int64_t>();
  };
  switch (type.scalar) {
    case Scalar::kDate:
      return parsed(parse_date(*text));
    case Scalar::kTime:
      return parsed(parse_time(*text));
    case Scalar::kLocalDateTime:
      return parsed(parse_local_date_time(*text));
    default:
      break;
  }
  const auto number = Decimal::parse(*text);
  if (!number) return std::nullopt;
  return in_units(*number, units_of(type), up);
}

unsigned nulls_of(const model::Field& field, Meaning meaning) {
  if (!field.type.nullable) return 0;
  switch (meaning) {
    case Meaning::kReduced:
      return kMostlyNull;
    case Meaning::kSentence:
    case Meaning::kParagraph:
    case Meaning::kDue:
    case Meaning::kEnd:
    case Meaning::kUnknown:
      return kManyNulls;
    default:
      return kNulls;
  }
}

Meaning format_meaning(std::string_view format) {
  if (format == "email") return Meaning::kEmail;
  if (format == "url") return Meaning::kUrl;
  if (format == "ipv4") return Meaning::kIpv4;
  if (format == "ipv6") return Meaning::kIpv6;
  if (format == "hostname") return Meaning::kHost;
  return Meaning::kUnknown;
}

Recipe member_recipe(const model::Model& model, const model::Embedded& owner, const model::Embedded::Member& member);

void add_members(const model::Model& model, Recipe& recipe) {
  if (recipe.embedded == 0xffff) return;
  const auto& embedded = model.embedded[recipe.embedded];
  for (const auto& member : embedded.members) recipe.members.push_back(member_recipe(model, embedded, member));
}

Type item_of(Type type) {
  type.list = false;
  return type;
}

Recipe member_recipe(const model::Model& model, const model::Embedded& owner, const model::Embedded::Member& member) {
  Recipe made{.name = member.name,
              .type = item_of(member.type),
              .meaning = meaning_of(member.name, member.description, member.type, owner.name, false),
              .list = member.type.list,
              .embedded = member.embedded,
              .members = {},
              .pattern = {},
              .nulls = member.type.nullable ? kNulls : 0};
  add_members(model, made);
  return made;
}

void read_constraint(const model::Constraint& constraint, Recipe& recipe) {
  recipe.constraint = &constraint;
  recipe.low = bound(recipe.type, constraint.min, true);
  recipe.high = bound(recipe.type, constraint.max, false);
  if (!constraint.pattern.empty()) recipe.pattern = Pattern::parse(constraint.pattern);
  if (const auto meaning = format_meaning(constraint.format); meaning != Meaning::kUnknown) recipe.meaning = meaning;
}

}  // namespace

std::int64_t units_of(const Type& type) {
  if (type.scalar == Scalar::kFloat) return 100;
  if (type.scalar != Scalar::kDecimal) return 1;
  std::int64_t units = 1;
  for (int i = 0; i < std::min<int>(type.scale, 9); ++i) units *= 10;
  return units;
}

Recipe recipe_of(const model::Model& model, const model::Entity& entity, model::FieldId field_id) {
  const auto& field = entity.fields[field_id];
  Meaning meaning = meaning_of(field.name, field.description, field.type, entity.name, entity.user);
  if (field.default_fn == model::DefaultFn::kNow && meaning == Meaning::kUnknown) meaning = Meaning::kCreated;
  Recipe made{.name = field.name,
              .type = item_of(field.type),
              .meaning = meaning,
              .list = field.type.list,
              .embedded = field.embedded,
              .members = {},
              .pattern = {},
              .nulls = nulls_of(field, meaning)};
  if (field.constraint) read_constraint(*field.constraint, made);
  add_members(model, made);
  const auto among = [&](const std::vector<model::FieldId>& fields) {
    if (std::ranges::find(fields, field_id) == fields.end()) return;
    (fields.size() == 1 ? made.distinct : made.paired) = true;
  };
  among(entity.key);
  for (const auto& index : entity.indexes)
    if (index.unique) among(index.fields);
  if (field.type.scalar == Scalar::kFile && field.type.nullable) made.nulls = 100;
  return made;
}

}  // namespace bedplate::seed
