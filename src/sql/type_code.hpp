#pragma once
// A type as the integer by which SQL text names it to our own functions: scalar × 10,000, a Decimal's precision × 100
// and scale added, a million more for a list. `51804` is Decimal(18,4). Never stored.
#include "base/type.hpp"

namespace bedplate::sql {

constexpr int type_code(const Type& type) {
  int code = static_cast<int>(type.scalar) * 10'000 + (type.list ? 1'000'000 : 0);
  if (type.scalar == Scalar::kDecimal) code += type.precision * 100 + type.scale;
  return code;
}

/// The type of a code, nullable; of an enum's code any enum.
constexpr Type type_of_code(std::int64_t code) {
  Type type;
  type.list = code >= 1'000'000;
  code %= 1'000'000;
  type.scalar = static_cast<Scalar>(code / 10'000);
  type.precision = static_cast<std::uint8_t>(code / 100 % 100);
  type.scale = static_cast<std::uint8_t>(code % 100);
  return type;
}

}  // namespace bedplate::sql
