#include <algorithm>

#include "base/date_time.hpp"
#include "seed/value.hpp"

namespace bedplate::seed {
namespace {

using enum Meaning;

constexpr std::int64_t kMinute = 60 * kMicrosPerSecond;

std::int64_t days(Dice& dice, std::int64_t low, std::int64_t high) { return dice.between(low, high) * kMicrosPerDay; }

/// µs since 1970; created, then started, changed and ended; nobody is born later than that.
std::int64_t instant(const Recipe& recipe, const RowContext& row, Dice& dice) {
  const Persona& persona = row.persona;
  switch (recipe.meaning) {
    case kCreated:
    case kStart:
      return persona.created;
    case kUpdated:
      return persona.updated;
    case kBirth:
      return persona.created / kMicrosPerDay * kMicrosPerDay - days(dice, 18 * 365, 75 * 365);
    case kEnd:
      return persona.updated + dice.between(1, 30 * 24) * 60 * kMinute;
    case kDue:
      return persona.created + days(dice, 7, 120);
    default:
      break;
  }
  const auto since = static_cast<std::uint64_t>(std::max<std::int64_t>(row.now - persona.created, 1));
  return persona.created + static_cast<std::int64_t>(dice.skewed(since)) / kMicrosPerSecond * kMicrosPerSecond;
}

std::int64_t clamped(const Recipe& recipe, std::int64_t value, std::int64_t step, Dice& dice) {
  const std::int64_t low = recipe.low.value_or(INT64_MIN), high = recipe.high.value_or(INT64_MAX);
  if (value >= low && value <= high) return value;
  if (recipe.low && recipe.high) return dice.between(low, high);
  return value < low ? low + dice.between(0, 100) * step : high - dice.between(0, 100) * step;
}

Cell text_cell(const char* begin, const char* end, Arena& arena) {
  return Cell::text(arena.copy({begin, static_cast<std::size_t>(end - begin)}));
}

}  // namespace

Cell make_moment(const Recipe& recipe, const RowContext& row, Dice& dice, Arena& arena) {
  char text[kMaxTimeText];
  switch (recipe.type.scalar) {
    case Scalar::kDate: {
      std::int64_t day = instant(recipe, row, dice) / kMicrosPerDay;
      // A day each: there are few.
      if (recipe.distinct || recipe.paired) day -= static_cast<std::int64_t>(row.index);
      return text_cell(text, write_date(text, clamped(recipe, day, 1, dice)), arena);
    }
    case Scalar::kTime: {
      const std::int64_t time = dice.between(8 * 12, 18 * 12) * 5 * kMinute;
      return text_cell(text, write_time(text, std::min(clamped(recipe, time, kMinute, dice), kMicrosPerDay - 1)),
                       arena);
    }
    case Scalar::kDuration: {
      const std::int64_t span = (1 + static_cast<std::int64_t>(dice.skewed(48))) * 5 * kMinute;
      // Nothing takes less than no time, unless it has to.
      if (recipe.high && !recipe.low && *recipe.high > 0 && span > *recipe.high)
        return Cell::integer(dice.between(1, *recipe.high));
      return Cell::integer(clamped(recipe, span, kMinute, dice));
    }
    case Scalar::kLocalDateTime: {
      const std::int64_t at = clamped(recipe, instant(recipe, row, dice), kMinute, dice);
      return text_cell(text, write_local_date_time(text, at), arena);
    }
    default:
      return Cell::integer(clamped(recipe, instant(recipe, row, dice), kMinute, dice));
  }
}

Cell make_uuid(std::int64_t instant, Dice& dice, Arena& arena) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto millis = static_cast<std::uint64_t>(std::max<std::int64_t>(instant, 0)) / 1000;
  const std::uint64_t halves[]{(millis & 0xffff'ffff'ffff) << 16 | 0x7000 | dice.below(0x1000),
                               std::uint64_t{1} << 63 | dice.next() >> 2};
  char text[36];
  std::size_t at = 0;
  for (unsigned digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) text[at++] = '-';
    text[at++] = kHex[halves[digit / 16] >> (60 - digit % 16 * 4) & 15];
  }
  return Cell::text(arena.copy({text, sizeof text}));
}

}  // namespace bedplate::seed
