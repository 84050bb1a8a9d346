// Explanations as JSON, conditions as the text of a rule.
#include "access/explain.hpp"
#include "access/model_names.hpp"
#include "json/writer.hpp"

namespace bedplate::access {
namespace {

using expr::Node;

Outcome now(const RuleOutcome& rule) { return rule.on_row.value_or(rule.when); }

void write_rules(json::Writer& out, const std::vector<RuleOutcome>& rules, const model::Model& model, bool with_rules) {
  out.key("rules");
  out.begin_array();
  for (const RuleOutcome& each : rules) {
    out.begin_object();
    out.member("effect", each.rule->allow ? "allow" : "deny");
    // What a rule says of the row's hidden values is its author's to see; the caller is told the verdict.
    out.member("when", outcome_word(with_rules ? now(each) : each.when));
    if (with_rules) {
      if (each.on_row && !each.afterwards.empty()) {
        out.key("afterwards");
        out.begin_array();
        for (const Node* condition : each.afterwards) out.string(condition_text(*condition, model));
        out.end_array();
      }
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
  if (outcome == Outcome::kByRow || outcome == Outcome::kByNewRow)
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
    case Outcome::kByNewRow:
      return "by new row";
  }
  return "fails";
}

std::string condition_text(const Node& condition, const model::Model& model) {
  return expr::describe(condition, ModelNames(model));
}

std::string explanation_json(const Explanation& explanation, const model::Model& model, bool with_rules) {
  std::string text;
  json::Writer out(text);
  out.begin_object();
  out.member("resource", model.entity(explanation.entity).plural);
  out.member("operation", model::verb_name(explanation.verb));
  write_outcome(out, explanation.unbuilt ? Outcome::kFails : explanation.on_row.value_or(explanation.allowed));
  out.member("reason", explanation.reason);
  write_rules(out, explanation.rules, model, with_rules);
  out.key("fields");
  out.begin_array();
  for (const FieldOutcome& each : explanation.fields) {
    // A field that the caller may never read or write has no name for it, nor has any of a type that it may not.
    if (!with_rules && (each.allowed == Outcome::kFails || explanation.allowed == Outcome::kFails)) continue;
    out.begin_object();
    out.member("field", model.field(explanation.entity, each.field).name);
    write_outcome(out, each.on_row.value_or(each.allowed));
    if (!each.rules.empty()) write_rules(out, each.rules, model, with_rules);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return text;
}

}  // namespace bedplate::access
