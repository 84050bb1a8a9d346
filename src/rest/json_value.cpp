#include "rest/json_value.hpp"

#include <algorithm>
#include <string>

#include "base/scalar.hpp"

namespace bedplate::rest {
namespace {

Error expected(const Type& type, const json::Node& value) {
  const std::string name(type.list ? "a list of " : "");
  return Error(Reason::kInvalidValue, "expected " + name + std::string(scalar_name(type.scalar)) + ", found " +
                                          std::string(json::kind_name(value.kind)));
}

/// Whether PostgreSQL's jsonb holds a number so written: 131072 digits before the point, 16383 after it. One that it
/// can't hold would make every filter into that JSON an error, so that neither store takes it.
bool storable_number(std::string_view text) {
  constexpr std::int64_t kMostBefore = 131072, kMostAfter = 16383;
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  std::int64_t exponent = 0;
  if (e < text.size()) {
    auto digits = text.substr(e + 1);
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+')) digits.remove_prefix(1);
    for (const char c : digits) exponent = std::min<std::int64_t>(exponent * 10 + (c - '0'), 1'000'000);
    if (negative) exponent = -exponent;
  }
  auto mantissa = text.substr(0, e);
  if (mantissa.starts_with('-')) mantissa.remove_prefix(1);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const auto before = static_cast<std::int64_t>(point);
  const auto after = static_cast<std::int64_t>(mantissa.size() - std::min(point + 1, mantissa.size()));
  return before + exponent <= kMostBefore && after - exponent <= kMostAfter;
}

// Recursion is bounded by the depth that a body's JSON may have.
bool storable(const json::Node& value) {
  return value.is_number() ? storable_number(value.text) : std::ranges::all_of(value.children, storable);
}

Result<Cell> serialized(const json::Node& value, Arena& arena) {
  BP_TRY_VOID(require_storable(value));
  std::string text;
  json::append(text, value);
  return Cell::text(arena.copy(text));
}

}  // namespace

Result<void> require_storable(const json::Node& value) {
  if (storable(value)) return {};
  return failure(Error(Reason::kInvalidValue, "a number in the JSON has more digits than a database holds")
                     .with_hint("at most 131072 digits before the point and 16383 after it; send it as text"));
}

Result<Cell> json_cell(const Type& type, const json::Node& value, Arena& arena) {
  if (value.is_null()) return Cell::null();
  if (type.list) {
    if (!value.is_array()) return failure(expected(type, value));
    Type element = type;
    element.list = false;
    std::string items = "[";
    for (const auto& item : value.children) {
      if (item.is_null()) return failure(Reason::kInvalidValue, "the items of a list are never null");
      BP_TRY(const Cell cell, json_cell(element, item, arena));
      if (items.size() > 1) items += ',';
      append_json(items, element, cell);
    }
    items += ']';
    return Cell::text(arena.copy(items));
  }
  switch (type.scalar) {
    case Scalar::kJson:
      return serialized(value, arena);
    case Scalar::kBoolean:
      if (!value.is_boolean()) return failure(expected(type, value));
      return Cell::boolean(value.as_boolean());
    case Scalar::kInt:
    case Scalar::kBigInt:
    case Scalar::kFloat:
    case Scalar::kDecimal:
      if (!value.is_number() && !value.is_string()) return failure(expected(type, value));
      return parse_scalar(type, value.text, arena);
    default:
      if (!value.is_string()) return failure(expected(type, value));
      return parse_scalar(type, value.text, arena);
  }
}

}  // namespace bedplate::rest
