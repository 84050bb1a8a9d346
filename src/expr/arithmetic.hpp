#pragma once
// Arithmetic over cells: exact, and null instead of an error. Whatever does not fit the result's type, divides by
// zero or does not convert is null. The one definition for the evaluator and for a store's own functions. Pure; text
// results (Decimals above 18 digits) live in the arena.
#include "base/arena.hpp"
#include "base/cell.hpp"
#include "base/decimal.hpp"
#include "base/type.hpp"
#include "expr/tree.hpp"

namespace bedplate::expr {

/// kAdd kSubtract kMultiply kDivide kModulo on operands as type_expression() makes them. Text joins by kAdd.
Cell calculate(Op op, const Type& result, const Type& a, Cell x, const Type& b, Cell y, Arena& arena);
Cell negate(const Type& result, const Type& a, Cell x, Arena& arena);
/// To a wider number; null where a Decimal has too many digits for the result.
Cell widen(const Type& result, const Type& a, Cell x, Arena& arena);
/// To any scalar: numbers round half-even, points in time are UTC where a type has no zone (casts_in_time()), text is
/// read in the form of base/scalar.hpp; null if that fails.
Cell cast(const Type& result, const Type& a, Cell x, Arena& arena);
/// A number as a Cell of a numeric type or Duration; null if it does not fit exactly.
Cell number_cell(const Type& result, const Decimal& value, Arena& arena);

}  // namespace bedplate::expr
