#include <cmath>

#include "base/scalar.hpp"
#include "expr/arithmetic.hpp"
#include "expr/compare.hpp"
#include "expr/evaluator.hpp"
#include "expr/wide_sum.hpp"

namespace bedplate::expr {

Cell Evaluator::relation(const Node& node) {
  std::vector<Row> rows;
  if (const Row from = row(*node.args[0]); from != nullptr) inputs_.rows->related(from, node, rows);
  variables_.emplace_back(node.scope, nullptr);
  Cell result;
  if (node.op == Op::kExists || node.op == Op::kAll) {
    result = quantifier(node, rows);
  } else {
    // Only rows on which the predicate is TRUE count.
    if (node.args.size() > 1 && node.args[1] != nullptr) {
      std::erase_if(rows, [&](Row one) {
        variables_.back().second = one;
        return truth(*node.args[1]) != true;
      });
    }
    if (node.op == Op::kCount)
      result = Cell::integer(static_cast<std::int64_t>(rows.size()));
    else
      result = node.op == Op::kMin || node.op == Op::kMax ? extreme(node, rows) : total(node, rows);
  }
  variables_.pop_back();
  return result;
}

Cell Evaluator::quantifier(const Node& node, const std::vector<Row>& rows) {
  const bool decisive = node.op == Op::kExists;
  const bool every = node.args.size() < 2 || node.args[1] == nullptr;
  bool unknown = false;
  for (const Row one : rows) {
    variables_.back().second = one;
    const auto holds = every ? std::optional(true) : truth(*node.args[1]);
    if (holds == decisive) return Cell::boolean(decisive);
    unknown = unknown || !holds;
  }
  return unknown ? Cell::null() : Cell::boolean(!decisive);
}

Cell Evaluator::total(const Node& node, const std::vector<Row>& rows) {
  const Type& type = node.args[2]->type;
  const bool real = type.scalar == Scalar::kFloat;
  const int scale = type.scalar == Scalar::kDecimal ? type.scale : 0;
  WideSum sum;
  double reals = 0;
  std::size_t count = 0;
  for (const Row one : rows) {
    variables_.back().second = one;
    const Cell cell = value(*node.args[2]);
    if (real && cell.kind() == CellKind::kReal) {
      reals += cell.as_real();
      ++count;
    } else if (type.scalar == Scalar::kDuration && cell.kind() == CellKind::kInteger) {
      sum.add(cell.as_integer());
    } else if (!real && type.scalar != Scalar::kDuration) {
      const auto number = cell_decimal(type, cell);
      const auto exact = number ? number->rescale_exact(scale) : std::nullopt;
      if (exact) sum.add(exact->coefficient());
    }
  }
  if (real) {
    if (node.op == Op::kAvg && count == 0) return Cell::null();
    const double result = node.op == Op::kAvg ? reals / static_cast<double>(count) : reals;
    return std::isfinite(result) ? Cell::real(result) : Cell::null();
  }
  const auto result = node.op == Op::kAvg ? sum.average(scale, node.type.scale) : sum.sum(scale);
  return result ? number_cell(node.type, *result, arena_) : Cell::null();
}

Cell Evaluator::extreme(const Node& node, const std::vector<Row>& rows) {
  const Type& type = node.args[2]->type;
  Cell best;
  for (const Row one : rows) {
    variables_.back().second = one;
    const Cell cell = value(*node.args[2]);
    if (cell.is_null()) continue;
    // What has no order (an enum's value that this program does not know) is passed over.
    if (!order(type, cell, type, cell, inputs_.enums)) continue;
    const auto result = order(type, cell, type, best, inputs_.enums);
    if (!result || (node.op == Op::kMin ? *result < 0 : *result > 0)) best = cell;
  }
  return best;
}

}  // namespace bedplate::expr
