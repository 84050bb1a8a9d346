#include "access/explain.hpp"

#include <algorithm>

#include "expr/describe.hpp"
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
      RuleOutcome made{.rule = &rule,
                       .when = outcome,
                       .left = outcome == Outcome::kByRow ? left : nullptr,
                       .on_row = {},
                       .afterwards = {}};
      if (verb == Verb::kUpdate && outcome != Outcome::kFails) {
        if (made.left && !is_settled(*left)) made.afterwards.push_back(left);
        const Node* check = rule.check ? expr::simplify_condition(rule.check, holds, arena_) : nullptr;
        if (check && !expr::is_true(*check)) made.afterwards.push_back(check);
      }
      out.push_back(std::move(made));
    }
    return out;
  }

  FieldOutcome field(EntityId entity, FieldId id, Verb verb) const {
    const model::Field& of = view_.model().field(entity, id);
    FieldOutcome made{.field = id, .allowed = Outcome::kHolds, .rules = rules(of.rules, verb)};
    if (verb == Verb::kRead) {
      made.shown = view_.field_shown(entity, id);
      made.allowed = outcome_of(made.shown);
    } else if (verb == Verb::kCreate) {
      made.allowed = outcome_of(view_.written_field(entity, id, Verb::kCreate));
    } else {
      made.allowed = by_rules(made.rules);
    }
    return made;
  }

 private:
  /// What it says of a row stays so whatever an UPDATE writes: it reads nothing but fields that none may write.
  bool is_settled(const Node& condition) const {
    return !expr::any_node(condition, [&](const Node& node) {
      if (node.op == Op::kHop || expr::is_relation(node.op)) return true;
      if (node.op != Op::kField) return false;
      const model::Field& field = view_.model().field(node.entity, node.member);
      return !field.is_column() || !(field.read_only || field.immutable);
    });
  }

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

class ModelNames final : public expr::Names {
 public:
  explicit ModelNames(const model::Model& model) : model_(model) {}
  std::string_view member_name(EntityId entity, expr::MemberId member) const override {
    return model_.field(entity, member).name;
  }
  expr::Fact fact_of(expr::FactId fact) const override { return model_.facts[fact]; }

 private:
  const model::Model& model_;
};

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

namespace {

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
