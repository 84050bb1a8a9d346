#include "access/cover.hpp"

#include <algorithm>

#include "expr/simplify.hpp"
#include "expr/visit.hpp"

namespace bedplate::access {

using expr::Node;
using expr::Op;
using model::Rule;

namespace {

bool covers_fields(const Rule& rule, std::span<const FieldId> fields) {
  return rule.fields.empty() || std::ranges::all_of(fields, [&](FieldId field) {
           return std::ranges::find(rule.fields, field) != rule.fields.end();
         });
}

/// One @allow that could cover the change; null parts hold of every row.
struct Alternative {
  const Node* when = nullptr;
  const Node* check = nullptr;
};

bool never(const Node& node) {
  return node.op == Op::kLiteral && (node.literal.is_null() || node.literal.as_integer() == 0);
}

}  // namespace

/// What is left of it for the caller's facts.
const Node* Cover::residue(const Node* condition) {
  const auto holds = [this](expr::FactId fact) { return view_.facts().test(fact); };
  return expr::simplify_condition(condition, holds, build_.arena());
}

const Node* Cover::as_row(const Node* condition) {
  return condition == nullptr || expr::is_true(*condition) ? nullptr : rewrite_.as_system(condition, row_);
}

bool Cover::add(const std::vector<Rule>& rules, Verb verb, std::span<const FieldId> fields, bool otherwise) {
  std::vector<Alternative> alternatives;
  bool narrowed = false;
  for (const Rule& rule : rules) {
    if (!rule.verbs.has(verb)) continue;
    const Node* when = residue(rule.allow ? rule.when : build_.negated(rule.when));
    if (!rule.allow) {
      // A @deny must hold of neither row; one that is UNKNOWN denies.
      if (never(*when)) return false;
      permitted_ = build_.both(permitted_, as_row(when));
      covered_ = build_.both(covered_, as_row(when));
      continue;
    }
    narrowed = true;
    if (never(*when) || !covers_fields(rule, fields)) continue;
    const Node* check = rule.check == nullptr ? nullptr : residue(rule.check);
    if (check != nullptr && never(*check)) continue;
    alternatives.push_back({.when = as_row(when), .check = as_row(check)});
  }
  if (!narrowed) return otherwise;
  if (alternatives.empty()) return false;

  std::vector<const Node*> before, after;
  const Type boolean{.scalar = Scalar::kBoolean};
  for (const Alternative& each : alternatives) {
    before.push_back(each.when == nullptr ? build_.boolean(true) : each.when);
    const Node* covered = build_.both(each.when, each.check);
    // Of a single one the row before was asked already.
    if (alternatives.size() > 1 && each.when != nullptr) {
      const auto slot = static_cast<std::uint16_t>(first_answer_ + before_.size());
      before_.push_back(each.when);
      covered = build_.both(build_.slot(slot, boolean), covered);
    }
    after.push_back(covered == nullptr ? build_.boolean(true) : covered);
  }
  const auto any = [&](const std::vector<const Node*>& parts) -> const Node* {
    if (std::ranges::any_of(parts, [](const Node* part) { return expr::is_true(*part); })) return nullptr;
    return build_.joined(Op::kOr, parts);
  };
  permitted_ = build_.both(permitted_, any(before));
  covered_ = build_.both(covered_, any(after));
  return true;
}

}  // namespace bedplate::access
