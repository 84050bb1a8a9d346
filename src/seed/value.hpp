#pragma once
// make_value(): a canonical cell for a field, by its recipe. What it makes obeys the type and the bounds, lengths and
// counts of the constraint; a pattern wherever one can be made up. Texts live in the arena given.
#include "base/arena.hpp"
#include "base/cell.hpp"
#include "seed/persona.hpp"
#include "seed/recipe.hpp"

namespace bedplate::seed {

/// Of the row that a value is made for.
struct RowContext {
  const model::Model& model;
  const Persona& persona;
  std::uint64_t index = 0;   ///< from 0
  std::uint64_t before = 0;  ///< rows that were there before: distinct values are not theirs
  unsigned attempt = 0;      ///< how many rows in its place were refused, as by a unique
  std::int64_t floor = 0;    ///< distinct whole numbers are above it
  std::int64_t now = 0;      ///< µs since 1970
};

Cell make_value(const Recipe& recipe, const RowContext& row, Dice& dice, Arena& arena);

/// In number.cpp: a whole number of units, within the recipe's bounds and the type's own.
std::int64_t make_number(const Recipe& recipe, const RowContext& row, Dice& dice);
/// In moment.cpp: of DateTime, LocalDateTime, Date, Time and Duration.
Cell make_moment(const Recipe& recipe, const RowContext& row, Dice& dice, Arena& arena);
/// A UUIDv7 of that instant (µs since 1970).
Cell make_uuid(std::int64_t instant, Dice& dice, Arena& arena);

}  // namespace bedplate::seed
