#pragma once
// WideSum: adds scaled integers without overflow, so that a sum does not depend on the order of its rows and only
// the result has a range. Trivial (an aggregate's state may be zeroed memory); up to 2^63 addends of 38 digits.
#include <cstdint>
#include <optional>

#include "base/decimal.hpp"

namespace bedplate::expr {

class WideSum {
 public:
  void add(Int128 coefficient) {
    __extension__ using Uint128 = unsigned __int128;
    const auto low = (static_cast<Uint128>(low_high_) << 64) | low_low_;
    const Uint128 sum = low + static_cast<Uint128>(coefficient);
    low_low_ = static_cast<std::uint64_t>(sum);
    low_high_ = static_cast<std::uint64_t>(sum >> 64);
    high_ += (coefficient < 0 ? -1 : 0) + (sum < low ? 1 : 0);
    ++count_;
  }
  std::uint64_t count() const { return count_; }
  /// The sum with `scale`; nullopt above 38 digits.
  std::optional<Decimal> sum(int scale) const;
  /// The average of numbers with `scale`, rounded half-even to `to_scale` ≥ scale; nullopt of nothing.
  std::optional<Decimal> average(int scale, int to_scale) const;

 private:
  std::uint64_t low_low_ = 0, low_high_ = 0;  ///< the sum's low 128 bits, two's complement
  std::int64_t high_ = 0;                     ///< and what is above
  std::uint64_t count_ = 0;
};

}  // namespace bedplate::expr
