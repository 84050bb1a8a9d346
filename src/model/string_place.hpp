#pragma once
// Where a character of a string's content stands in the source: escapes and the dedenting of block strings undone.
// Internal to the room.
#include "model/draft.hpp"

namespace bedplate::model {

/// The place of byte `offset` of the content of `literal`, a string in `source`; its end where it is shorter.
Place place_in_string(std::string_view source, const sdl::Value& literal, std::uint32_t offset, std::uint32_t length);

}  // namespace bedplate::model
