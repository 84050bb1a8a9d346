#include "search/query.hpp"

#include "search/steps.hpp"

namespace bedplate::search {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_or(std::string_view word) { return word.size() == 2 && (word[0] | 0x20) == 'o' && (word[1] | 0x20) == 'r'; }

void parse_plain(std::string_view text, Analyser& analyser, Steps& steps) {
  const std::string tokens = analyser.tokens(text);
  std::size_t words = 0;
  for (std::size_t at = 0; at + 1 < tokens.size() && !steps.too_many(); ++words) {
    const std::size_t end = tokens.find(' ', at + 1);
    steps.match(std::string_view(tokens).substr(at, end + 1 - at));
    if (words > 0) steps.join(Step::Kind::kAnd);
    at = end;
  }
}

/// Words with `or` between are groups, of which one must match whole.
class Web {
 public:
  Web(std::string_view text, Analyser& analyser, Steps& steps) : text_(text), analyser_(analyser), steps_(steps) {}

  void parse() {
    while (!steps_.too_many()) {
      while (at_ < text_.size() && is_space(text_[at_])) ++at_;
      if (at_ == text_.size()) break;
      one();
    }
    if (in_group_ && groups_ > 0) steps_.join(Step::Kind::kOr);
  }

 private:
  void one() {
    const bool negated = text_[at_] == '-';
    if (negated) ++at_;
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    if (quoted) ++at_;
    const std::size_t begin = at_;
    while (at_ < text_.size() && (quoted ? text_[at_] != '"' : !is_space(text_[at_]) && text_[at_] != '"')) ++at_;
    const auto word = text_.substr(begin, at_ - begin);
    if (quoted && at_ < text_.size()) ++at_;
    if (!quoted && !negated && is_or(word)) return next_group();
    steps_.match(analyser_.tokens(word));
    if (negated) steps_.negate();
    if (in_group_) steps_.join(Step::Kind::kAnd);
    in_group_ = true;
  }

  void next_group() {
    if (!in_group_) return;
    if (groups_++ > 0) steps_.join(Step::Kind::kOr);
    in_group_ = false;
  }

  std::string_view text_;
  Analyser& analyser_;
  Steps& steps_;
  std::size_t at_ = 0;
  std::size_t groups_ = 0;  // that are complete
  bool in_group_ = false;
};

}  // namespace

Result<std::vector<Step>> parse_query(Form form, std::string_view text, Analyser& analyser) {
  if (text.size() > kLongestQuery)
    return failure(Error(Reason::kLimitExceeded, "a search is at most " + std::to_string(kLongestQuery) + " bytes long")
                       .with_hint("search for fewer words"));
  Steps steps;
  switch (form) {
    case Form::kQuery:
      BP_TRY_VOID(parse_operators(text, analyser, steps));
      break;
    case Form::kPlain:
      parse_plain(text, analyser, steps);
      break;
    case Form::kPhrase:
      steps.match(analyser.tokens(text));
      break;
    case Form::kWeb:
      Web(text, analyser, steps).parse();
      break;
  }
  if (steps.too_many())
    return failure(Error(Reason::kLimitExceeded, "a search has at most " + std::to_string(kMostMatches) + " words")
                       .with_hint("search for fewer words, or for a phrase with phfts"));
  return steps.take();
}

}  // namespace bedplate::search
