#pragma once
// What a search looks for, in four ways of writing it, as steps over a stack: PostgreSQL's to_tsquery,
// plainto_tsquery, phraseto_tsquery and websearch_to_tsquery, as far as runs of tokens can answer them. Linear, without
// recursion, bounded. Pure.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "search/analyser.hpp"

namespace bedplate::search {

enum class Form : std::uint8_t {
  kQuery,   ///< words joined by & | ! <-> and parentheses; `word:*` a prefix
  kPlain,   ///< every word
  kPhrase,  ///< the words one after the other
  kWeb,     ///< every word, "phrases", or, -not; nothing is an error
};

struct Step {
  enum class Kind : std::uint8_t {
    kMatch,  ///< pushes whether `text` is a part of the tokens
    kNot,
    kAnd,  ///< joins the last two
    kOr,
  };
  Kind kind = Kind::kMatch;
  std::string text;
};

inline constexpr std::size_t kLongestQuery = 1024;  ///< bytes
inline constexpr std::size_t kMostMatches = 32;
inline constexpr std::size_t kDeepestQuery = 32;  ///< parentheses and negations

/// Steps that leave one value; none where `text` has no word: such a search finds nothing. INVALID_VALUE for what is no
/// query, LIMIT_EXCEEDED for too much of one.
Result<std::vector<Step>> parse_query(Form form, std::string_view text, Analyser& analyser);

}  // namespace bedplate::search
