// The half of explanations that is about one row: what has to be asked of it, and what the answers decide.
#include <algorithm>

#include "access/explain.hpp"
#include "expr/visit.hpp"

namespace bedplate::access {
namespace {

using expr::Node;
using model::Rule;

Outcome now(const RuleOutcome& rule) { return rule.on_row.value_or(rule.when); }

/// What the rules say of the row; `named`: which of the @allows speak of it. Without one of those that do it fails, and
/// without any @allow it is `otherwise`.
template <class Named>
Outcome on_row(const std::vector<RuleOutcome>& rules, Outcome otherwise, const Named& named) {
  bool any = false, granted = false, perhaps = false, denied_perhaps = false;
  for (const RuleOutcome& each : rules) {
    const bool holds = now(each) == Outcome::kHolds;
    if (!each.rule->allow) {
      if (holds) return Outcome::kFails;
      denied_perhaps = denied_perhaps || !each.afterwards.empty();
      continue;
    }
    any = true;
    if (!holds || !named(*each.rule)) continue;
    (each.afterwards.empty() ? granted : perhaps) = true;
  }
  if (any && !granted && !perhaps) return Outcome::kFails;
  const Outcome best = any ? (granted ? Outcome::kHolds : Outcome::kByNewRow) : otherwise;
  return best == Outcome::kHolds && denied_perhaps ? Outcome::kByNewRow : best;
}

Outcome both(Outcome a, Outcome b) {
  if (a == Outcome::kFails || b == Outcome::kFails) return Outcome::kFails;
  return a == Outcome::kHolds ? b : a;
}

std::string reason_on_row(const Explanation& of, const model::Model& model) {
  const std::string& type = model.entity(of.entity).name;
  const std::string verb(model::verb_name(of.verb));
  switch (*of.on_row) {
    case Outcome::kHolds:
      return of.verb == Verb::kRead ? "the caller may read this row"
                                    : "an @allow of " + type + " grants " + verb + " on this row";
    case Outcome::kByNewRow:
      return "this row may be changed if it still fulfils the rules of " + type + " as it becomes";
    default:
      break;
  }
  for (const RuleOutcome& each : of.rules)
    if (!each.rule->allow && now(each) == Outcome::kHolds)
      return "a @deny of " + type + " refuses " + verb + " on this row";
  return "no @allow of " + type + " grants " + verb + " on this row";
}

/// Calls `use` with each condition that the row decides, always in the same order.
template <class Use>
void each_question(const Explanation& of, const Use& use) {
  for (const auto& rule : of.rules)
    if (rule.left) use(*rule.left);
  for (const auto& field : of.fields) {
    if (field.allowed == Outcome::kByRow && field.shown) use(*field.shown);
    if (of.verb == Verb::kRead) continue;
    for (const auto& rule : field.rules)
      if (rule.left) use(*rule.left);
  }
}

/// The same condition is asked once: of `count` different ones the one that this is, else `count`.
std::size_t position(const std::vector<const Node*>& asked, const Node& condition) {
  const auto at = std::ranges::find_if(asked, [&](const Node* each) { return expr::same(*each, condition); });
  return static_cast<std::size_t>(at - asked.begin());
}

}  // namespace

std::vector<const Node*> questions(const Explanation& explanation) {
  std::vector<const Node*> asked;
  each_question(explanation, [&](const Node& condition) {
    if (position(asked, condition) == asked.size()) asked.push_back(&condition);
  });
  return asked;
}

void answer(Explanation& of, const model::Model& model, std::span<const std::optional<bool>> answers) {
  const auto asked = questions(of);
  BP_ASSERT(asked.size() == answers.size());
  const auto decided = [&](const Node& condition, bool unknown) {
    return answers[position(asked, condition)].value_or(unknown) ? Outcome::kHolds : Outcome::kFails;
  };
  const auto decide = [&](std::vector<RuleOutcome>& rules) {
    // A @deny that is UNKNOWN denies, an @allow that is UNKNOWN does not allow.
    for (RuleOutcome& rule : rules) rule.on_row = rule.left ? decided(*rule.left, !rule.rule->allow) : rule.when;
  };
  decide(of.rules);
  const auto any = [](const Rule&) { return true; };
  of.on_row = of.verb == Verb::kRead          ? Outcome::kHolds
              : of.allowed == Outcome::kFails ? Outcome::kFails
                                              : on_row(of.rules, Outcome::kFails, any);
  for (FieldOutcome& field : of.fields) {
    decide(field.rules);
    if (of.verb == Verb::kRead) {
      field.on_row = field.allowed == Outcome::kByRow ? decided(*field.shown, false) : field.allowed;
      continue;
    }
    const auto named = [&](const Rule& rule) {
      return rule.fields.empty() || std::ranges::find(rule.fields, field.field) != rule.fields.end();
    };
    field.on_row = both(field.allowed == Outcome::kFails ? Outcome::kFails : on_row(of.rules, Outcome::kFails, named),
                        on_row(field.rules, Outcome::kHolds, any));
  }
  of.reason = reason_on_row(of, model);
}

}  // namespace bedplate::access
