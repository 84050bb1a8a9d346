#pragma once
// FilterGenerator: what clients ask beyond the rule language (LIKE, lists as values, JSON paths, casts), as typed trees
// over the world's order. From a seed; nodes live in the arena.
#include "expr/builder.hpp"
#include "support/rules_world.hpp"

namespace bedplate::differential {

class FilterGenerator {
 public:
  FilterGenerator(const test::RulesWorld& world, test::RulesRows& rows, Arena& arena, unsigned seed)
      : world_(world), rows_(rows), arena_(arena), build_(arena), random_(seed) {}

  const expr::Node* next();
  /// Values of the operation that the trees refer to.
  const std::vector<Cell>& slots() const { return slots_; }

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }
  const expr::Node* field(std::string_view name);
  const expr::Node* text_field();
  const expr::Node* text(std::string_view value);
  const expr::Node* slot(Cell cell, Type type);
  const expr::Node* pattern();
  const expr::Node* in_list();
  const expr::Node* lists();
  const expr::Node* path();
  const expr::Node* cast();
  const expr::Node* as_text(const expr::Node* value);

  const test::RulesWorld& world_;
  test::RulesRows& rows_;
  Arena& arena_;
  expr::Builder build_;
  std::minstd_rand random_;
  std::vector<Cell> slots_;
  unsigned turn_ = 0;
};

}  // namespace bedplate::differential
