#pragma once
// CSV as a body (RFC 4180): a header line of names, then a row a line. Inside rest alone.
#include "base/arena.hpp"
#include "base/result.hpp"
#include "json/document.hpp"

namespace bedplate::rest {

/// An array of objects with string members, in `arena`; views of `text`, which lives as long. Lines end with CRLF or
/// LF; empty ones are skipped; a byte order mark is too. A field without quotes that is empty or `NULL` is null.
/// MALFORMED_REQUEST with the line, where the first row's is `rows_begin`; 0: it is the one behind the header's. One
/// pass, without recursion.
Result<std::span<const json::Node>> parse_csv(std::string_view text, Arena& arena, std::size_t rows_begin = 0);

}  // namespace bedplate::rest
