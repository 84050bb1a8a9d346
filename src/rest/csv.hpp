#pragma once
// CSV as a body (RFC 4180): a header line of names, then a row a line. Inside rest alone.
#include "base/arena.hpp"
#include "base/result.hpp"
#include "json/document.hpp"

namespace bedplate::rest {

/// An array of objects with string members, in `arena`; views of `text`, which lives as long. Lines end with CRLF or
/// LF; empty ones are skipped; a byte order mark is too. A field without quotes that is empty or `NULL` is null.
/// MALFORMED_REQUEST with the line. One pass, without recursion.
Result<std::span<const json::Node>> parse_csv(std::string_view text, Arena& arena);

}  // namespace bedplate::rest
