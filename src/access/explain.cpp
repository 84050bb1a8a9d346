#include "access/explain.hpp"

#include <algorithm>

#include "expr/simplify.hpp"
#include "expr/visit.hpp"
#include "json/writer.hpp"

namespace bedplate::access {
namespace {

using expr::Node;
using expr::Op;
using model::Rule;

Outcome outcome_of(const Node* left) {
  if (left == nullptr || (left->op == Op::kLiteral && !expr::is_true(*left))) return Outcome::kFails;
  return expr::is_true(*left) ? Outcome::kHolds : Outcome::kByRow;
}

class Explainer {
 public:
  Explainer(const AccessView& view, Arena& arena) : view_(view), arena_(arena) {}

  std::vector<RuleOutcome> rules(const std::vector<Rule>& all, Verb verb) const {
    std::vector<RuleOutcome> out;
    for (const Rule& rule : all) {
      if (!rule.verbs.has(verb)) continue;
      const auto holds = [this](expr::FactId fact) { return view_.facts().test(fact); };
      // A deny that is UNKNOWN denies, so its condition is not narrowed to TRUE.
      const Node* left =
          rule.allow ? expr::simplify_condition(rule.when, holds, arena_) : expr::simplify(rule.when, holds, arena_);
      Outcome outcome = outcome_of(left);
      if (!rule.allow && left->op == Op::kLiteral && left->literal.is_null()) outcome = Outcome::kHolds;
      out.push_back({.rule = &rule, .when = outcome, .left = outcome == Outcome::kByRow ? left : nullptr});
    }
    return out;
  }

  FieldOutcome field(EntityId entity, FieldId id, Verb verb) const {
    const model::Field& of = view_.model().field(entity, id);
    FieldOutcome made{.field = id, .allowed = Outcome::kHolds, .rules = rules(of.rules, verb)};
    if (verb == Verb::kRead) {
      made.allowed = outcome_of(view_.field_shown(entity, id));
    } else if (verb == Verb::kCreate) {
      made.allowed = outcome_of(view_.written_field(entity, id, Verb::kCreate));
    } else {
      made.allowed = by_rules(made.rules);
    }
    return made;
  }

 private:
  static Outcome by_rules(const std::vector<RuleOutcome>& rules) {
    bool allows = false, granted = false, perhaps = false, denied_perhaps = false;
    for (const RuleOutcome& each : rules) {
      if (!each.rule->allow && each.when == Outcome::kHolds) return Outcome::kFails;
      if (!each.rule->allow) denied_perhaps = denied_perhaps || each.when == Outcome::kByRow;
      if (!each.rule->allow) continue;
      allows = true;
      granted = granted || each.when == Outcome::kHolds;
      perhaps = perhaps || each.when == Outcome::kByRow;
    }
    if (allows && !granted && !perhaps) return Outcome::kFails;
    return denied_perhaps || (allows && !granted) ? Outcome::kByRow : Outcome::kHolds;
  }

