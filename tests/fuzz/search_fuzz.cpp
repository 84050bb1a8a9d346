// What is searched for and in: the first byte chooses the form and the language, the rest is the query. No input may
// crash; the steps of what is accepted leave one value, and a query that is a phrase is found in itself.
#include "base/assert.hpp"
#include "search/query.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bedplate::search;
  if (size == 0) return 0;
  const auto form = static_cast<Form>(data[0] % 4);
  const auto language = languages()[data[0] / 4 % languages().size()];
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Analyser analyser(language);
  const std::string tokens = analyser.tokens(text);
  BP_ASSERT(tokens.starts_with(' ') && tokens.ends_with(' ') && !tokens.contains("  "));
  const auto steps = parse_query(form, text, analyser);
  if (!steps) {
    BP_ASSERT(form == Form::kQuery || steps.error().reason() == bedplate::Reason::kLimitExceeded);
    return 0;
  }
  std::size_t depth = 0, matches = 0;
  for (const auto& step : *steps) {
    if (step.kind == Step::Kind::kMatch) {
      BP_ASSERT(step.text.size() > 1 && step.text.starts_with(' '));
      ++depth;
      ++matches;
      continue;
    }
    if (step.kind != Step::Kind::kNot) --depth;
    BP_ASSERT(depth > 0);
  }
  BP_ASSERT(depth == (steps->empty() ? 0u : 1u));
  BP_ASSERT(matches <= kMostMatches);
  if (form == Form::kPhrase && matches > 0) BP_ASSERT(tokens.contains(steps->front().text));
  if (form == Form::kPlain)
    for (const auto& step : *steps) BP_ASSERT(step.kind != Step::Kind::kMatch || tokens.contains(step.text));
  return 0;
}
