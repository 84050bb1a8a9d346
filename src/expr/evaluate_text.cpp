#include <re2/re2.h>

#include "base/json_text.hpp"
#include "base/scalar.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "expr/compare.hpp"
#include "expr/evaluator.hpp"
#include "expr/json_contains.hpp"
#include "expr/json_texts.hpp"
#include "json/document.hpp"

namespace bedplate::expr {
namespace {

constexpr std::size_t kEqualityWork = 16;  // as many bytes looked at take about as long

Cell matches(std::string_view text, std::string_view pattern, bool ignore_case) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  options.set_case_sensitive(!ignore_case);
  options.set_dot_nl(true);  // as PostgreSQL
  const RE2 compiled(pattern, options);
  if (!compiled.ok()) return Cell::null();
  return Cell::boolean(RE2::PartialMatch(text, compiled));
}

/// Kleene over the equalities.
Cell among(const Type& type, Cell one, const std::vector<Cell>& many) {
  bool unknown = false;
  for (const Cell& other : many) {
    const auto same = equal(type, one, type, other);
    if (same == true) return Cell::boolean(true);
    unknown = unknown || !same;
  }
  return unknown ? Cell::null() : Cell::boolean(false);
}

}  // namespace

const json::Node* Evaluator::parsed(Cell text) {
  if (inputs_.json_texts) return inputs_.json_texts->parsed(text.as_bytes());
  return json::parse(text.as_bytes(), arena_).value_or(nullptr);
}

/// The elements of a list's Cell as values of `type`; nullopt where it is no list. JSON null is null.
std::optional<std::vector<Cell>> Evaluator::elements(const Type& type, Cell list) {
  if (list.kind() != CellKind::kText) return std::nullopt;
  const json::Node* const root = parsed(list);
  if (root == nullptr || !root->is_array()) return std::nullopt;
  std::vector<Cell> cells;
  for (const json::Node& child : root->children) {
    const bool scalar = child.is_string() || child.is_number() || child.is_boolean();
    cells.push_back(scalar ? parse_scalar(type, child.text, arena_).value_or(Cell::null()) : Cell::null());
  }
  return cells;
}

Cell Evaluator::size_of(const Type& type, Cell cell) {
  if (!type.list) return Cell::integer(static_cast<std::int64_t>(code_points(cell.as_bytes())));
  Type element = type;
  element.list = false;
  const auto cells = elements(element, cell);
  return cells ? Cell::integer(static_cast<std::int64_t>(cells->size())) : Cell::null();
}

Cell Evaluator::text(const Node& node) {
  const Cell x = value(*node.args[0]);
  if (x.kind() != CellKind::kText) return Cell::null();
  switch (node.op) {
    case Op::kLower:
      return Cell::text(arena_.copy(lower(x.as_bytes())));
    case Op::kUpper:
      return Cell::text(arena_.copy(upper(x.as_bytes())));
    case Op::kSize:
      return size_of(node.args[0]->type, x);
    default:
      break;
  }
  const Cell y = value(*node.args[1]);
  if (y.kind() != CellKind::kText) return Cell::null();
  switch (node.op) {
    case Op::kStartsWith:
      return Cell::boolean(x.as_bytes().starts_with(y.as_bytes()));
    case Op::kEndsWith:
      return Cell::boolean(x.as_bytes().ends_with(y.as_bytes()));
    case Op::kContains:
      return Cell::boolean(x.as_bytes().contains(y.as_bytes()));
    case Op::kLike:
    case Op::kILike:
      return Cell::boolean(like_match(y.as_bytes(), x.as_bytes(), '\\', node.op == Op::kILike, inputs_.interrupt));
    default:
      return matches(x.as_bytes(), y.as_bytes(), node.op == Op::kIRegex);
  }
}

Cell Evaluator::membership(const Node& node) {
  const Type& type = node.args[0]->type;
  const Cell x = value(*node.args[0]);
  if (node.op == Op::kInSlot) {
    Type element = node.args[1]->type;
    element.list = false;
    const auto cells = elements(element, value(*node.args[1]));
    return cells ? among(element, x, *cells) : Cell::null();
  }
  bool unknown = false;
  for (const Node* arg : node.args.subspan(1)) {
    const auto same = equal(type, x, arg->type, value(*arg));
    if (same == true) return Cell::boolean(true);
    unknown = unknown || !same;
  }
  return unknown ? Cell::null() : Cell::boolean(false);
}

// A null element is in no list: containment is of values. Of JSON that is no list of the model's it is JSON's own.
Cell Evaluator::lists(const Node& node) {
  Type element = node.args[0]->type;
  if (!element.list) {
    const Cell x = value(*node.args[0]);
    const Cell y = value(*node.args[1]);
    if (x.kind() != CellKind::kText || y.kind() != CellKind::kText) return Cell::null();
    const json::Node* const own = parsed(x);
    const json::Node* const other = parsed(y);
    if (own == nullptr || other == nullptr) return Cell::null();
    return Cell::boolean(node.op == Op::kListContains ? json_contains(*own, *other, inputs_.interrupt)
                                                      : json_contains(*other, *own, inputs_.interrupt));
  }
  element.list = false;
  const auto left = elements(element, value(*node.args[0]));
  const auto right = elements(element, value(*node.args[1]));
  if (!left || !right) return Cell::null();
  const bool contains = node.op == Op::kListContains;
  const auto& inner = contains ? *right : *left;
  const auto& outer = contains ? *left : *right;
  bool all = true, any = false;
  for (const Cell& cell : inner) {
    if (spend(outer.size() * kEqualityWork)) return Cell::null();
    const Cell found = among(element, cell, outer);
    const bool there = !found.is_null() && found.as_integer() != 0;
    all = all && there;
    any = any || there;
  }
  return Cell::boolean(node.op == Op::kListOverlaps ? any : all);
}

Cell Evaluator::json_path(const Node& node) {
  const Cell x = value(*node.args[0]);
  if (x.kind() != CellKind::kText) return Cell::null();
  const json::Node* at = parsed(x);
  if (at == nullptr) return Cell::null();
  for (const PathStep& step : node.path) {
    if (step.index == -1) {
      at = at->is_object() ? at->find(step.key) : nullptr;
    } else {
      const auto length = static_cast<std::int64_t>(at->children.size());
      const std::int64_t index = step.index < 0 ? length + step.index + 1 : step.index;
      const bool there = at->is_array() && index >= 0 && index < length;
      at = there ? &at->children[static_cast<std::size_t>(index)] : nullptr;
    }
    if (at == nullptr) return Cell::null();
  }
  if (node.as_text && at->is_null()) return Cell::null();
  if (node.as_text && at->is_string()) return Cell::text(at->text);
  std::string text;
  json::append(text, *at);
  return Cell::text(arena_.copy(text));
}

}  // namespace bedplate::expr
