#pragma once
// Explanations: which rule decides an operation for one set of facts, as far as it can be told without a row. For
// `bedplate access explain` and `/api/$access`. Pure; what it makes lives in the arena and the view's model.
#include <string>

#include "access/view.hpp"

namespace bedplate::access {

/// What the facts alone say about a rule or an operation.
enum class Outcome : std::uint8_t {
  kHolds,  ///< on every row
  kFails,  ///< on no row: FALSE or UNKNOWN whatever it holds
  kByRow,  ///< the row decides
};
/// `holds`, `fails`, `by row`.
std::string_view outcome_word(Outcome outcome);

struct RuleOutcome {
  const model::Rule* rule = nullptr;
  Outcome when = Outcome::kFails;
  const expr::Node* left = nullptr;  ///< kByRow: what the row has to fulfil
};

struct FieldOutcome {
  FieldId field = model::kNoField;
  Outcome allowed = Outcome::kHolds;
  std::vector<RuleOutcome> rules;  ///< the field's own, of the verb
};

struct Explanation {
  EntityId entity = 0;
  Verb verb = Verb::kRead;
  Outcome allowed = Outcome::kFails;
  const model::NotServed* unbuilt = nullptr;  ///< the operation answers 501
  bool tenant_limited = false;                ///< only rows of the caller's tenant
  std::vector<RuleOutcome> rules;             ///< the type's, of the verb, in order
  std::vector<FieldOutcome> fields;           ///< READ: each that the caller could name; CREATE, UPDATE: could write
  std::string reason;                         ///< one sentence: what decided
};

Explanation explain(const AccessView& view, EntityId entity, Verb verb, Arena& arena);

/// `{"resource", "operation", "allowed": true | false | "by row", "reason", "rules": […], "fields": […]}`; rule texts
/// only `with_rules`.
std::string explanation_json(const Explanation& explanation, const model::Model& model, bool with_rules);

}  // namespace bedplate::access
