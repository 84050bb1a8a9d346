// Sums are kept wide, so that neither the order of rows nor a sum on the way decides about overflow.
#include <cmath>

#include "base/scalar.hpp"
#include "expr/arithmetic.hpp"
#include "expr/wide_sum.hpp"
#include "sql/type_code.hpp"
#include "store/sqlite/value_functions.hpp"

namespace bedplate::store::sqlite {
namespace {

struct Total {
  expr::WideSum exact;
  double reals;
  std::int64_t count;  // of values
  std::int64_t result, type;
};

void step(void* state, std::span<const Cell> arguments) {
  auto& total = *static_cast<Total*>(state);
  total.result = arguments[0].as_integer();
  total.type = arguments[1].as_integer();
  const Cell cell = arguments[2];
  const Type type = sql::type_of_code(total.type);
  if (type.scalar == Scalar::kFloat) {
    if (cell.kind() != CellKind::kReal) return;
    total.reals += cell.as_real();
    ++total.count;
  } else if (type.scalar != Scalar::kDecimal) {
    if (cell.kind() != CellKind::kInteger) return;
    total.exact.add(cell.as_integer());
    ++total.count;
  } else if (const auto number = cell_decimal(type, cell)) {
    const auto scaled = number->rescale_exact(type.scale);
    if (!scaled) return;
    total.exact.add(scaled->coefficient());
    ++total.count;
  }
}

Cell finish(const Total& total, bool average, std::string& scratch) {
  const Type type = sql::type_of_code(total.type);
  const Type result = sql::type_of_code(total.result);
  if (type.scalar == Scalar::kFloat) {
    if (average && total.count == 0) return Cell::null();
    const double value = average ? total.reals / static_cast<double>(total.count) : total.reals;
    return std::isfinite(value) ? Cell::real(value) : Cell::null();
  }
  const int scale = type.scalar == Scalar::kDecimal ? type.scale : 0;
  const auto number = average ? total.exact.average(scale, result.scale) : total.exact.sum(scale);
  if (!number) return Cell::null();
  Arena arena(256);
  const Cell cell = expr::number_cell(result, *number, arena);
  if (cell.kind() != CellKind::kText) return cell;
  scratch.assign(cell.as_bytes());
  return Cell::text(scratch);
}

std::optional<Cell> sum(const void* state, std::string& scratch) {
  return state ? finish(*static_cast<const Total*>(state), false, scratch) : Cell::integer(0);
}
std::optional<Cell> average(const void* state, std::string& scratch) {
  return state ? finish(*static_cast<const Total*>(state), true, scratch) : Cell::null();
}

/// Of a group of rows: null is for no values, and what is beyond the range is told.
template <bool kAverage>
std::optional<Cell> of_group(const void* state, std::string& scratch) {
  const auto* total = static_cast<const Total*>(state);
  if (total == nullptr || total->count == 0) return Cell::null();
  const Cell cell = finish(*total, kAverage, scratch);
  if (cell.is_null()) return std::nullopt;
  return cell;
}

constexpr sql::Aggregate kAggregates[] = {{"bp_sum", 3, sizeof(Total), step, sum},
                                          {"bp_avg", 3, sizeof(Total), step, average},
                                          {"bp_group_sum", 3, sizeof(Total), step, of_group<false>},
                                          {"bp_group_avg", 3, sizeof(Total), step, of_group<true>}};

}  // namespace

std::span<const sql::Aggregate> value_aggregates() { return kAggregates; }

}  // namespace bedplate::store::sqlite
