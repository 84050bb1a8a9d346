#include <algorithm>

#include "seed/value.hpp"

namespace bedplate::seed {
namespace {

using enum Meaning;

constexpr std::int64_t kCents = 100;

/// In hundredths.
std::int64_t usual(Meaning meaning, const Persona& persona, Dice& dice) {
  const auto whole = [&](std::int64_t low, std::int64_t high) { return kCents * dice.between(low, high); };
  const auto skewed = [&](std::int64_t low, std::uint64_t span) {
    return kCents * (low + static_cast<std::int64_t>(dice.skewed(span)));
  };
  switch (meaning) {
    case kPrice:
      return persona.cents;
    case kReduced:
      return persona.cents * dice.between(12, 19) / 20;
    case kCost:
      return persona.cents * dice.between(8, 14) / 20;
    case kTotal:
      return persona.cents * (1 + static_cast<std::int64_t>(dice.skewed(12)));
    case kQuantity:
      return skewed(1, 9);
    case kStock:
      return skewed(0, 400);
    case kStars:
      return kCents * (5 - static_cast<std::int64_t>(dice.skewed(5)));
    case kAge:
      return whole(18, 84);
    case kYear:
      return whole(1970, 2025);
    case kPercent:
      return whole(0, 20) * 5;
    case kLatitude:
      return dice.between(-45 * kCents, 65 * kCents);
    case kLongitude:
      return dice.between(-175 * kCents, 175 * kCents);
    case kPosition:
      return skewed(1, 12);
    case kWeight:
      return skewed(50, 4000);
    case kDays:
      return whole(1, 30);
    case kHours:
      return skewed(1, 10);
    case kLength:
      return skewed(1000, 400'000);
    default:
      return skewed(1, 1000);
  }
}

struct Range {
  std::int64_t low, high;
};

Range range_of(const Recipe& recipe) {
  Range range{INT64_MIN, INT64_MAX};
  if (recipe.type.scalar == Scalar::kInt) range = {INT32_MIN, INT32_MAX};
  if (recipe.type.scalar == Scalar::kDecimal) {
    // Of those with more digits after the point than nine the others are zero.
    const int scale = std::min<int>(recipe.type.scale, 9);
    std::int64_t most = 1;
    for (int i = 0; i < std::min(recipe.type.precision - recipe.type.scale + scale, 18); ++i) most *= 10;
    range = {1 - most, most - 1};
  }
  range.low = std::max(range.low, recipe.low.value_or(range.low));
  range.high = std::min(range.high, recipe.high.value_or(range.high));
  return range;
}

/// What is beyond the range is some number in it, near its end.
std::int64_t within(std::int64_t number, Range range, std::int64_t units, Dice& dice) {
  if (number >= range.low && number <= range.high) return number;
  if (range.low >= range.high) return range.low;
  const auto width = static_cast<std::uint64_t>(range.high) - static_cast<std::uint64_t>(range.low);
  const auto step = static_cast<std::int64_t>(std::min(width, static_cast<std::uint64_t>(100 * units)));
  return number < range.low ? range.low + dice.between(0, step) : range.high - dice.between(0, step);
}

}  // namespace

std::int64_t make_number(const Recipe& recipe, const RowContext& row, Dice& dice) {
  const std::int64_t units = units_of(recipe.type);
  const Range range = range_of(recipe);
  const bool whole = recipe.type.scalar == Scalar::kInt || recipe.type.scalar == Scalar::kBigInt;
  if (recipe.distinct && whole) {
    const std::int64_t first = std::max({range.low, row.floor + 1, std::int64_t{1}});
    return std::min(first + static_cast<std::int64_t>(row.index), range.high);
  }
  if (recipe.paired && whole) {
    // Narrow at first, as positions are; wider with every row that was refused.
    const std::uint64_t width = std::uint64_t{8} << std::min(row.attempt, 20u);
    return within(1 + static_cast<std::int64_t>(dice.below(width)), range, units, dice);
  }
  const std::int64_t hundredths = usual(recipe.meaning, row.persona, dice);
  const auto number = static_cast<std::int64_t>(static_cast<Int128>(hundredths) * units / kCents);
  return within(number, range, units, dice);
}

}  // namespace bedplate::seed
