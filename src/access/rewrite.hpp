#pragma once
// Rewriter: copies expressions into a template's arena and, on the way, makes them say all they mean: @computed
// fields become their expressions, and what a client named is narrowed to what it may read at every hop. Rules,
// @computed and constraints are copied as the system: they see every row of the tenant. Short-lived; one thread.
#include <vector>

#include "access/view.hpp"
#include "expr/builder.hpp"

namespace bedplate::access {

class Rewriter {
 public:
  Rewriter(const AccessView& view, Arena& arena) : view_(view), arena_(arena), build_(arena) {}

  /// `node`, over scope 0, as the system sees it, with scope 0 being `row`.
  const expr::Node* as_system(const expr::Node* node, const expr::Node* row);
  /// The same as the caller sees it: fields and rows it may not read count as null and absent.
  const expr::Node* as_caller(const expr::Node* node, const expr::Node* row);

  /// What must hold of the row between, for the caller to see a many-to-many relation's link; null: nothing.
  const expr::Node* link_seen(EntityId entity, FieldId relation);

  /// Over `row`: its to-one relation leads nowhere (null), or to a row that the caller may read.
  const expr::Node* target_seen(const expr::Node* row, FieldId relation);

  /// The first variable that no expression copied so far has. Two variables of one number would let one row stand
  /// for another, so that an operation that needs more than there are (exhausted) must be refused.
  std::uint16_t next_scope() const { return next_scope_; }
  bool exhausted() const { return exhausted_; }

  /// The row of scope 0.
  const expr::Node* row(EntityId entity) { return build_.row(entity, 0, false); }
  /// `a && b`; either may be null or literal TRUE and then is left out; null when nothing is left.
  const expr::Node* both(const expr::Node* a, const expr::Node* b) { return build_.both(a, b); }

 private:
  /// Which row each variable of the copied expression stands for.
  using Variables = std::vector<std::pair<std::uint16_t, const expr::Node*>>;
  struct Context {
    Variables variables;
    bool caller = false;
    bool sees_all = false;  ///< the condition by which a row is the tenant's is itself asked of every row
  };

  const expr::Node* copy(const expr::Node* node, const Context& context);
  const expr::Node* near_keys(const expr::Node* node);
  const expr::Node* copy_field(const expr::Node* node, const Context& context);
  const expr::Node* copy_relation(const expr::Node* node, const Context& context);
  expr::Node* clone(const expr::Node& node);
  /// What must hold for rows reached by the hops of `row` to be seen.
  const expr::Node* hops_seen(const expr::Node* row, const Context& context);
  /// What must hold for a row of `entity` to be seen from one of `from`; null: nothing.
  const expr::Node* row_seen(EntityId from, const expr::Node* row, const Context& context);
  /// The same of the row between; `scope` its variable.
  const expr::Node* link_seen(EntityId entity, FieldId relation, std::uint16_t scope, const Context& context);
  /// What must hold of `row` for its field or relation to show; null: nothing.
  const expr::Node* member_shown(const expr::Node* row, FieldId member);
  /// There is a row where the hop leads.
  const expr::Node* present(const expr::Node* hop);
  const expr::Node* masked(const expr::Node* condition, const expr::Node* value);

  const AccessView& view_;
  Arena& arena_;
  expr::Builder build_;
  std::uint16_t take_scope();

  static constexpr std::uint16_t kLastScope = 0xbfff;  // what is above is plan's
  std::uint16_t next_scope_ = 1;
  bool exhausted_ = false;
};

}  // namespace bedplate::access
