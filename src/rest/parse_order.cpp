#include "rest/parse_order.hpp"

#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "rest/parse_select.hpp"

namespace bedplate::rest {
namespace {

Error wrong_direction(const Cursor& cursor) {
  constexpr std::array<std::string_view, 4> kDirections{"asc", "desc", "nullsfirst", "nullslast"};
  auto error = cursor.wrong("expected .asc, .desc, .nullsfirst, .nullslast, ',' or the end");
  if (cursor.peek() != '.') return error;
  const auto rest = cursor.rest().substr(1);
  const auto meant = did_you_mean(rest.substr(0, rest.find_first_of(".,")), kDirections);
  if (meant.empty()) return error;
  return std::move(error).with_hint("did you mean '." + std::string(meant) + "'?");
}

Result<OrderNode> term(Cursor& cursor) {
  OrderNode node;
  BP_TRY(node.field, parse_field(cursor));
  if (cursor.take('(')) {
    if (!node.field.path.empty()) return failure(cursor.wrong("a relation's name takes no JSON path"));
    node.relation = node.field.name;
    BP_TRY(node.field, parse_field(cursor));
    BP_TRY_VOID(cursor.expect(')'));
  }
  if (cursor.take(".asc")) {
  } else if (cursor.take(".desc")) {
    node.descending = true;
  }
  if (cursor.take(".nullsfirst"))
    node.nulls = OrderNode::Nulls::kFirst;
  else if (cursor.take(".nullslast"))
    node.nulls = OrderNode::Nulls::kLast;
  if (!cursor.at_end() && cursor.peek() != ',') return failure(wrong_direction(cursor));
  return node;
}

}  // namespace

Result<std::span<const OrderNode>> parse_order(std::string_view parameter, std::string_view text, Arena& arena) {
  if (text.empty()) return std::span<const OrderNode>{};
  Cursor cursor(parameter, text, arena);
  std::vector<OrderNode> terms;
  do {
    BP_TRY(const OrderNode node, term(cursor));
    terms.push_back(node);
  } while (cursor.take(','));
  if (terms.size() > 32) return failure(Error(Reason::kLimitExceeded, "'order' has more than 32 terms"));
  return std::span<const OrderNode>(arena.copy_array<OrderNode>(std::span<const OrderNode>(terms)));
}

Result<std::span<const std::string_view>> parse_columns(std::string_view text, Arena& arena) {
  Cursor cursor("columns", text, arena);
  std::vector<std::string_view> names;
  do {
    BP_TRY(const auto name, cursor.name("a field's name"));
    names.push_back(name);
  } while (cursor.take(','));
  if (!cursor.at_end()) return failure(cursor.wrong("expected ',' or the end"));
  return std::span<const std::string_view>(
      arena.copy_array<std::string_view>(std::span<const std::string_view>(names)));
}

}  // namespace bedplate::rest
