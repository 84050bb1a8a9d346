#include "rest/json_value.hpp"

#include <string>

#include "base/scalar.hpp"

namespace bedplate::rest {
namespace {

Error expected(const Type& type, const json::Node& value) {
  const std::string name(type.list ? "a list of " : "");
  return Error(Reason::kInvalidValue, "expected " + name + std::string(scalar_name(type.scalar)) + ", found " +
                                          std::string(json::kind_name(value.kind)));
}

Result<Cell> serialized(const json::Node& value, Arena& arena) {
  std::string text;
  json::append(text, value);
  return Cell::text(arena.copy(text));
}

}  // namespace

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