  const AccessView& view_;
  Arena& arena_;
};

bool is_listed(const model::Field& field, Verb verb) {
  if (field.hidden) return false;
  if (verb == Verb::kRead) return !field.write_only;
  return field.is_column() && !field.read_only && !(verb == Verb::kUpdate && field.immutable);
}

std::string reason_of(const Explanation& of, const model::Model& model) {
  const std::string& type = model.entity(of.entity).name;
  const std::string verb(model::verb_name(of.verb));
  if (of.unbuilt) return verb + " on " + type + " is not served yet: " + of.unbuilt->directive + " governs it";
  if (of.rules.empty()) return "no rule of " + type + " speaks of " + verb + ", so nobody may";
  for (const RuleOutcome& each : of.rules)
    if (!each.rule->allow && each.when == Outcome::kHolds)
      return "a @deny of " + type + " refuses this caller on every row";
  if (of.allowed == Outcome::kFails)
    return "no @allow of " + type + " grants " + verb + " to this caller, whatever the row";
  if (of.allowed == Outcome::kHolds) return "an @allow of " + type + " grants " + verb + " to this caller on every row";
  return "the row decides: an @allow of " + type + " that covers it with its check, and no @deny";
}

void write_rules(json::Writer& out, const std::vector<RuleOutcome>& rules, bool with_rules) {
  out.key("rules");
  out.begin_array();
  for (const RuleOutcome& each : rules) {
    out.begin_object();
    out.member("effect", each.rule->allow ? "allow" : "deny");
    out.member("when", outcome_word(each.when));
    if (with_rules) {
      out.member("rule", each.rule->text);
      out.key("line");
      out.integer(each.rule->position.line);
    }
    out.end_object();
  }
  out.end_array();
}

void write_outcome(json::Writer& out, Outcome outcome) {
  out.key("allowed");
  if (outcome == Outcome::kByRow)
    out.string(outcome_word(outcome));
  else
    out.boolean(outcome == Outcome::kHolds);
}

}  // namespace

std::string_view outcome_word(Outcome outcome) {
  switch (outcome) {
    case Outcome::kHolds:
      return "holds";
    case Outcome::kFails:
      return "fails";
    case Outcome::kByRow:
      return "by row";
  }
  return "fails";
}

Explanation explain(const AccessView& view, EntityId entity, Verb verb, Arena& arena) {
  const model::Entity& of = view.model().entity(entity);
  const Explainer explainer(view, arena);
  Explanation made{.entity = entity,
                   .verb = verb,
                   .allowed = outcome_of(view.rows(entity, verb)),
                   .unbuilt = of.unbuilt(verb),
                   .tenant_limited = of.tenant != model::kNoField,
                   .rules = explainer.rules(of.rules, verb),
                   .fields = {},
                   .reason = {}};
  // A `check` is about values that are not there yet, so it leaves the verdict to the write.
  const bool checked = std::ranges::any_of(made.rules, [](const auto& each) { return each.rule->check != nullptr; });
  if ((verb == Verb::kCreate || verb == Verb::kUpdate) && checked && made.allowed == Outcome::kHolds) {
    const bool plain = std::ranges::any_of(made.rules, [](const auto& each) {
      return each.rule->allow && !each.rule->check && each.when == Outcome::kHolds;
    });
    if (!plain) made.allowed = Outcome::kByRow;
  }
  // Whoever changes or removes a row must be able to read it.
  const bool needs_read = verb != Verb::kRead && verb != Verb::kCreate && view.denied(entity, Verb::kRead) &&
                          made.allowed != Outcome::kFails && !made.unbuilt;
  if (needs_read) made.allowed = Outcome::kFails;
  if (verb == Verb::kRead || verb == Verb::kCreate || verb == Verb::kUpdate)
    for (std::size_t f = 0; f < of.fields.size(); ++f)
      if (is_listed(of.fields[f], verb)) made.fields.push_back(explainer.field(entity, static_cast<FieldId>(f), verb));
  made.reason = reason_of(made, view.model());
  if (needs_read)
    made.reason =
        std::string(model::verb_name(verb)) + " needs READ of the row, and no @allow of " + of.name + " grants it";
  return made;
}

std::string explanation_json(const Explanation& explanation, const model::Model& model, bool with_rules) {
  std::string text;
  json::Writer out(text);
  out.begin_object();
  out.member("resource", model.entity(explanation.entity).plural);
  out.member("operation", model::verb_name(explanation.verb));
  write_outcome(out, explanation.unbuilt ? Outcome::kFails : explanation.allowed);
  out.member("reason", explanation.reason);
  write_rules(out, explanation.rules, with_rules);
  out.key("fields");
  out.begin_array();
  for (const FieldOutcome& each : explanation.fields) {
    // A field that the caller may never read or write has no name for it, nor has any of a type that it may not.
    if (!with_rules && (each.allowed == Outcome::kFails || explanation.allowed == Outcome::kFails)) continue;
    out.begin_object();
    out.member("field", model.field(explanation.entity, each.field).name);
    write_outcome(out, each.allowed);
    if (!each.rules.empty()) write_rules(out, each.rules, with_rules);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return text;
}

}  // namespace bedplate::access
