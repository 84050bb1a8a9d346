#include "expr/wide_sum.hpp"

#include <array>

namespace bedplate::expr {
namespace {

__extension__ using Uint128 = unsigned __int128;
/// A magnitude, least limb first: 192 bits of sum and room for six more digits.
using Limbs = std::array<std::uint64_t, 4>;

void negate(Limbs& limbs) {
  bool carry = true;
  for (auto& limb : limbs) {
    limb = ~limb + (carry ? 1 : 0);
    carry = carry && limb == 0;
  }
}

void multiply(Limbs& limbs, std::uint64_t factor) {
  std::uint64_t carry = 0;
  for (auto& limb : limbs) {
    const Uint128 product = static_cast<Uint128>(limb) * factor + carry;
    limb = static_cast<std::uint64_t>(product);
    carry = static_cast<std::uint64_t>(product >> 64);
  }
}

/// Returns the rest.
std::uint64_t divide(Limbs& limbs, std::uint64_t by) {
  std::uint64_t rest = 0;
  for (std::size_t i = limbs.size(); i-- > 0;) {
    const Uint128 part = (static_cast<Uint128>(rest) << 64) | limbs[i];
    limbs[i] = static_cast<std::uint64_t>(part / by);
    rest = static_cast<std::uint64_t>(part % by);
  }
  return rest;
}

std::optional<Decimal> make(const Limbs& limbs, bool negative, int scale) {
  if (limbs[3] != 0 || limbs[2] != 0 || (limbs[1] >> 63) != 0) return std::nullopt;
  const auto value = static_cast<Int128>((static_cast<Uint128>(limbs[1]) << 64) | limbs[0]);
  return Decimal::make(negative ? -value : value, scale);
}

Limbs magnitude(std::uint64_t low, std::uint64_t middle, std::int64_t high) {
  Limbs limbs{low, middle, static_cast<std::uint64_t>(high), high < 0 ? ~std::uint64_t{0} : 0};
  if (high < 0) negate(limbs);
  return limbs;
}

}  // namespace

std::optional<Decimal> WideSum::sum(int scale) const {
  return make(magnitude(low_low_, low_high_, high_), high_ < 0, scale);
}

std::optional<Decimal> WideSum::average(int scale, int to_scale) const {
  if (count_ == 0) return std::nullopt;
  Limbs limbs = magnitude(low_low_, low_high_, high_);
  for (; scale < to_scale; ++scale) multiply(limbs, 10);
  const std::uint64_t rest = divide(limbs, count_);
  const std::uint64_t other = count_ - rest;
  if (rest > other || (rest == other && limbs[0] % 2 != 0)) {
    for (auto& limb : limbs)
      if (++limb != 0) break;
  }
  return make(limbs, high_ < 0, to_scale);
}

}  // namespace bedplate::expr
