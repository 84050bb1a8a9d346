#pragma once
// The `select` parameter. Depth is bounded by `max_depth` embeddings and the length by the request line's limit.
#include "rest/cursor.hpp"
#include "rest/syntax.hpp"

namespace bedplate::rest {

Result<std::span<const SelectNode>> parse_select(std::string_view text, Arena& arena, int max_depth);

/// `sum()` at the cursor as `sum`; empty, and nothing taken, where there is none.
std::string_view parse_aggregate(Cursor& cursor);

/// `field->a->>b` (without a cast) at the cursor: for select, filters and order.
Result<FieldRef> parse_field(Cursor& cursor);

}  // namespace bedplate::rest
