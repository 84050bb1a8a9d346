#include <vector>

#include "expr/evaluate.hpp"
#include "store/sqlite/value_functions.hpp"

namespace bedplate::store::sqlite {
namespace {

using expr::Node;
using expr::Op;

constexpr std::size_t kArenaBlock = 256;

Cell json(std::span<const Cell> arguments, sql::Call& context) {
  if (arguments.size() < 2 || arguments[0].kind() != CellKind::kText) return Cell::null();
  std::vector<expr::PathStep> path;
  for (const Cell step : arguments.subspan(2)) {
    if (step.kind() == CellKind::kInteger)
      path.push_back({.key = {}, .index = static_cast<std::int32_t>(step.as_integer())});
    else
      path.push_back({.key = step.as_bytes(), .index = -1});
  }
  Node value;
  value.type = {.scalar = Scalar::kJson};
  value.literal = arguments[0];
  const Node* args[] = {&value};
  Node node;
  node.op = Op::kJsonPath;
  node.as_text = arguments[1].as_integer() != 0;
  node.type = {.scalar = node.as_text ? Scalar::kString : Scalar::kJson};
  node.args = args;
  node.path = path;
  Arena arena(kArenaBlock);
  const Cell cell = expr::evaluate(node, {.json_texts = context.json_texts, .interrupt = context.interrupt}, arena);
  if (cell.kind() != CellKind::kText) return cell;
  context.scratch.assign(cell.as_bytes());
  return Cell::text(context.scratch);
}

constexpr sql::Function kFunctions[] = {{"bp_json", -1, json}};

}  // namespace

std::span<const sql::Function> json_functions() { return kFunctions; }

}  // namespace bedplate::store::sqlite
