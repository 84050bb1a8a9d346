#include "expr/arithmetic.hpp"

#include <cmath>
#include <cstring>
#include <string>

#include "base/date_time.hpp"
#include "base/scalar.hpp"

namespace bedplate::expr {
namespace {

Cell finite(double value) { return std::isfinite(value) ? Cell::real(value) : Cell::null(); }

/// The range of a type that is an integer in its Cell.
Cell ranged(const Type& type, std::int64_t value) {
  if (type.scalar == Scalar::kInt && (value < INT32_MIN || value > INT32_MAX)) return Cell::null();
  if (type.scalar == Scalar::kDateTime && (value < kMinDateTime || value > kMaxDateTime)) return Cell::null();
  return Cell::integer(value);
}

Cell integers(Op op, const Type& type, std::int64_t x, std::int64_t y) {
  std::int64_t value = 0;
  bool overflow = false;
  switch (op) {
    case Op::kAdd:
      overflow = __builtin_add_overflow(x, y, &value);
      break;
    case Op::kSubtract:
      overflow = __builtin_sub_overflow(x, y, &value);
      break;
    case Op::kMultiply:
      overflow = __builtin_mul_overflow(x, y, &value);
      break;
    default:
      if (y == 0) return Cell::null();
      if (y == -1) {
        if (op == Op::kModulo) return Cell::integer(0);
        overflow = __builtin_sub_overflow(std::int64_t{0}, x, &value);
      } else {
        value = op == Op::kDivide ? x / y : x % y;
      }
  }
  return overflow ? Cell::null() : ranged(type, value);
}

Cell reals(Op op, double x, double y) {
  switch (op) {
    case Op::kAdd:
      return finite(x + y);
    case Op::kSubtract:
      return finite(x - y);
    case Op::kMultiply:
      return finite(x * y);
    default:
      return y == 0 ? Cell::null() : finite(x / y);
  }
}

Cell decimals(Op op, const Type& type, const Decimal& x, const Decimal& y, Arena& arena) {
  std::optional<Decimal> value;
  switch (op) {
    case Op::kAdd:
      value = add(x, y);
      break;
    case Op::kSubtract:
      value = subtract(x, y);
      break;
    case Op::kMultiply:
      value = multiply(x, y);
      break;
    case Op::kDivide:
      value = divide(x, y, type.scale);
      break;
    default:
      value = remainder(x, y);
  }
  return value ? number_cell(type, *value, arena) : Cell::null();
}

Cell joined(std::string_view x, std::string_view y, Arena& arena) {
  char* to = static_cast<char*>(arena.allocate(x.size() + y.size() + 1, 1));
  if (!x.empty()) std::memcpy(to, x.data(), x.size());
  if (!y.empty()) std::memcpy(to + x.size(), y.data(), y.size());
  return Cell::text({to, x.size() + y.size()});
}

bool integer_in_cell(const Type& type) {
  return type.scalar == Scalar::kInt || type.scalar == Scalar::kBigInt || type.scalar == Scalar::kDateTime ||
         type.scalar == Scalar::kDuration;
}

}  // namespace

Cell number_cell(const Type& result, const Decimal& value, Arena& arena) {
  if (result.scalar == Scalar::kDecimal) {
    const auto exact = value.rescale_exact(result.scale);
    if (!exact || exact->digits() > result.precision) return Cell::null();
    return decimal_cell(result, *exact, arena).value_or(Cell::null());
  }
  if (result.scalar == Scalar::kFloat) return finite(value.to_double());
  const auto whole = value.to_integer();
  return whole ? ranged(result, *whole) : Cell::null();
}

Cell calculate(Op op, const Type& result, const Type& a, Cell x, const Type& b, Cell y, Arena& arena) {
  if (x.is_null() || y.is_null()) return Cell::null();
  if (result.is_text()) {
    if (x.kind() != CellKind::kText || y.kind() != CellKind::kText) return Cell::null();
    return joined(x.as_bytes(), y.as_bytes(), arena);
  }
  if (integer_in_cell(result)) {
    if (x.kind() != CellKind::kInteger || y.kind() != CellKind::kInteger) return Cell::null();
    return integers(op, result, x.as_integer(), y.as_integer());
  }
  if (result.scalar == Scalar::kFloat) {
    if (x.kind() != CellKind::kReal || y.kind() != CellKind::kReal) return Cell::null();
    return reals(op, x.as_real(), y.as_real());
  }
  const auto left = cell_decimal(a, x);
  const auto right = cell_decimal(b, y);
  if (!left || !right) return Cell::null();
  return decimals(op, result, *left, *right, arena);
}

Cell negate(const Type& result, const Type& a, Cell x, Arena& arena) {
  if (x.is_null()) return x;
  if (x.kind() == CellKind::kReal && a.scalar == Scalar::kFloat) return Cell::real(-x.as_real());
  if (integer_in_cell(a))
    return x.kind() == CellKind::kInteger ? integers(Op::kSubtract, result, 0, x.as_integer()) : Cell::null();
  const auto value = cell_decimal(a, x);
  return value ? number_cell(result, -*value, arena) : Cell::null();
}

Cell widen(const Type& result, const Type& a, Cell x, Arena& arena) {
  if (x.is_null()) return x;
  if (result.scalar == Scalar::kBigInt || result.scalar == Scalar::kInt)
    return x.kind() == CellKind::kInteger ? ranged(result, x.as_integer()) : Cell::null();
  const auto value = cell_decimal(a, x);
  return value ? number_cell(result, *value, arena) : Cell::null();
}

}  // namespace bedplate::expr
