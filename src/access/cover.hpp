#pragma once
// Cover: how the rules of a type and of its written fields cover a change of a row whole: what must hold of the row
// before, and what of the row afterwards together with what was found before. Parts of two @allows never mix: where
// several could cover it, each that depends on the row before is asked there, and its answer is a slot that the
// condition afterwards reads. Short-lived; one thread.
#include <vector>

#include "access/rewrite.hpp"

namespace bedplate::access {

class Cover {
 public:
  /// Answers take the slots from `first_answer` on. `row` is the row at hand.
  Cover(const AccessView& view, Rewriter& rewrite, const expr::Node* row, std::uint16_t first_answer, Arena& arena)
      : view_(view), rewrite_(rewrite), row_(row), first_answer_(first_answer), build_(arena) {}

  /// Also those of `rules` that govern `verb`, but for @allows that don't name all of `fields`. Without any @allow it
  /// is `otherwise`. False: no row could be covered.
  bool add(const std::vector<model::Rule>& rules, Verb verb, std::span<const FieldId> fields, bool otherwise);

  /// Over the row before; null: nothing.
  const expr::Node* permitted() const { return permitted_; }
  /// Over the row before: what `covered` wants to know of it, by slot from `first_answer` on.
  const std::vector<const expr::Node*>& before() const { return before_; }
  /// Over the new row, the old one and the answers; null: nothing.
  const expr::Node* covered() const { return covered_; }

 private:
  const expr::Node* residue(const expr::Node* condition);
  const expr::Node* as_row(const expr::Node* condition);

  const AccessView& view_;
  Rewriter& rewrite_;
  const expr::Node* row_;
  std::uint16_t first_answer_;
  expr::Builder build_;
  const expr::Node* permitted_ = nullptr;
  const expr::Node* covered_ = nullptr;
  std::vector<const expr::Node*> before_;
};

}  // namespace bedplate::access
