#pragma once
// Texts by what they mean. Plain functions of a persona and dice.
#include <cstdint>
#include <string>

#include "seed/meaning.hpp"
#include "seed/persona.hpp"

namespace bedplate::seed {

/// `index`: of the row, from 0.
std::string make_text(Meaning meaning, const Persona& persona, std::uint64_t index, Dice& dice);

/// The same text as nobody else's: `ada.lopez@example.com` → `ada.lopez17@example.com`, `Kitchen` → `Kitchen 17`.
std::string made_distinct(Meaning meaning, std::string text, std::uint64_t number);

/// Cut or filled to so many code points.
std::string fitted(std::string text, std::size_t least, std::size_t most);

/// `https://example.com/oak-lamp` from `Oak Lamp`.
std::string slug_of(std::string_view text);

}  // namespace bedplate::seed
