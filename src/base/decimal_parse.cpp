// Decimal::parse: one pass, any length of text. Zeros are only counted, so that `0.000…` and `1000…e-…` of any
// length end where their number does.
#include <algorithm>

#include "base/decimal.hpp"

namespace bedplate {
namespace {

constexpr std::int64_t kFar = 1'000'000'000'000;  // farther than any text's digits; keeps sums in range

class NumberText {
 public:
  explicit NumberText(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  std::optional<Decimal> read() {
    bool negative = false;
    if (at_ != end_ && (*at_ == '-' || *at_ == '+')) negative = *at_++ == '-';
    read_digits(false);
    if (at_ != end_ && *at_ == '.') {
      ++at_;
      read_digits(true);
    }
    if (!any_ || too_long_ || !read_exponent() || at_ != end_) return std::nullopt;
    return value(negative);
  }

 private:
  void read_digits(bool fraction) {
    for (; at_ != end_ && *at_ >= '0' && *at_ <= '9'; ++at_) {
      any_ = true;
      if (fraction) --exponent_;
      if (*at_ == '0') {
        if (digits_ > 0) ++zeros_;
        continue;
      }
      digits_ += zeros_ + 1;
      if (digits_ > Decimal::kMaxDigits) {
        too_long_ = true;
        digits_ = Decimal::kMaxDigits;  // go on: malformed and too long are both refused
        zeros_ = 0;
        continue;
      }
      for (; zeros_ >= 0; --zeros_) coefficient_ *= 10;
      zeros_ = 0;
      coefficient_ += *at_ - '0';
    }
  }

  bool read_exponent() {
    if (at_ == end_ || (*at_ != 'e' && *at_ != 'E')) return true;
    ++at_;
    bool down = false;
    if (at_ != end_ && (*at_ == '-' || *at_ == '+')) down = *at_++ == '-';
    if (at_ == end_) return false;
    std::int64_t exponent = 0;
    for (; at_ != end_ && *at_ >= '0' && *at_ <= '9'; ++at_) exponent = std::min(exponent * 10 + (*at_ - '0'), kFar);
    exponent_ += down ? -exponent : exponent;
    return at_ == end_;
  }

  // coefficient × 10^(zeros + exponent), at the scale as written if that fits, else without its trailing zeros.
  std::optional<Decimal> value(bool negative) const {
    std::int64_t scale = std::max<std::int64_t>(0, -exponent_);
    if (digits_ == 0) return Decimal::make(0, static_cast<int>(std::min<std::int64_t>(scale, Decimal::kMaxScale)));
    std::int64_t zeros = zeros_ + exponent_ + scale;
    const std::int64_t spare =
        std::max<std::int64_t>({0, digits_ + zeros - Decimal::kMaxDigits, scale - Decimal::kMaxScale});
    if (spare > std::min(zeros, scale)) return std::nullopt;
    scale -= spare;
    zeros -= spare;
    Int128 coefficient = negative ? -coefficient_ : coefficient_;
    for (; zeros > 0; --zeros) coefficient *= 10;
    return Decimal::make(coefficient, static_cast<int>(scale));
  }

  const char* at_;
  const char* end_;
  Int128 coefficient_ = 0;
  std::int64_t digits_ = 0;    // of the coefficient
  std::int64_t zeros_ = 0;     // that follow it
  std::int64_t exponent_ = 0;  // of ten, by the point and by `e`
  bool any_ = false;
  bool too_long_ = false;
};

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) { return NumberText(text).read(); }

}  // namespace bedplate
