// fts, plfts, phfts, wfts: what is looked for becomes a condition on the tokens of the text (search/query.hpp), of
// words in slots, so that it is filtered, masked and cached as any other.
#include "rest/bind.hpp"
#include "search/query.hpp"

namespace bedplate::rest {

using expr::Node;
using expr::Op;

namespace {

search::Form search_form(std::string_view op) {
  if (op == "plfts") return search::Form::kPlain;
  if (op == "phfts") return search::Form::kPhrase;
  return op == "wfts" ? search::Form::kWeb : search::Form::kQuery;
}

const Node* condition_of(std::span<const search::Step> steps, const Node* tokens, Binding& binding) {
  constexpr Type kTokens{.scalar = Scalar::kString};
  expr::Builder build = binding.build();
  std::vector<const Node*> stack;
  for (const auto& step : steps) {
    switch (step.kind) {
      case search::Step::Kind::kMatch:
        stack.push_back(build.condition(Op::kContains,
                                        {tokens, binding.value(Cell::text(binding.arena.copy(step.text)), kTokens)}));
        break;
      case search::Step::Kind::kNot:
        stack.back() = build.negated(stack.back());
        break;
      case search::Step::Kind::kAnd:
      case search::Step::Kind::kOr: {
        const std::array<const Node*, 2> sides{stack[stack.size() - 2], stack.back()};
        stack.pop_back();
        stack.back() = build.joined(step.kind == search::Step::Kind::kAnd ? Op::kAnd : Op::kOr, sides);
        break;
      }
    }
  }
  BP_ASSERT(stack.size() == 1);
  return stack[0];
}

}  // namespace

Result<const Node*> bind_search(const Test& test, const Node* value, std::string_view name, Binding& binding) {
  const bool plain = value->op == Op::kField && value->args[0]->op == Op::kRow;
  const auto tokens = plain ? binding.model().field(value->entity, value->member).tokens : model::kNoField;
  if (tokens == model::kNoField)
    return failure(Error(Reason::kInvalidQuery,
                         "'" + std::string(test.op) + "' needs full text, which '" + std::string(name) + "' has not")
                       .with_hint("a field has it by @search in the schema; without, use ilike.*word*"));
  const auto& field = binding.model().field(value->entity, tokens);
  if (!test.language.empty() && test.language != field.search_language)
    return failure(Error(Reason::kInvalidQuery, "the words of '" + std::string(name) + "' are analysed as '" +
                                                    field.search_language + "', not as '" + std::string(test.language) +
                                                    "'")
                       .with_hint("leave the language out, or change that of @search in the schema"));
  search::Analyser analyser(field.search_language);
  const auto steps = search::parse_query(search_form(test.op), test.value, analyser);
  if (!steps)
    return failure(Error(steps.error().reason(),
                         "the value for '" + std::string(name) + "' is not valid: " + steps.error().message())
                       .with_hint(steps.error().hint()));
  const Node* kept = binding.build().field(value->args[0], tokens, field.type);
  if (!steps->empty()) return condition_of(*steps, kept, binding);
  // In no tokens, and UNKNOWN of no text, as every search is.
  const std::array<search::Step, 1> nothing{{{.text = "  "}}};
  return condition_of(nothing, kept, binding);
}

}  // namespace bedplate::rest
