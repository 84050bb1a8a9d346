#include "store/forms.hpp"

#include <gtest/gtest.h>

namespace bedplate::store {
namespace {

using model::ColumnForm;

Type scalar(Scalar of) { return Type{.scalar = of}; }
Type decimal(std::uint8_t precision, std::uint8_t scale) {
  return Type{.scalar = Scalar::kDecimal, .precision = precision, .scale = scale};
}

struct Case {
  Type type;
  ColumnForm form;
  Cell stored, canonical;
};

TEST(Forms, GoThereAndBack) {
  const Case cases[] = {
      {scalar(Scalar::kDateTime), ColumnForm::kSpacedDateTime, Cell::text("2021-01-01 00:00:00"),
       Cell::integer(1'609'459'200'000'000)},
      {scalar(Scalar::kDateTime), ColumnForm::kSpacedDateTime, Cell::text("1969-12-31 23:59:59.999999"),
       Cell::integer(-1)},
      {scalar(Scalar::kLocalDateTime), ColumnForm::kSpacedDateTime, Cell::text("2021-01-01 10:00:00.5"),
       Cell::text("2021-01-01T10:00:00.500000")},
      {scalar(Scalar::kDate), ColumnForm::kSpacedDateTime, Cell::text("1969-12-31 00:00:00"), Cell::text("1969-12-31")},
      {decimal(10, 2), ColumnForm::kNumericReal, Cell::real(0.99), Cell::integer(99)},
      {decimal(10, 2), ColumnForm::kNumericReal, Cell::real(-25.86), Cell::integer(-2586)},
      {decimal(30, 2), ColumnForm::kNumericReal, Cell::real(1.5), Cell::text("1.50")},
      {decimal(10, 2), ColumnForm::kDecimalText, Cell::text("-0.10"), Cell::integer(-10)},
      {decimal(38, 3), ColumnForm::kDecimalText, Cell::text("12345678901234567890123.456"),
       Cell::text("12345678901234567890123.456")},
      {scalar(Scalar::kBoolean), ColumnForm::kBooleanText, Cell::text("true"), Cell::boolean(true)},
      {scalar(Scalar::kBoolean), ColumnForm::kBooleanText, Cell::text("false"), Cell::boolean(false)},
      {scalar(Scalar::kDateTime), ColumnForm::kUnixSeconds, Cell::integer(-1), Cell::integer(-1'000'000)},
      {scalar(Scalar::kDateTime), ColumnForm::kUnixMillis, Cell::integer(1'500), Cell::integer(1'500'000)},
  };
  for (const auto& [type, form, stored, canonical] : cases) {
    char scratch[kFormScratch];
    const auto decoded = decode_form(stored, type, form, scratch);
    ASSERT_TRUE(decoded) << decoded.error().cause();
    EXPECT_EQ(*decoded, canonical) << decoded->as_bytes() << decoded->as_integer();
    char again[kFormScratch];
    const auto encoded = encode_form(*decoded, type, form, again);
    ASSERT_TRUE(encoded);
    EXPECT_EQ(*encoded, stored) << encoded->as_bytes();
    EXPECT_TRUE(decode_form(Cell::null(), type, form, scratch)->is_null());
    EXPECT_TRUE(encode_form(Cell::null(), type, form, scratch)->is_null());
  }
}

TEST(Forms, RoundHalfEvenAndTakeWhatNumericAffinityMade) {
  char scratch[kFormScratch];
  const auto read = [&](Cell stored) {
    return decode_form(stored, decimal(10, 2), ColumnForm::kNumericReal, scratch)->as_integer();
  };
  EXPECT_EQ(read(Cell::real(2.345)), 234);
  EXPECT_EQ(read(Cell::real(2.355)), 236);
  EXPECT_EQ(read(Cell::real(0.1 + 0.2)), 30);
  EXPECT_EQ(read(Cell::integer(5)), 500);
  EXPECT_EQ(read(Cell::text("7.5")), 750);
}

TEST(Forms, ADayBefore1970BeginsAtItsMidnight) {
  char scratch[kFormScratch];
  const auto date =
      decode_form(Cell::text("1969-12-30 13:00:00"), scalar(Scalar::kDate), ColumnForm::kSpacedDateTime, scratch);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->as_bytes(), "1969-12-30");
}

TEST(Forms, RefuseWhatIsNotOfTheForm) {
  char scratch[kFormScratch];
  const auto reason = [&](Cell stored, const Type& type, ColumnForm form) {
    const auto decoded = decode_form(stored, type, form, scratch);
    return decoded ? Reason::kInternal : decoded.error().reason();
  };
  const auto mismatch = Reason::kDatabaseMismatch;
  EXPECT_EQ(reason(Cell::text("yesterday"), scalar(Scalar::kDateTime), ColumnForm::kSpacedDateTime), mismatch);
  EXPECT_EQ(reason(Cell::integer(1), scalar(Scalar::kDateTime), ColumnForm::kSpacedDateTime), mismatch);
  EXPECT_EQ(reason(Cell::text("1,5"), decimal(10, 2), ColumnForm::kDecimalText), mismatch);
  EXPECT_EQ(reason(Cell::real(1e300), decimal(10, 2), ColumnForm::kNumericReal), mismatch);
  EXPECT_EQ(reason(Cell::text("maybe"), scalar(Scalar::kBoolean), ColumnForm::kBooleanText), mismatch);
  EXPECT_EQ(reason(Cell::integer(INT64_MAX), scalar(Scalar::kDateTime), ColumnForm::kUnixSeconds), mismatch);
}

}  // namespace
}  // namespace bedplate::store
