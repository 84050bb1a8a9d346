#include "base/decimal.hpp"

#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <charconv>
#include <cmath>

namespace bedplate {
namespace {

// 38 digits shifted by up to 76 places are below 2^380.
using Wide = boost::multiprecision::int512_t;
__extension__ using Uint128 = unsigned __int128;

constexpr auto kPowers = [] {
  std::array<Int128, 39> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();
constexpr Int128 kLimit = kPowers[38];

constexpr bool in_range(Int128 value) { return value > -kLimit && value < kLimit; }
constexpr bool valid_scale(int scale) { return scale >= 0 && scale <= Decimal::kMaxScale; }

Wide wide_power(int exponent) {
  Wide power = 1;
  for (; exponent > 38; exponent -= 38) power *= Wide(kPowers[38]);
  return power * Wide(kPowers[static_cast<std::size_t>(exponent)]);
}

// The number at the given scale, or at a smaller one when only trailing zeros keep it from fitting.
std::optional<Decimal> fit(Wide value, int scale) {
  const Wide limit = Wide(kLimit);
  while (abs(value) >= limit || scale > Decimal::kMaxScale) {
    if (scale == 0 || value % 10 != 0) return std::nullopt;
    value /= 10;
    --scale;
  }
  return Decimal::make(static_cast<Int128>(value), scale);
}

// a / b, half to even; b is positive.
template <class N>
N divide_half_even(const N& a, const N& b) {
  N quotient = a / b;
  N rest = a % b;
  const bool negative = a < 0;
  if (negative) rest = -rest;
  const N other = b - rest;
  if (rest > other || (rest == other && quotient % 2 != 0)) quotient += negative ? -1 : 1;
  return quotient;
}

std::optional<Int128> shifted(Int128 value, int places) {
  Int128 result = 0;
  if (__builtin_mul_overflow(value, kPowers[static_cast<std::size_t>(places)], &result) || !in_range(result))
    return std::nullopt;
  return result;
}

std::optional<Decimal> add_wide(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  return fit(
      Wide(a.coefficient()) * wide_power(scale - a.scale()) + Wide(b.coefficient()) * wide_power(scale - b.scale()),
      scale);
}

}  // namespace

std::optional<Decimal> Decimal::make(Int128 coefficient, int scale) {
  if (!in_range(coefficient) || !valid_scale(scale)) return std::nullopt;
  return Decimal(coefficient, scale);
}

std::optional<Decimal> Decimal::from_double(double value, int scale) {
  if (!std::isfinite(value)) return std::nullopt;
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
  const std::string_view text(buffer.data(), end.ptr);
  if (const auto parsed = parse(text)) return parsed->rescale_half_even(scale);
  // More places than 38: with at most 17 digits such a number is nearer to zero than any scale of ours shows,
  // unless it is too big altogether.
  if (std::fabs(value) >= 1) return std::nullopt;
  if (std::fabs(value) < 1e-38)
    return Decimal(std::fabs(value) > 5e-39 && scale == kMaxScale ? (value < 0 ? -1 : 1) : 0, scale);
  std::array<char, 64> fixed;
  const auto fixed_end = std::to_chars(fixed.data(), fixed.data() + fixed.size(), value, std::chars_format::fixed, 38);
  const auto rounded = parse({fixed.data(), fixed_end.ptr});
  return rounded ? rounded->rescale_half_even(scale) : std::nullopt;
}

int Decimal::digits() const {
  const Int128 magnitude = coefficient_ < 0 ? -coefficient_ : coefficient_;
  int count = 0;
  while (count < kMaxDigits && magnitude >= kPowers[static_cast<std::size_t>(count)]) ++count;
  return count;
}

std::optional<Decimal> Decimal::rescale_exact(int scale) const {
  if (!valid_scale(scale)) return std::nullopt;
  if (scale >= scale_) {
    const auto value = shifted(coefficient_, scale - scale_);
    return value ? make(*value, scale) : std::nullopt;
  }
  const Int128 power = kPowers[static_cast<std::size_t>(scale_ - scale)];
  if (coefficient_ % power != 0) return std::nullopt;
  return Decimal(coefficient_ / power, scale);
}

std::optional<Decimal> Decimal::rescale_half_even(int scale) const {
  if (!valid_scale(scale)) return std::nullopt;
  if (scale >= scale_) return rescale_exact(scale);
  return Decimal(divide_half_even<Int128>(coefficient_, kPowers[static_cast<std::size_t>(scale_ - scale)]), scale);
}

Decimal Decimal::normalized() const {
  Decimal result = *this;
  while (result.scale_ > 0 && result.coefficient_ % 10 == 0) {
    result.coefficient_ /= 10;
    --result.scale_;
  }
  return result;
}

char* Decimal::write(char* out) const {
  Uint128 rest = static_cast<Uint128>(coefficient_);
  if (coefficient_ < 0) {
    *out++ = '-';
    rest = -rest;
  }
  std::array<char, 40> reversed;
  int count = 0;
  while (rest > UINT64_MAX) {
    reversed[static_cast<std::size_t>(count++)] = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  for (auto low = static_cast<std::uint64_t>(rest); low != 0 || count <= scale_; low /= 10)
    reversed[static_cast<std::size_t>(count++)] = static_cast<char>('0' + low % 10);
  while (count > 0) {
    *out++ = reversed[static_cast<std::size_t>(--count)];
    if (count == scale_ && count > 0) *out++ = '.';
  }
  return out;
}

std::string Decimal::to_text() const {
  std::array<char, kMaxText> buffer;
  return {buffer.data(), write(buffer.data())};
}

double Decimal::to_double() const {
  std::array<char, kMaxText> buffer;
  double value = 0;
  std::from_chars(buffer.data(), write(buffer.data()), value);
  return value;
}

std::optional<std::int64_t> Decimal::to_integer() const { return to_scaled(0); }

std::optional<std::int64_t> Decimal::truncated() const {
  return Decimal(coefficient_ / kPowers[scale_], 0).to_scaled(0);
}

std::optional<std::int64_t> Decimal::to_scaled(int scale) const {
  const auto value = rescale_exact(scale);
  if (!value || value->coefficient_ < INT64_MIN || value->coefficient_ > INT64_MAX) return std::nullopt;
  return static_cast<std::int64_t>(value->coefficient_);
}

bool Decimal::fits(int precision, int scale) const {
  const auto value = rescale_exact(scale);
  return value && value->digits() <= precision;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) return a.coefficient_ <=> b.coefficient_;
  const Int128 power_a = kPowers[a.scale_];
  const Int128 power_b = kPowers[b.scale_];
  if (const auto whole = a.coefficient_ / power_a <=> b.coefficient_ / power_b; whole != 0) return whole;
  // Fractions are below their power, so aligned to the finer scale they stay below 10^38.
  const int scale = std::max(a.scale_, b.scale_);
  const Int128 rest_a = a.coefficient_ % power_a * kPowers[static_cast<std::size_t>(scale - a.scale_)];
  const Int128 rest_b = b.coefficient_ % power_b * kPowers[static_cast<std::size_t>(scale - b.scale_)];
  return rest_a <=> rest_b;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  const auto left = shifted(a.coefficient_, scale - a.scale_);
  const auto right = shifted(b.coefficient_, scale - b.scale_);
  Int128 sum = 0;
  if (left && right && !__builtin_add_overflow(*left, *right, &sum) && in_range(sum)) return Decimal(sum, scale);
  return add_wide(a, b);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return add(a, -b); }

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  const int scale = a.scale_ + b.scale_;
  Int128 product = 0;
  if (scale <= Decimal::kMaxScale && !__builtin_mul_overflow(a.coefficient_, b.coefficient_, &product) &&
      in_range(product))
    return Decimal(product, scale);
  return fit(Wide(a.coefficient_) * Wide(b.coefficient_), scale);
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale) {
  if (b.is_zero() || !valid_scale(scale)) return std::nullopt;
  // a.c·10^-a.s / (b.c·10^-b.s) at `scale`: a.c·10^(scale + b.s - a.s) / b.c
  const int shift = scale + b.scale_ - a.scale_;
  Wide numerator = Wide(a.coefficient_);
  Wide denominator = Wide(b.coefficient_);
  if (shift >= 0) numerator *= wide_power(shift);
  if (shift < 0) denominator *= wide_power(-shift);
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  return fit(divide_half_even(numerator, denominator), scale);
}

std::optional<Decimal> remainder(const Decimal& a, const Decimal& b) {
  if (b.is_zero()) return std::nullopt;
  const int scale = std::max(a.scale_, b.scale_);
  const auto left = shifted(a.coefficient_, scale - a.scale_);
  const auto right = shifted(b.coefficient_, scale - b.scale_);
  if (left && right) return Decimal(*left % *right, scale);
  return fit(
      Wide(a.coefficient_) * wide_power(scale - a.scale_) % (Wide(b.coefficient_) * wide_power(scale - b.scale_)),
      scale);
}

}  // namespace bedplate
