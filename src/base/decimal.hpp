#pragma once
// Decimal: an exact number of at most 38 digits, as coefficient × 10^-scale with 0 ≤ scale ≤ 38. A value, 32 bytes,
// no allocation. Operations that could not be exact say how they round; what does not fit is nullopt, never wrong.
// Equality and order are those of the number: 1.5 equals 1.50.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bedplate {

__extension__ using Int128 = __int128;

class Decimal {
 public:
  static constexpr int kMaxDigits = 38;
  static constexpr int kMaxScale = 38;
  static constexpr int kMaxText = 48;  ///< enough for `write`

  constexpr Decimal() = default;
  static constexpr Decimal from_integer(std::int64_t value) { return Decimal(value, 0); }
  /// coefficient × 10^-scale; nullopt if it has more than 38 digits or the scale is out of range.
  static std::optional<Decimal> make(Int128 coefficient, int scale);
  /// A scaled int64 as the stores hold it: always fits. `scale` is 0 to 38.
  static constexpr Decimal from_scaled(std::int64_t coefficient, int scale) { return Decimal(coefficient, scale); }
  /// Digits with an optional sign, point and exponent (`12`, `-0.50`, `+.5`, `1e3`, `1.20E-2`). Keeps the scale as
  /// written where that fits. nullopt for any other text, and for a number that needs more than 38 digits.
  static std::optional<Decimal> parse(std::string_view text);
  /// The shortest decimal that reads back as `value`, rounded half-even to `scale`. nullopt if not finite or too big.
  static std::optional<Decimal> from_double(double value, int scale);

  constexpr Int128 coefficient() const { return coefficient_; }
  constexpr int scale() const { return scale_; }
  constexpr bool is_zero() const { return coefficient_ == 0; }
  constexpr bool is_negative() const { return coefficient_ < 0; }
  /// Digits of the coefficient; 0 for zero.
  int digits() const;

  /// The same number with that scale; nullopt where a digit other than 0 would be lost, or it does not fit.
  std::optional<Decimal> rescale_exact(int scale) const;
  /// Rounded half-even to that scale; nullopt where it does not fit.
  std::optional<Decimal> rescale_half_even(int scale) const;
  /// The same number with no trailing zero after the point.
  Decimal normalized() const;

  /// Exactly `scale()` digits after the point (`12.50`, `-0.5`, `7`). Returns the end; needs kMaxText bytes.
  char* write(char* out) const;
  std::string to_text() const;
  double to_double() const;
  /// nullopt when it has a fraction or exceeds int64.
  std::optional<std::int64_t> to_integer() const;
  /// Toward zero; nullopt when it exceeds int64.
  std::optional<std::int64_t> truncated() const;
  /// coefficient at exactly `scale`, as a store's scaled integer; nullopt as in rescale_exact, or beyond int64.
  std::optional<std::int64_t> to_scaled(int scale) const;
  /// Whether a column of `precision` digits with `scale` after the point holds this number exactly.
  bool fits(int precision, int scale) const;

  constexpr Decimal operator-() const { return Decimal(-coefficient_, scale_); }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

  /// Exact; the larger scale (sum of both for multiply), less where only trailing zeros are in the way.
  friend std::optional<Decimal> add(const Decimal& a, const Decimal& b);
  friend std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
  friend std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
  /// Rounded half-even to `scale`; nullopt also for division by zero.
  friend std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale);
  /// The rest of a division truncated toward zero: takes a's sign. nullopt for division by zero.
  friend std::optional<Decimal> remainder(const Decimal& a, const Decimal& b);

 private:
  constexpr Decimal(Int128 coefficient, int scale)
      : coefficient_(coefficient), scale_(static_cast<std::uint8_t>(scale)) {}

  Int128 coefficient_ = 0;
  std::uint8_t scale_ = 0;
};

std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int scale);
std::optional<Decimal> remainder(const Decimal& a, const Decimal& b);
/// The scale of a quotient or an average: six digits more than the finer operand, at most 38.
constexpr int quotient_scale(int a, int b) {
  const int scale = (a > b ? a : b) + 6;
  return scale > Decimal::kMaxScale ? Decimal::kMaxScale : scale;
}
/// Divides to `quotient_scale`.
inline std::optional<Decimal> divide(const Decimal& a, const Decimal& b) {
  return divide(a, b, quotient_scale(a.scale(), b.scale()));
}

}  // namespace bedplate
