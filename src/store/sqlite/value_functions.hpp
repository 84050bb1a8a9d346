#pragma once
// The functions by which SQL on SQLite calculates as rules do: each calls the evaluator's own definition
// (expr/evaluate.hpp) on cells in canonical form. Types come as the codes of sql/type_code.hpp. Static tables, pure.
#include <span>

#include "sql/function.hpp"

namespace bedplate::store::sqlite {

/// bp_add, bp_subtract, bp_multiply, bp_divide, bp_modulo, bp_negate, bp_cast, bp_distinct, bp_in, bp_size,
/// bp_list_contains, bp_list_contained_by, bp_list_overlaps (result's type, type, value, …); bp_compare(type, value,
/// type, value): -1, 0, 1; bp_starts_with, bp_ends_with, bp_contains(text, text).
std::span<const sql::Function> value_functions();
/// bp_json(JSON, as_text, step, …): a text steps into an object, an integer into an array.
std::span<const sql::Function> json_functions();
/// bp_decode(form, type, stored): what a column of an existing table holds → canonical, null where it is none.
std::span<const sql::Function> form_functions();
/// bp_sum and bp_avg(result's type, type, value): exact, nulls don't count.
std::span<const sql::Aggregate> value_aggregates();

}  // namespace bedplate::store::sqlite
