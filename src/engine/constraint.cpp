#include <re2/re2.h>

#include "base/decimal.hpp"
#include "base/scalar.hpp"
#include "base/utf8.hpp"
#include "engine/new_row.hpp"
#include "json/document.hpp"

namespace bedplate::engine {
namespace {

/// -1, 0, 1; none where the value is no such thing. Dates and times are canonical text, in order as it is.
std::optional<int> compared(const Type& type, Cell value, const std::string& bound) {
  if (const auto number = cell_decimal(type, value)) {
    const auto other = Decimal::parse(bound);
    if (!other) return std::nullopt;
    return *number < *other ? -1 : *number > *other ? 1 : 0;
  }
  if (value.kind() != CellKind::kText) return std::nullopt;
  return value.as_bytes().compare(bound);
}

/// A bound as a client writes it: instants and spans are kept as µs.
std::string shown(const Type& type, const std::string& bound) {
  if (type.scalar != Scalar::kDateTime && type.scalar != Scalar::kDuration) return bound;
  const auto number = Decimal::parse(bound);
  const auto micros = number ? number->to_integer() : std::nullopt;
  if (!micros) return bound;
  std::string text;
  append_text(text, type, Cell::integer(*micros));
  return text;
}

std::string out_of_range(const model::Constraint& constraint, const Type& type, Cell value) {
  if (constraint.min && compared(type, value, *constraint.min).value_or(0) < 0)
    return "must be at least " + shown(type, *constraint.min);
  if (constraint.max && compared(type, value, *constraint.max).value_or(0) > 0)
    return "must be at most " + shown(type, *constraint.max);
  return {};
}

std::string wrong_length(const model::Constraint& constraint, const Type& type, Cell value) {
  if (!type.is_text()) return {};
  const auto length = static_cast<std::int64_t>(code_points(value.as_bytes()));
  if (constraint.min_length && length < *constraint.min_length)
    return "must have at least " + std::to_string(*constraint.min_length) + " characters";
  if (constraint.max_length && length > *constraint.max_length)
    return "must have at most " + std::to_string(*constraint.max_length) + " characters";
  return {};
}

std::string wrong_count(const model::Constraint& constraint, const Type& type, Cell value) {
  if (!type.list || (!constraint.min_items && !constraint.max_items)) return {};
  const auto list = json::Document::parse(value.as_bytes());
  if (!list) return "must be a list";
  const auto count = static_cast<std::int64_t>(list->root().children.size());
  if (constraint.min_items && count < *constraint.min_items)
    return "must have at least " + std::to_string(*constraint.min_items) + " items";
  if (constraint.max_items && count > *constraint.max_items)
    return "must have at most " + std::to_string(*constraint.max_items) + " items";
  return {};
}

}  // namespace

std::string constraint_violated(const model::Model& model, const model::Field& field, Cell value) {
  if (field.type.scalar == Scalar::kEnum && !field.type.list) {
    const auto& values = model.enums[field.type.enumeration].values;
    const auto known = [&](const model::EnumValue& known_value) { return known_value.name == value.as_bytes(); };
    if (std::none_of(values.begin(), values.end(), known))
      return "is not a value of " + model.enums[field.type.enumeration].name;
  }
  if (!field.constraint) return {};
  const auto& constraint = *field.constraint;
  if (auto wrong = out_of_range(constraint, field.type, value); !wrong.empty()) return wrong;
  if (auto wrong = wrong_length(constraint, field.type, value); !wrong.empty()) return wrong;
  if (auto wrong = wrong_count(constraint, field.type, value); !wrong.empty()) return wrong;
  if (constraint.regex && field.type.is_text() && !RE2::FullMatch(value.as_bytes(), *constraint.regex))
    return "must match the pattern " + constraint.pattern;
  return {};
}

}  // namespace bedplate::engine
