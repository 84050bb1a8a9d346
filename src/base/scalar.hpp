#pragma once
// Scalars as text: what a URL, a header or a token says → the canonical Cell (type.hpp), and a canonical Cell →
// JSON, CSV. Pure functions on the hot path: nothing is allocated but in `out`, in the arena where a value has to be
// changed, and in errors. They check a value's form, never an enum's members or a field's constraints.
#include <optional>
#include <string>
#include <string_view>

#include "base/arena.hpp"
#include "base/cell.hpp"
#include "base/decimal.hpp"
#include "base/json_text.hpp"
#include "base/result.hpp"
#include "base/type.hpp"
#include "base/utf8.hpp"

namespace bedplate {

/// The Cell of a value written as plain text. Text Cells point into `text` itself where nothing had to be changed,
/// else into the arena. Lists and JSON must be valid JSON (a list: an array; its elements are not looked at); Bytes
/// are base64 of either alphabet. kInvalidValue with a hint.
Result<Cell> parse_scalar(const Type& type, std::string_view text, Arena& arena);

/// A Decimal in the form its type keeps it in. More digits than the scale or the precision: kInvalidValue.
Result<Cell> decimal_cell(const Type& type, const Decimal& value, Arena& arena);
/// The number in a Cell of any numeric type; nullopt for null, NaN and what is no number. A real in a Decimal field
/// (an existing database's NUMERIC) is rounded to the scale; one in a Float field keeps its shortest digits.
std::optional<Decimal> cell_decimal(const Type& type, Cell cell);

/// The JSON value: Decimal and BigInt with every digit, a Decimal with exactly its scale, Float the shortest that
/// reads back (null where not finite), points in time with the shortest fraction, JSON and lists as they are, Bytes
/// in base64. What an existing database holds against its type is written as the nearest valid JSON.
void append_json(std::string& out, const Type& type, Cell cell);
/// The same with numbers of Decimal and BigInt as strings (`Prefer: numbers=string`, GraphQL, gRPC).
void append_json_exact(std::string& out, const Type& type, Cell cell);
/// The plain text, for CSV: as JSON but without quotes and escapes, and nothing for null.
void append_text(std::string& out, const Type& type, Cell cell);

}  // namespace bedplate
