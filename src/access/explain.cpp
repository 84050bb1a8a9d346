#include "access/explain.hpp"

#include <algorithm>

#include "expr/simplify.hpp"
#include "expr/visit.hpp"

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

/// What the type's rules, whose `fields:` may have it or not, leave of a field's own verdict.
Outcome within(const std::vector<RuleOutcome>& of_type, Outcome allowed, FieldId field, Outcome own) {
  if (allowed == Outcome::kFails || own == Outcome::kFails) return Outcome::kFails;
  Outcome best = Outcome::kFails;
  for (const RuleOutcome& each : of_type) {
    if (!each.rule->allow || !names(*each.rule, field) || each.when == Outcome::kFails) continue;
    if (each.when == Outcome::kHolds) return own;
    best = each.when;
  }
  return best;
}

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

}  // namespace

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
      if (is_listed(of.fields[f], verb)) {
        auto& field = made.fields.emplace_back(explainer.field(entity, static_cast<FieldId>(f), verb));
        if (verb != Verb::kRead) field.allowed = within(made.rules, made.allowed, field.field, field.allowed);
      }
  made.reason = reason_of(made, view.model());
  if (needs_read)
    made.reason =
        std::string(model::verb_name(verb)) + " needs READ of the row, and no @allow of " + of.name + " grants it";
  return made;
}

}  // namespace bedplate::access
