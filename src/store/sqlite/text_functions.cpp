#include "store/sqlite/text_functions.hpp"

#include "base/date_time.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"

namespace bedplate::store::sqlite {
namespace {

Cell lower_cell(std::span<const Cell> arguments, sql::Call& context) {
  if (arguments[0].kind() != CellKind::kText) return Cell::null();
  context.scratch = lower(arguments[0].as_bytes());
  return Cell::text(context.scratch);
}

Cell upper_cell(std::span<const Cell> arguments, sql::Call& context) {
  if (arguments[0].kind() != CellKind::kText) return Cell::null();
  context.scratch = upper(arguments[0].as_bytes());
  return Cell::text(context.scratch);
}

Cell like(std::span<const Cell> arguments, sql::Call& context) {
  if (arguments[0].kind() != CellKind::kText || arguments[1].kind() != CellKind::kText) return Cell::null();
  const bool ignore_case = arguments[2].kind() == CellKind::kInteger && arguments[2].as_integer() != 0;
  return Cell::boolean(
      like_match(arguments[1].as_bytes(), arguments[0].as_bytes(), '\\', ignore_case, context.interrupt));
}

Cell from_spaced(std::span<const Cell> arguments, sql::Call&) {
  if (arguments[0].kind() != CellKind::kText) return Cell::null();
  const auto micros = parse_sql_date_time(arguments[0].as_bytes());
  return micros ? Cell::integer(*micros) : Cell::null();
}

Cell from_real(std::span<const Cell> arguments, sql::Call&) {
  if (arguments[1].kind() != CellKind::kInteger) return Cell::null();
  const std::int64_t scale = arguments[1].as_integer();
  if (scale < 0 || scale > 18) return Cell::null();
  const int digits = static_cast<int>(scale);
  std::optional<Decimal> number;
  if (arguments[0].kind() == CellKind::kReal) number = Decimal::from_double(arguments[0].as_real(), digits);
  if (arguments[0].kind() == CellKind::kInteger) number = Decimal::from_integer(arguments[0].as_integer());
  if (arguments[0].kind() == CellKind::kText) number = Decimal::parse(arguments[0].as_bytes());
  if (number) number = number->rescale_half_even(digits);
  const auto scaled = number ? number->to_scaled(digits) : std::nullopt;
  return scaled ? Cell::integer(*scaled) : Cell::null();
}

int compare_decimals(std::string_view a, std::string_view b) {
  const auto x = Decimal::parse(a), y = Decimal::parse(b);
  if (x && y) return *x < *y ? -1 : *x > *y ? 1 : 0;
  if (x || y) return x ? -1 : 1;
  return a.compare(b);
}

constexpr sql::Function kFunctions[] = {
    {"bp_lower", 1, lower_cell},        {"bp_upper", 1, upper_cell},    {"bp_like", 3, like},
    {"bp_from_spaced", 1, from_spaced}, {"bp_from_real", 2, from_real},
};
constexpr sql::Collation kCollations[] = {{"bp_decimal", compare_decimals}};

}  // namespace

std::span<const sql::Function> text_functions() { return kFunctions; }
std::span<const sql::Collation> text_collations() { return kCollations; }

}  // namespace bedplate::store::sqlite
