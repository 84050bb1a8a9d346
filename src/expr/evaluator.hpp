#pragma once
// Evaluator: one run of evaluate(). Private to this folder. Recursion follows the tree, whose depth the parser and
// the inlining of @computed fields bound.
#include <optional>
#include <utility>
#include <vector>

#include "expr/evaluate.hpp"
#include "json/document.hpp"

namespace bedplate::expr {

class Evaluator {
 public:
  Evaluator(const Inputs& inputs, Arena& arena) : inputs_(inputs), arena_(arena) {}
  Cell value(const Node& node);

 private:
  /// TRUE, FALSE, or nullopt for UNKNOWN.
  std::optional<bool> truth(const Node& node);
  Row row(const Node& node);

  // evaluate.cpp
  Cell logic(const Node& node);
  Cell comparison(const Node& node);
  Cell membership(const Node& node);
  Cell numbers(const Node& node);
  // evaluate_text.cpp
  const json::Node* parsed(Cell text);
  std::optional<std::vector<Cell>> elements(const Type& type, Cell list);
  Cell size_of(const Type& type, Cell cell);
  /// True: what runs is to end.
  bool spend(std::size_t work) { return inputs_.interrupt != nullptr && inputs_.interrupt->spend(work); }
  Cell text(const Node& node);
  Cell lists(const Node& node);
  Cell json_path(const Node& node);
  // evaluate_relation.cpp
  Cell relation(const Node& node);
  Cell quantifier(const Node& node, const std::vector<Row>& rows);
  Cell total(const Node& node, const std::vector<Row>& rows);
  Cell extreme(const Node& node, const std::vector<Row>& rows);

  const Inputs& inputs_;
  Arena& arena_;
  std::vector<std::pair<std::uint16_t, Row>> variables_;
};

}  // namespace bedplate::expr
