#pragma once
// Line and column of a byte offset, for error messages alone (linear in the offset). Pure.
#include <cstddef>
#include <string_view>

#include "base/error.hpp"

namespace bedplate::json {

/// Position of `offset` in `text`; offsets past the end mean the end. Columns count code points.
Position position_of(std::string_view text, std::size_t offset);

}  // namespace bedplate::json
