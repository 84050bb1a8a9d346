// An operator is called as a node of literals: one definition for C++ and for SQL.
#include <array>

#include "expr/compare.hpp"
#include "expr/evaluate.hpp"
#include "sql/type_code.hpp"
#include "store/sqlite/value_functions.hpp"

namespace bedplate::store::sqlite {
namespace {

using expr::Node;
using expr::Op;

constexpr std::size_t kArenaBlock = 256;

/// The result outlives the arena: a text moves to the scratch.
Cell kept(Cell cell, std::string& scratch) {
  if (cell.kind() != CellKind::kText && cell.kind() != CellKind::kBlob) return cell;
  scratch.assign(cell.as_bytes());
  return cell.kind() == CellKind::kText ? Cell::text(scratch) : Cell::blob(scratch);
}

Type type_of(Cell code) { return sql::type_of_code(code.as_integer()); }

template <Op op, std::size_t operands>
Cell call(std::span<const Cell> arguments, sql::Call& context) {
  std::array<Node, operands> literals;
  std::array<const Node*, operands> args;
  for (std::size_t i = 0; i < operands; ++i) {
    literals[i].type = type_of(arguments[1 + 2 * i]);
    literals[i].literal = arguments[2 + 2 * i];
    args[i] = &literals[i];
  }
  Node node;
  node.op = op;
  node.type = type_of(arguments[0]);
  node.args = args;
  Arena arena(kArenaBlock);
  return kept(expr::evaluate(node, {.json_texts = context.json_texts, .interrupt = context.interrupt}, arena),
              context.scratch);
}

Cell in(std::span<const Cell> arguments, sql::Call& context) {
  const std::array<Cell, 5> whole{Cell::integer(sql::type_code({.scalar = Scalar::kBoolean})), arguments[0],
                                  arguments[1], arguments[2], arguments[3]};
  return call<Op::kInSlot, 2>(whole, context);
}

Cell compare(std::span<const Cell> arguments, sql::Call&) {
  const auto result = expr::order(type_of(arguments[0]), arguments[1], type_of(arguments[2]), arguments[3], nullptr);
  return result ? Cell::integer(*result) : Cell::null();
}

bool texts(std::span<const Cell> arguments) {
  return arguments[0].kind() == CellKind::kText && arguments[1].kind() == CellKind::kText;
}

Cell starts_with(std::span<const Cell> arguments, sql::Call&) {
  if (!texts(arguments)) return Cell::null();
  return Cell::boolean(arguments[0].as_bytes().starts_with(arguments[1].as_bytes()));
}
Cell ends_with(std::span<const Cell> arguments, sql::Call&) {
  if (!texts(arguments)) return Cell::null();
  return Cell::boolean(arguments[0].as_bytes().ends_with(arguments[1].as_bytes()));
}
Cell contains(std::span<const Cell> arguments, sql::Call&) {
  if (!texts(arguments)) return Cell::null();
  return Cell::boolean(arguments[0].as_bytes().contains(arguments[1].as_bytes()));
}

constexpr sql::Function kFunctions[] = {
    {"bp_add", 5, call<Op::kAdd, 2>},
    {"bp_subtract", 5, call<Op::kSubtract, 2>},
    {"bp_multiply", 5, call<Op::kMultiply, 2>},
    {"bp_divide", 5, call<Op::kDivide, 2>},
    {"bp_modulo", 5, call<Op::kModulo, 2>},
    {"bp_negate", 3, call<Op::kNegate, 1>},
    {"bp_cast", 3, call<Op::kCast, 1>},
    {"bp_size", 3, call<Op::kSize, 1>},
    {"bp_distinct", 5, call<Op::kIsDistinct, 2>},
    {"bp_list_contains", 5, call<Op::kListContains, 2>},
    {"bp_list_contained_by", 5, call<Op::kListContainedBy, 2>},
    {"bp_list_overlaps", 5, call<Op::kListOverlaps, 2>},
    {"bp_in", 4, in},
    {"bp_compare", 4, compare},
    {"bp_starts_with", 2, starts_with},
    {"bp_ends_with", 2, ends_with},
    {"bp_contains", 2, contains},
};

}  // namespace

std::span<const sql::Function> value_functions() { return kFunctions; }

}  // namespace bedplate::store::sqlite
