#pragma once
// Persona: what the values of one row agree on: a name that its e-mail address and login are made of, a town with its
// country and postal code, a price from which a reduced one is taken, when the row came to be and was changed last.
#include <cstdint>
#include <string>

#include "seed/dice.hpp"
#include "seed/words.hpp"

namespace bedplate::seed {

struct Persona {
  std::string_view given, family;
  const words::Town* town = nullptr;
  std::string company;                    ///< `Cedar & Sons`
  std::string thing;                      ///< `Oak Lamp`
  std::int64_t cents = 0;                 ///< a price: 4.99, 120.00
  std::int64_t created = 0, updated = 0;  ///< µs since 1970; created ≤ updated ≤ now

  std::string full_name() const { return std::string(given) + " " + std::string(family); }
  /// `ada.lopez`
  std::string login() const { return words::plain_letters(given) + "." + words::plain_letters(family); }
};

/// When the rows of a type come to be: row by row from `first` to `last`, both in µs since 1970.
struct Period {
  std::int64_t first = 0, last = 0;
  std::uint64_t rows = 1;
};

/// When row `index` comes to be: in whole seconds, later with every row.
std::int64_t moment_of(Dice dice, const Period& period, std::uint64_t index);
/// `now`: the latest instant that anything happened, µs since 1970.
Persona make_persona(Dice dice, std::int64_t created, std::int64_t now);

}  // namespace bedplate::seed
