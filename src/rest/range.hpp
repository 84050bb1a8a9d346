#pragma once
// Inside rest alone: Content-Range, and what an offset behind the last row is.
#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace bedplate::rest {

/// `0-24/100`, `*/0`, `0-24/*`: `rows` from `offset` on; a negative total is not known.
std::string content_range(std::int64_t offset, std::int64_t rows, std::int64_t total);

/// RANGE_NOT_SATISFIABLE where it is known that nothing begins there.
Result<void> require_rows_from(std::int64_t offset, std::int64_t total);

}  // namespace bedplate::rest
