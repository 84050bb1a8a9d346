#pragma once
// The query string: percent-decoding, which parameter is what, and the parameters' own grammars. Linear; bounded by
// the request line's limit and by counts.
#include "base/arena.hpp"
#include "base/result.hpp"
#include "rest/syntax.hpp"

namespace bedplate::rest {

struct QueryLimits {
  int depth = 12;  ///< embeddings below each other
  std::size_t parameters = 200;
};

/// `query`: as sent, after the `?`. Errors: INVALID_QUERY, LIMIT_EXCEEDED, UNKNOWN_PARAMETER, NOT_SERVED_YET.
Result<QuerySyntax> parse_query(std::string_view query, Arena& arena, const QueryLimits& limits);

/// Percent-decoded, `+` as a blank; refuses bad escapes, NUL and what is no UTF-8. Points into `text` where nothing
/// changed.
Result<std::string_view> decode_component(std::string_view text, bool plus_is_blank, Arena& arena);

}  // namespace bedplate::rest
