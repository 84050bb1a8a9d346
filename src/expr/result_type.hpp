#pragma once
// The type of what an operator or aggregate makes of operand types; the range of that type is the range of the
// result, beyond which it is null. One place for the typing, the evaluator's tests and the docs. Pure.
#include <optional>

#include "base/type.hpp"
#include "expr/tree.hpp"

namespace bedplate::expr {

/// Int is Decimal(10,0) and BigInt Decimal(19,0); a Decimal is itself.
Type as_decimal(const Type& type);
/// The type that both numbers widen to, for a comparison or a choice; none between Float and the others.
std::optional<Type> common_number(const Type& a, const Type& b);
/// kAdd kSubtract kMultiply kDivide kModulo of two numbers of one scalar (after widening); none where the scale would
/// exceed 38, and for the modulo of Floats.
std::optional<Type> arithmetic_type(Op op, const Type& a, const Type& b);
/// kSum kMin kMax kAvg of values of a type; none where it makes no sense.
std::optional<Type> aggregate_type(Op op, const Type& value);
/// Whether values have an order: numbers, text, enums, points and spans of time.
bool is_ordered(const Type& type);
/// Whether a cast takes a point in time to another type of time: the day or hour of a DateTime is that of UTC.
bool casts_in_time(const Type& from, const Type& to);
/// `Int`, `Decimal(10,2)`, `[String]`, for messages. Enums as `Enum`.
std::string type_name(const Type& type);

}  // namespace bedplate::expr
