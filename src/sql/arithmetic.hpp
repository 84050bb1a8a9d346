#pragma once
// Inside sql alone: what arithmetic, conversions and aggregates share. On PostgreSQL every part is guarded, so that
// neither a row nor a constant folded by the planner can raise an error.
#include "plan/template.hpp"
#include "sql/named.hpp"

namespace bedplate::sql {

inline constexpr std::string_view kMinBigInt = "-9223372036854775808";
inline constexpr std::string_view kMaxBigInt = "9223372036854775807";
/// Just inside what a double holds and what it tells from zero.
inline constexpr std::string_view kMaxFloat = "1.797693134862315e308";
inline constexpr std::string_view kMinFloat = "2.471e-324";

/// `1000` or `0.001`.
std::string power_of_ten(int exponent);

/// Our function of SQLite: name(result's code, operand's code, operand, …).
void print_call(Writer& writer, std::string_view name, const expr::Node& node, const RowNames& rows);

/// What sorts a value of that type (expression.hpp).
void print_sort_key(Writer& writer, const Type& type, const Print& value);  // comparison.cpp

/// An aggregate of a group of rows, `value` a column of theirs. Null of no value; unlike an expression's aggregate one
/// beyond its type's range is the statement's error. On PostgreSQL an average is its sum.
void print_group_aggregate(Writer& writer, const plan::Grouping::Aggregate& aggregate, const Print& value);

// PostgreSQL alone:
/// The average that a sum and a number of values make.
void print_group_average(Writer& writer, const plan::Grouping::Aggregate& aggregate, const Print& sum,
                         const Print& count);
void print_float_arithmetic(Writer& writer, const expr::Node& node, const RowNames& rows);  // arithmetic_float.cpp
void print_time_arithmetic(Writer& writer, const expr::Node& node, const RowNames& rows);   // arithmetic_time.cpp
/// The numeric where a Decimal of `type` has room for it, else NULL. The value is printed twice.
void print_fitting(Writer& writer, const Print& value, const Type& type);
/// A numeric quotient rounded half-even; NULL by zero.
void print_quotient(Writer& writer, const Print& dividend, const Print& divisor, int scale);
/// A numeric rounded half-even. The value is printed five times.
void print_half_even(Writer& writer, const Print& value, int scale);
/// µs of an interval or a timestamptz, a numeric.
void print_micros(Writer& writer, const Print& value);
/// The interval of so many µs (a numeric), NULL beyond an int64. The value is printed twice.
void print_interval(Writer& writer, const Print& micros);
/// The double of a numeric, NULL where it has none. The value is printed several times.
void print_double(Writer& writer, const Print& number);
/// A value of any text type as PostgreSQL's text.
void print_text_value(Writer& writer, const expr::Node& node, const RowNames& rows);  // text.cpp

}  // namespace bedplate::sql
