#include "base/decimal.hpp"

#include <gtest/gtest.h>
#include <random>

namespace bedplate {
namespace {

std::string read(std::string_view text) {
  const auto value = Decimal::parse(text);
  return value ? value->to_text() : "refused";
}
Decimal d(std::string_view text) { return Decimal::parse(text).value(); }
std::string show(const std::optional<Decimal>& value) { return value ? value->to_text() : "none"; }

TEST(Decimal, ReadsEveryForm) {
  EXPECT_EQ(read("0"), "0");
  EXPECT_EQ(read("-0"), "0");
  EXPECT_EQ(read("12.50"), "12.50");
  EXPECT_EQ(read("-0.05"), "-0.05");
  EXPECT_EQ(read("+.5"), "0.5");
  EXPECT_EQ(read("5."), "5");
  EXPECT_EQ(read("007"), "7");
  EXPECT_EQ(read("1e3"), "1000");
  EXPECT_EQ(read("1.25E+1"), "12.5");
  EXPECT_EQ(read("125e-4"), "0.0125");
  EXPECT_EQ(read("0e999999999999999999999"), "0");
  EXPECT_EQ(read("99999999999999999999999999999999999999"), "99999999999999999999999999999999999999");
  EXPECT_EQ(read("1e37"), "1" + std::string(37, '0'));
  EXPECT_EQ(read("1e-38"), "0." + std::string(37, '0') + "1");
  EXPECT_EQ(read("1." + std::string(100, '0')), "1." + std::string(37, '0'));
  EXPECT_EQ(read("0." + std::string(5000, '0') + "1e5001"), "1");
  EXPECT_EQ(read("1" + std::string(5000, '0') + "e-5000"), "1." + std::string(37, '0'));
}

TEST(Decimal, RefusesWhatIsNoNumberOrTooLong) {
  for (const char* text : {"",
                           "-",
                           ".",
                           "e5",
                           "1e",
                           "1e+",
                           "1 ",
                           " 1",
                           "1,5",
                           "0x1",
                           "NaN",
                           "Infinity",
                           "1.2.3",
                           "--1",
                           "1e38",
                           "1e-39",
                           "1e99999999999999999999",
                           "100000000000000000000000000000000000001e1",
                           "123456789012345678901234567890123456789",
                           "0.123456789012345678901234567890123456789"})
    EXPECT_EQ(read(text), "refused") << text;
}

TEST(Decimal, ComparesAcrossScales) {
  EXPECT_EQ(d("1.5"), d("1.5000"));
  EXPECT_LT(d("-1.5"), d("-1.49"));
  EXPECT_LT(d("-0.1"), d("0.01"));
  EXPECT_GT(d("0." + std::string(37, '0') + "1"), d("0"));
  EXPECT_GT(d("99999999999999999999999999999999999999"), d("0.99999999999999999999999999999999999999"));
  EXPECT_LT(d("-99999999999999999999999999999999999999"), d("0.00000000000000000000000000000000000001"));
}

TEST(Decimal, AddsBeyondWhatAnInt128Holds) {
  const auto large = Decimal::parse("99999999999999999999999999999999999999");
  EXPECT_FALSE(add(*large, *large));
  EXPECT_FALSE(subtract(-*large, *large));
  const auto fine = Decimal::parse("85082321111111111111111115000000.0200");
  EXPECT_EQ(add(*fine, *fine)->to_text(), "170164642222222222222222230000000.0400");
}

TEST(Decimal, RescalesWithoutLoss) {
  EXPECT_EQ(show(d("1.500").rescale_exact(1)), "1.5");
  EXPECT_EQ(show(d("1.501").rescale_exact(1)), "none");
  EXPECT_EQ(show(d("1.5").rescale_exact(4)), "1.5000");
  EXPECT_EQ(show(d("1e37").rescale_exact(1)), "none");
  EXPECT_TRUE(d("12345678.90").fits(10, 2));
  EXPECT_FALSE(d("123456789.00").fits(10, 2));
  EXPECT_EQ(d("12.5").to_scaled(2), 1250);
  EXPECT_EQ(d("12.505").to_scaled(2), std::nullopt);
}

TEST(Decimal, RoundsHalfToEven) {
  EXPECT_EQ(show(d("0.5").rescale_half_even(0)), "0");
  EXPECT_EQ(show(d("1.5").rescale_half_even(0)), "2");
  EXPECT_EQ(show(d("-2.5").rescale_half_even(0)), "-2");
  EXPECT_EQ(show(d("-2.51").rescale_half_even(0)), "-3");
  EXPECT_EQ(show(divide(d("1"), d("3"))), "0.333333");
  EXPECT_EQ(show(divide(d("2.00"), d("3"))), "0.66666667");
  EXPECT_EQ(show(divide(d("-1"), d("8"), 2)), "-0.12");
  EXPECT_EQ(show(divide(d("-3"), d("-8"), 2)), "0.38");
  EXPECT_EQ(show(divide(d("1"), d("0.0"))), "none");
  EXPECT_EQ(show(divide(d("1e37"), d("1"))), "1" + std::string(37, '0'));
  EXPECT_EQ(show(divide(d("1e37"), d("0.01"))), "none");
}

TEST(Decimal, OverflowIsNone) {
  const auto big = d("99999999999999999999999999999999999999");
  EXPECT_EQ(show(add(big, d("1"))), "none");
  EXPECT_EQ(show(add(big, d("0.1"))), "none");
  EXPECT_EQ(show(add(big, d("0.000"))), big.to_text());
  EXPECT_EQ(show(subtract(-big, d("1"))), "none");
  EXPECT_EQ(show(multiply(big, d("10"))), "none");
  EXPECT_EQ(show(multiply(big, d("1.000"))), big.to_text());
  EXPECT_EQ(show(multiply(d("1e-20"), d("1e-20"))), "none");
  EXPECT_EQ(show(remainder(big, d("0.7"))), "0.3");
  EXPECT_EQ(show(remainder(d("-7.5"), d("2"))), "-1.5");
}

TEST(Decimal, ConvertsDoublesAsTheyWereWritten) {
  EXPECT_EQ(show(Decimal::from_double(2.675, 2)), "2.68");
  EXPECT_EQ(show(Decimal::from_double(0.1, 4)), "0.1000");
  EXPECT_EQ(show(Decimal::from_double(-1e-300, 4)), "0.0000");
  EXPECT_EQ(show(Decimal::from_double(1.2345678901234567e-30, 38)), "0.00000000000000000000000000000123456789");
  EXPECT_EQ(show(Decimal::from_double(1e30, 4)), "1" + std::string(30, '0') + ".0000");
  EXPECT_EQ(show(Decimal::from_double(1e300, 0)), "none");
  EXPECT_EQ(show(Decimal::from_double(std::numeric_limits<double>::infinity(), 0)), "none");
  EXPECT_EQ(d("0.1").to_double(), 0.1);
  EXPECT_EQ(d("9223372036854775807").to_integer(), INT64_MAX);
  EXPECT_EQ(d("9223372036854775808").to_integer(), std::nullopt);
  EXPECT_EQ(d("-9223372036854775808.9").truncated(), INT64_MIN);
}

TEST(Decimal, AgreesWithItselfOnRandomNumbers) {
  std::mt19937_64 random(7);
  const auto any = [&](int max_digits) {
    std::string text = random() % 2 ? "-" : "";
    const int digits = 1 + static_cast<int>(random() % static_cast<unsigned>(max_digits));
    const int point = static_cast<int>(random() % static_cast<unsigned>(digits + 1));
    for (int i = 0; i < digits; ++i) {
      if (i == digits - point && i > 0) text += '.';
      text += static_cast<char>('0' + random() % 10);
    }
    return d(text);
  };
  for (int i = 0; i < 20000; ++i) {
    const auto a = any(38);
    const auto b = any(18);
    ASSERT_EQ(d(a.to_text()), a);
    if (const auto sum = add(a, b)) {
      ASSERT_EQ(subtract(*sum, b), a);
      ASSERT_EQ(*sum <=> a, b <=> Decimal());
    }
    const auto small = any(18);
    const auto product = multiply(small, b);
    if (product && !b.is_zero()) {
      const auto back = divide(*product, b, small.scale());
      ASSERT_TRUE(back && *back == small) << small.to_text() << " * " << b.to_text();
    }
    if (!b.is_zero()) {
      const auto rest = remainder(a, b);
      if (rest) {
        ASSERT_TRUE(rest->is_zero() || rest->is_negative() == a.is_negative());
        ASSERT_LT(rest->is_negative() ? -*rest : *rest, b.is_negative() ? -b : b);
      }
    }
  }
}

}  // namespace
}  // namespace bedplate
