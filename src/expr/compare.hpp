#pragma once
// Order and equality of values as rules see them. Pure.
#include <optional>

#include "base/cell.hpp"
#include "base/type.hpp"

namespace bedplate::expr {

class EnumRanks;

/// <0, 0, >0; nullopt where either is null, not of its type, or an enum's value is unknown. Texts by code point,
/// numbers by value, enums as declared. `ranks` may be null where no enum is ordered.
std::optional<int> order(const Type& a, Cell x, const Type& b, Cell y, const EnumRanks* ranks);
/// nullopt where either is null. Enums by name, JSON and lists byte by byte.
std::optional<bool> equal(const Type& a, Cell x, const Type& b, Cell y);

}  // namespace bedplate::expr
