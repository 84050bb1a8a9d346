#include "store/forms.hpp"

#include <cmath>
#include <cstring>
#include <limits>

#include "base/date_time.hpp"
#include "base/scalar.hpp"

namespace bedplate::store {
namespace {

using model::ColumnForm;

std::unexpected<Error> mismatch(std::string_view expected, Cell stored) {
  static constexpr const char* kKinds[] = {"null", "an integer", "a real", "text", "a blob"};
  std::string cause = "expected ";
  cause.append(expected).append(", found ").append(kKinds[static_cast<int>(stored.kind())]);
  return failure(Error(Reason::kDatabaseMismatch, "A stored value does not have the form that the model states.")
                     .with_hint("Correct the field's @column(type) or the stored rows.")
                     .caused_by(std::move(cause)));
}

std::unexpected<Error> unrepresentable(std::string_view expected) {
  return failure(Error(Reason::kInvalidValue, "A value cannot be held in its column.")
                     .with_detail("The column holds " + std::string(expected) + "."));
}

constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

Cell copied(FormScratch scratch, const char* end) {
  return Cell::text({scratch.data(), static_cast<std::size_t>(end - scratch.data())});
}

Result<Cell> decode_number(Cell stored, const Type& type, FormScratch scratch) {
  std::optional<Decimal> number;
  switch (stored.kind()) {
    case CellKind::kInteger:
      number = Decimal::from_integer(stored.as_integer());
      break;
    case CellKind::kReal:
      number = Decimal::from_double(stored.as_real(), type.scale);
      break;
    case CellKind::kText:
      number = Decimal::parse(stored.as_bytes());
      break;
    default:
      break;
  }
  if (!number) return mismatch("a decimal number", stored);
  return rounded_cell(*number, type, scratch);
}

Result<Cell> decode_spaced(Cell stored, const Type& type, FormScratch scratch) {
  if (stored.kind() != CellKind::kText) return mismatch("text YYYY-MM-DD HH:MM:SS", stored);
  const auto micros = parse_sql_date_time(stored.as_bytes());
  if (!micros) return mismatch("text YYYY-MM-DD HH:MM:SS", stored);
  if (type.scalar == Scalar::kLocalDateTime) return copied(scratch, write_local_date_time(scratch.data(), *micros));
  if (type.scalar == Scalar::kDate)
    return copied(scratch, write_date(scratch.data(), floor_divide(*micros, kMicrosPerDay)));
  return Cell::integer(*micros);
}

Result<Cell> decode_boolean(Cell stored) {
  if (stored.kind() == CellKind::kInteger) return Cell::boolean(stored.as_integer() != 0);
  if (stored.kind() == CellKind::kText) {
    char lower[6] = {};
    const auto text = stored.as_bytes();
    if (text.size() < sizeof lower)
      for (std::size_t i = 0; i < text.size(); ++i) lower[i] = static_cast<char>(text[i] | 0x20);
    const std::string_view word{lower, std::strlen(lower)};
    if (word == "true" || word == "t" || text == "1") return Cell::boolean(true);
    if (word == "false" || word == "f" || text == "0") return Cell::boolean(false);
  }
  return mismatch("'true' or 'false'", stored);
}

Result<Cell> decode_unix(Cell stored, std::int64_t micros_per_unit) {
  if (stored.kind() == CellKind::kInteger) {
    std::int64_t micros = 0;
    if (!__builtin_mul_overflow(stored.as_integer(), micros_per_unit, &micros)) return Cell::integer(micros);
  } else if (stored.kind() == CellKind::kReal) {
    const double micros = std::nearbyint(stored.as_real() * static_cast<double>(micros_per_unit));
    if (std::abs(micros) < 9e18) return Cell::integer(static_cast<std::int64_t>(micros));
  }
  return mismatch("Unix time", stored);
}

Result<Decimal> number_in(Cell canonical, const Type& type) {
  const auto number = cell_decimal(type, canonical);
  if (!number) return unrepresentable("a decimal number");
  return *number;
}

Result<Cell> encode_spaced(Cell canonical, const Type& type, FormScratch scratch) {
  std::int64_t micros = canonical.as_integer();
  if (type.scalar == Scalar::kLocalDateTime) {
    BP_TRY(micros, parse_local_date_time(canonical.as_bytes()));
  } else if (type.scalar == Scalar::kDate) {
    BP_TRY(const auto days, parse_date(canonical.as_bytes()));
    micros = days * kMicrosPerDay;
  }
  return copied(scratch, write_sql_date_time(scratch.data(), micros));
}

}  // namespace

Result<Cell> rounded_cell(const Decimal& number, const Type& type, FormScratch scratch) {
  const auto rounded = number.rescale_half_even(type.scale);
  if (type.precision <= 18) {
    const auto scaled = rounded ? rounded->to_scaled(type.scale) : std::nullopt;
    if (scaled) return Cell::integer(*scaled);
  } else if (rounded) {
    return copied(scratch, rounded->write(scratch.data()));
  }
  return failure(Error(Reason::kDatabaseMismatch, "A stored number has more digits than its field.")
                     .with_hint("Raise the precision in @decimal."));
}

Result<Cell> decode_form(Cell stored, const Type& type, ColumnForm form, FormScratch scratch) {
  if (stored.is_null()) return stored;
  switch (form) {
    case ColumnForm::kCanonical:
      return stored;
    case ColumnForm::kSpacedDateTime:
      return decode_spaced(stored, type, scratch);
    case ColumnForm::kNumericReal:
    case ColumnForm::kDecimalText:
      return decode_number(stored, type, scratch);
    case ColumnForm::kBooleanText:
      return decode_boolean(stored);
    case ColumnForm::kUnixSeconds:
      return decode_unix(stored, kMicrosPerSecond);
    case ColumnForm::kUnixMillis:
      return decode_unix(stored, 1000);
  }
  return stored;
}

Result<Cell> encode_form(Cell canonical, const Type& type, ColumnForm form, FormScratch scratch) {
  if (canonical.is_null()) return canonical;
  switch (form) {
    case ColumnForm::kCanonical:
      return canonical;
    case ColumnForm::kSpacedDateTime:
      return encode_spaced(canonical, type, scratch);
    case ColumnForm::kNumericReal: {
      BP_TRY(const auto number, number_in(canonical, type));
      return Cell::real(number.to_double());
    }
    case ColumnForm::kDecimalText: {
      BP_TRY(const auto number, number_in(canonical, type));
      return copied(scratch, number.write(scratch.data()));
    }
    case ColumnForm::kBooleanText:
      return Cell::text(canonical.as_integer() != 0 ? "true" : "false");
    case ColumnForm::kUnixSeconds:
      return Cell::integer(floor_divide(canonical.as_integer(), kMicrosPerSecond));
    case ColumnForm::kUnixMillis:
      return Cell::integer(floor_divide(canonical.as_integer(), 1000));
  }
  return canonical;
}

}  // namespace bedplate::store
