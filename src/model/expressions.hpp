#pragma once
// Expressions of the schema file, parsed and typed against an entity's fields; facts that they ask for get their
// numbers here. Findings point into the string of the directive. Internal to the room.
#include "model/draft.hpp"

namespace bedplate::model {

/// Where an expression stands, which decides what it may read.
struct ExpressionPlace {
  EntityId entity = kNoEntity;  ///< whose row is scope 0; none: an operation, there is no row
  bool may_read_old = false;
  bool may_read_auth = true;
  std::string_view what;  ///< "`when`", "`check`", "the expression" for messages
};

/// A Boolean expression; null after a finding.
const expr::Node* compile_condition(Draft& draft, const sdl::Value& text, const ExpressionPlace& place);
/// An expression of this type, widened to it where that is exact; null after a finding.
const expr::Node* compile_value(Draft& draft, const sdl::Value& text, const ExpressionPlace& place, const Type& wanted);

/// Warns of what a rule probably does not mean: `!=` on a value that may be null, all() over a list that may be empty.
void add_expression_findings(Draft& draft, const sdl::Value& text, const expr::Node* root);

/// The number of the fact, a new one where no rule has asked for it yet.
expr::FactId fact_id(Model& model, const expr::Fact& fact);

/// Whether the value depends on a row, not only on the principal and the time.
bool reads_row(const expr::Node* root);

}  // namespace bedplate::model
