#pragma once
// Inside sql alone, PostgreSQL only: values to and from text, in the forms of base/scalar.hpp.
#include "sql/arithmetic.hpp"

namespace bedplate::sql {

/// A value of any type as text.
void print_as_text(Writer& writer, const expr::Node& value, const RowNames& rows);

/// The text in `node.args[0]` read as `node.type`; NULL where it is none.
void print_read(Writer& writer, const expr::Node& node, const RowNames& rows);  // conversion_text.cpp

/// The same of any text, which is printed more than once.
void print_read(Writer& writer, const Print& text, const Type& to);

}  // namespace bedplate::sql
