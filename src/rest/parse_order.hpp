#pragma once
// The `order` and `columns` parameters.
#include "rest/cursor.hpp"
#include "rest/syntax.hpp"

namespace bedplate::rest {

Result<std::span<const OrderNode>> parse_order(std::string_view parameter, std::string_view text, Arena& arena);
Result<std::span<const std::string_view>> parse_columns(std::string_view text, Arena& arena);

}  // namespace bedplate::rest
