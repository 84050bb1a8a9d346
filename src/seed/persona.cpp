#include "seed/persona.hpp"

#include <algorithm>

namespace bedplate::seed {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

/// Most are cheap, and end as prices do.
std::int64_t price(Dice& dice) {
  constexpr std::int64_t kEnds[]{99, 99, 95, 50, 0, 0};
  const auto whole = static_cast<std::int64_t>(dice.skewed(200));
  const std::int64_t cents = whole * 100 + dice.of<std::int64_t>(kEnds);
  return std::max<std::int64_t>(cents, 99);
}

}  // namespace

std::int64_t moment_of(Dice dice, const Period& period, std::uint64_t index) {
  const auto span = static_cast<Int128>(period.last - period.first);
  const auto at = [&](std::uint64_t row) {
    return period.first + static_cast<std::int64_t>(span * static_cast<Int128>(row) / static_cast<Int128>(period.rows));
  };
  const std::int64_t begin = at(std::min(index, period.rows));
  const std::int64_t end = at(std::min(index + 1, period.rows));
  const auto within =
      static_cast<std::int64_t>(dice.below(static_cast<std::uint64_t>(std::max<std::int64_t>(end - begin, 1))));
  return (begin + within) / kSecond * kSecond;
}

Persona make_persona(Dice dice, std::int64_t created, std::int64_t now) {
  Persona made;
  made.given = dice.of(words::given_names());
  made.family = dice.of(words::family_names());
  made.town = &dice.of(words::towns());
  made.company = std::string(dice.of(words::company_words())) + " " + std::string(dice.of(words::company_forms()));
  made.thing = std::string(dice.of(words::qualities())) + " " + std::string(dice.of(words::things()));
  made.cents = price(dice);
  made.created = created;
  const auto since = static_cast<std::uint64_t>(std::max<std::int64_t>(now - made.created, 0));
  made.updated = made.created + static_cast<std::int64_t>(dice.skewed(since)) / kSecond * kSecond;
  return made;
}

}  // namespace bedplate::seed
