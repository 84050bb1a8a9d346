// Casts by a client's `::type` and by date(): numbers, points in time, and everything by way of its text.
#include <array>
#include <optional>
#include <string>

#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "expr/arithmetic.hpp"
#include "expr/result_type.hpp"

namespace bedplate::expr {
namespace {

/// µs since 1970 of a point in time, UTC where its type has no zone.
std::optional<std::int64_t> instant_of(const Type& type, Cell cell) {
  const auto micros = [](Result<std::int64_t> value, std::int64_t unit) -> std::optional<std::int64_t> {
    if (!value) return std::nullopt;
    return *value * unit;
  };
  if (type.list) return std::nullopt;
  if (type.scalar == Scalar::kDateTime && cell.kind() == CellKind::kInteger) return cell.as_integer();
  if (cell.kind() != CellKind::kText) return std::nullopt;
  if (type.scalar == Scalar::kLocalDateTime) return micros(parse_local_date_time(cell.as_bytes()), 1);
  if (type.scalar == Scalar::kDate) return micros(parse_date(cell.as_bytes()), kMicrosPerDay);
  return std::nullopt;
}

Cell instant_cell(const Type& type, std::int64_t micros, Arena& arena) {
  const std::int64_t of_day = ((micros % kMicrosPerDay) + kMicrosPerDay) % kMicrosPerDay;
  std::array<char, kMaxTimeText> text;
  const char* end = nullptr;
  switch (type.scalar) {
    case Scalar::kDateTime:
      return Cell::integer(micros);
    case Scalar::kLocalDateTime:
      end = write_local_date_time(text.data(), micros);
      break;
    case Scalar::kDate:
      end = write_date(text.data(), (micros - of_day) / kMicrosPerDay);
      break;
    default:
      end = write_time(text.data(), of_day);
      break;
  }
  return Cell::text(arena.copy({text.data(), end}));
}

}  // namespace

Cell cast(const Type& result, const Type& a, Cell x, Arena& arena) {
  if (x.is_null()) return x;
  if (casts_in_time(a, result)) {
    const auto micros = instant_of(a, x);
    return micros ? instant_cell(result, *micros, arena) : Cell::null();
  }
  if (a.is_numeric() && result.is_numeric()) {
    if (a.scalar == Scalar::kFloat && result.scalar == Scalar::kFloat) return x;
    auto value = a.scalar == Scalar::kFloat && x.kind() == CellKind::kReal
                     ? Decimal::from_double(x.as_real(), result.scalar == Scalar::kDecimal ? result.scale : 0)
                     : cell_decimal(a, x);
    if (value && result.scalar != Scalar::kFloat)
      value = value->rescale_half_even(result.scalar == Scalar::kDecimal ? result.scale : 0);
    return value ? number_cell(result, *value, arena) : Cell::null();
  }
  std::string text;
  append_text(text, a, x);
  if (result.scalar == Scalar::kString && !result.list) return Cell::text(arena.copy(text));
  return parse_scalar(result, arena.copy(text), arena).value_or(Cell::null());
}

}  // namespace bedplate::expr
