#pragma once
// Explanations: which rule decides an operation for one set of facts, as far as it can be told without a row, and of
// one row with the answers to the explanation's questions about it. For `bedplate access explain` and `/api/$access`.
// Pure; what it makes lives in the arena and the view's model.
#include <optional>
#include <string>

#include "access/view.hpp"

namespace bedplate::access {

/// What the facts alone say about a rule or an operation.
enum class Outcome : std::uint8_t {
  kHolds,     ///< on every row
  kFails,     ///< on no row: FALSE or UNKNOWN whatever it holds
  kByRow,     ///< the row decides
  kByNewRow,  ///< of an UPDATE of one row: the row before is covered, the row as it becomes decides
};
/// `holds`, `fails`, `by row`, `by new row`.
std::string_view outcome_word(Outcome outcome);

struct RuleOutcome {
  const model::Rule* rule = nullptr;
  Outcome when = Outcome::kFails;
  const expr::Node* left = nullptr;  ///< kByRow: what the row has to fulfil
  std::optional<Outcome> on_row;     ///< of the row that was asked about; an UPDATE's: as it is before
  /// UPDATE: what the row has to fulfil (of a @deny: must not) as it becomes.
  std::vector<const expr::Node*> afterwards;
};

struct FieldOutcome {
  FieldId field = model::kNoField;
  Outcome allowed = Outcome::kHolds;
  std::optional<Outcome> on_row;
  const expr::Node* shown = nullptr;  ///< READ: what shows it
  std::vector<RuleOutcome> rules;     ///< the field's own, of the verb
};

struct Explanation {
  EntityId entity = 0;
  Verb verb = Verb::kRead;
  Outcome allowed = Outcome::kFails;
  std::optional<Outcome> on_row;
  const model::NotServed* unbuilt = nullptr;  ///< the operation answers 501
  bool tenant_limited = false;                ///< only rows of the caller's tenant
  std::vector<RuleOutcome> rules;             ///< the type's, of the verb, in order
  std::vector<FieldOutcome> fields;           ///< READ: each that the caller could name; CREATE, UPDATE: could write
  std::string reason;                         ///< one sentence: what decided
};

Explanation explain(const AccessView& view, EntityId entity, Verb verb, Arena& arena);

/// What has to be known of a row that the caller may read to explain the operation on it: Booleans over scope 0, each
/// once, to be read as the system (SelectItem::Kind::kVerdict).
std::vector<const expr::Node*> questions(const Explanation& explanation);
/// `answers`, in the order of the questions: TRUE, or FALSE, or UNKNOWN (none).
void answer(Explanation& explanation, const model::Model& model, std::span<const std::optional<bool>> answers);

/// As the text of a rule.
std::string condition_text(const expr::Node& condition, const model::Model& model);

/// `{"resource", "operation", "allowed": true | false | "by row" | "by new row", "reason", "rules": […], "fields":
/// […]}`; rule texts, and what each rule says of the row, only `with_rules`.
std::string explanation_json(const Explanation& explanation, const model::Model& model, bool with_rules);

}  // namespace bedplate::access
