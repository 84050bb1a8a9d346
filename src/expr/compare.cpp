#include "expr/compare.hpp"

#include "base/scalar.hpp"
#include "expr/evaluate.hpp"

namespace bedplate::expr {
namespace {

template <class T>
int sign(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

std::optional<int> order_decimals(const Type& a, Cell x, const Type& b, Cell y) {
  const auto integers = x.kind() == CellKind::kInteger && y.kind() == CellKind::kInteger;
  const bool same_form = a.scalar == b.scalar && a.scale == b.scale && a.precision <= 18 && b.precision <= 18;
  if (integers && same_form) return sign(x.as_integer(), y.as_integer());
  const auto left = cell_decimal(a, x);
  const auto right = cell_decimal(b, y);
  if (!left || !right) return std::nullopt;
  return sign(*left, *right);
}

bool is_integer(Cell cell) { return cell.kind() == CellKind::kInteger; }
bool is_bytes(Cell cell) { return cell.kind() == CellKind::kText || cell.kind() == CellKind::kBlob; }

}  // namespace

std::optional<int> order(const Type& a, Cell x, const Type& b, Cell y, const EnumRanks* ranks) {
  if (x.is_null() || y.is_null()) return std::nullopt;
  if (!a.list) {
    switch (a.scalar) {
      case Scalar::kFloat:
        if (x.kind() != CellKind::kReal || y.kind() != CellKind::kReal) return std::nullopt;
        return sign(x.as_real(), y.as_real());
      case Scalar::kDecimal:
        return order_decimals(a, x, b, y);
      case Scalar::kEnum: {
        if (!is_bytes(x) || !is_bytes(y) || ranks == nullptr) return std::nullopt;
        const int left = ranks->rank(a.enumeration, x.as_bytes());
        const int right = ranks->rank(b.enumeration, y.as_bytes());
        if (left < 0 || right < 0) return std::nullopt;
        return sign(left, right);
      }
      default:
        break;
    }
  }
  if (is_integer(x) && is_integer(y)) return sign(x.as_integer(), y.as_integer());
  if (is_bytes(x) && is_bytes(y)) return sign(x.as_bytes(), y.as_bytes());
  return std::nullopt;
}

std::optional<bool> equal(const Type& a, Cell x, const Type& b, Cell y) {
  if (a.scalar == Scalar::kEnum && !a.list) {
    if (!is_bytes(x) || !is_bytes(y)) return std::nullopt;
    return x.as_bytes() == y.as_bytes();
  }
  const auto result = order(a, x, b, y, nullptr);
  if (!result) return std::nullopt;
  return *result == 0;
}

}  // namespace bedplate::expr
