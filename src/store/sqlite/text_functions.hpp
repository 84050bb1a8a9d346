#pragma once
// The functions and collations of text, forms and numbers that every SQLite connection has. Static tables, pure.
#include <span>

#include "sql/function.hpp"

namespace bedplate::store::sqlite {

/// bp_lower(text), bp_upper(text): full Unicode mapping of no particular language.
/// bp_like(text, pattern, ignore_case): % any text, _ one code point, backslash escapes; linear space.
/// bp_from_spaced(text): YYYY-MM-DD HH:MM:SS[.ffffff] in UTC → µs since 1970.
/// bp_from_real(number, scale): → integer scaled by 10^scale, rounded half-even.
/// Null for nulls and for what is not of that form.
std::span<const sql::Function> text_functions();
/// bp_decimal: decimal texts by number, what is none after them by bytes.
std::span<const sql::Collation> text_collations();

}  // namespace bedplate::store::sqlite
