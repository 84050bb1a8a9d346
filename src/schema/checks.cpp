#include "schema/checks.hpp"

#include "base/decimal.hpp"

namespace bedplate::schema {

namespace {

/// A bound of @constraint as the column's canonical cell; none where the database would compare it otherwise.
std::optional<Cell> bound_cell(const std::string& text, const Type& type) {
  const auto number = Decimal::parse(text);
  switch (type.scalar) {
    case Scalar::kInt:
    case Scalar::kBigInt:
    case Scalar::kDateTime:
    case Scalar::kDuration: {
      const auto value = number ? number->to_integer() : std::nullopt;
      return value ? std::optional(Cell::integer(*value)) : std::nullopt;
    }
    case Scalar::kDecimal: {
      // Longer ones are text, which the API compares.
      const auto value = number && type.precision <= 18 ? number->to_scaled(type.scale) : std::nullopt;
      return value ? std::optional(Cell::integer(*value)) : std::nullopt;
    }
    case Scalar::kFloat:
      return number ? std::optional(Cell::real(number->to_double())) : std::nullopt;
    case Scalar::kDate:
    case Scalar::kTime:
    case Scalar::kLocalDateTime:
      return Cell::text(text);
    default:
      return std::nullopt;
  }
}

void add(Table& table, const model::Field& field, Check check, std::string_view suffix) {
  check.name = table.name + "_" + field.column + "_" + std::string(suffix);
  check.column = field.column;
  table.checks.push_back(std::move(check));
}

}  // namespace

void add_checks(const model::Model& model, const model::Field& field, Table& table) {
  using Kind = Check::Kind;
  if (field.type.list || field.form != model::ColumnForm::kCanonical) return;
  if (field.type.scalar == Scalar::kBoolean) add(table, field, {.kind = Kind::kBoolean}, "bool");
  if (field.type.scalar == Scalar::kEnum) {
    Check check{.kind = Kind::kOneOf};
    for (const auto& value : model.enums[field.type.enumeration].values) check.values.push_back(value.name);
    add(table, field, std::move(check), "enum");
  }
  if (!field.constraint) return;
  const model::Constraint& demands = *field.constraint;
  if (demands.min)
    if (const auto bound = bound_cell(*demands.min, field.type))
      add(table, field, {.kind = Kind::kMin, .bound = *bound}, "min");
  if (demands.max)
    if (const auto bound = bound_cell(*demands.max, field.type))
      add(table, field, {.kind = Kind::kMax, .bound = *bound}, "max");
  if (demands.min_length) add(table, field, {.kind = Kind::kMinLength, .length = *demands.min_length}, "min_length");
  if (demands.max_length) add(table, field, {.kind = Kind::kMaxLength, .length = *demands.max_length}, "max_length");
}

}  // namespace bedplate::schema
