#include "expr/result_type.hpp"

#include <algorithm>
#include <string>

#include "base/decimal.hpp"

namespace bedplate::expr {
namespace {

Type decimal(int precision, int scale) {
  Type type{.scalar = Scalar::kDecimal};
  type.scale = static_cast<std::uint8_t>(scale);
  type.precision = static_cast<std::uint8_t>(std::clamp(precision, std::max(scale, 1), Decimal::kMaxDigits));
  return type;
}

int whole_digits(const Type& type) { return type.precision - type.scale; }

}  // namespace

Type as_decimal(const Type& type) {
  if (type.scalar == Scalar::kInt) return decimal(10, 0);
  if (type.scalar == Scalar::kBigInt) return decimal(19, 0);
  return decimal(type.precision, type.scale);
}

std::optional<Type> common_number(const Type& a, const Type& b) {
  if (a.scalar == Scalar::kFloat || b.scalar == Scalar::kFloat) {
    if (a.scalar != b.scalar) return std::nullopt;
    return Type{.scalar = Scalar::kFloat};
  }
  if (a.scalar == Scalar::kDecimal || b.scalar == Scalar::kDecimal) {
    const Type x = as_decimal(a), y = as_decimal(b);
    const int scale = std::max(x.scale, y.scale);
    return decimal(std::max(whole_digits(x), whole_digits(y)) + scale, scale);
  }
  const bool big = a.scalar == Scalar::kBigInt || b.scalar == Scalar::kBigInt;
  return Type{.scalar = big ? Scalar::kBigInt : Scalar::kInt};
}

std::optional<Type> arithmetic_type(Op op, const Type& a, const Type& b) {
  if (a.scalar == Scalar::kFloat && op == Op::kModulo) return std::nullopt;
  if (a.scalar != Scalar::kDecimal) return Type{.scalar = a.scalar};
  const int finer = std::max(a.scale, b.scale);
  switch (op) {
    case Op::kMultiply:
      if (a.scale + b.scale > Decimal::kMaxScale) return std::nullopt;
      return decimal(a.precision + b.precision, a.scale + b.scale);
    case Op::kDivide: {
      const int scale = quotient_scale(a.scale, b.scale);
      return decimal(whole_digits(a) + b.scale + scale, scale);
    }
    case Op::kModulo:
      return decimal(std::min(whole_digits(a), whole_digits(b)) + finer, finer);
    default:
      return decimal(std::max(whole_digits(a), whole_digits(b)) + 1 + finer, finer);
  }
}

bool casts_in_time(const Type& from, const Type& to) {
  const auto day = [](const Type& type) {
    return !type.list &&
           (type.scalar == Scalar::kDateTime || type.scalar == Scalar::kLocalDateTime || type.scalar == Scalar::kDate);
  };
  if (!day(from) || to.list || from.scalar == to.scalar) return false;
  return day(to) || (to.scalar == Scalar::kTime && from.scalar != Scalar::kDate);
}

bool is_ordered(const Type& type) {
  if (type.list) return false;
  return type.scalar != Scalar::kBoolean && type.scalar != Scalar::kJson && type.scalar != Scalar::kBytes;
}

std::optional<Type> aggregate_type(Op op, const Type& value) {
  if (value.list) return std::nullopt;
  if (op == Op::kMin || op == Op::kMax) {
    if (!is_ordered(value)) return std::nullopt;
    Type type = value;
    type.nullable = true;
    return type;
  }
  switch (value.scalar) {
    case Scalar::kFloat:
      return Type{.scalar = Scalar::kFloat};
    case Scalar::kDuration:
      if (op == Op::kAvg) return std::nullopt;
      return Type{.scalar = Scalar::kDuration};
    case Scalar::kInt:
    case Scalar::kBigInt:
    case Scalar::kDecimal: {
      if (op == Op::kSum && value.scalar != Scalar::kDecimal) return Type{.scalar = Scalar::kBigInt};
      const Type number = as_decimal(value);
      if (op == Op::kSum) return decimal(Decimal::kMaxDigits, number.scale);
      const int scale = quotient_scale(number.scale, 0);
      return decimal(whole_digits(number) + scale, scale);
    }
    default:
      return std::nullopt;
  }
}

std::string type_name(const Type& type) {
  std::string name(scalar_name(type.scalar));
  if (type.scalar == Scalar::kDecimal)
    name += "(" + std::to_string(type.precision) + "," + std::to_string(type.scale) + ")";
  return type.list ? "[" + name + "]" : name;
}

}  // namespace bedplate::expr
