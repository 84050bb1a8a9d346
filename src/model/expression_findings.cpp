#include "expr/visit.hpp"
#include "model/expressions.hpp"
#include "model/string_place.hpp"

namespace bedplate::model {

namespace {

using expr::Node;
using expr::Op;

bool may_be_null(const Node* node) { return node != nullptr && node->op == Op::kField && node->type.nullable; }

/// exists() over the same list beside the all() says that the empty list was thought of.
bool asks_existence(const Node& root, const Node& all) {
  return expr::any_node(root, [&](const Node& node) {
    const bool counts = node.op == Op::kExists || node.op == Op::kCount;
    return counts && node.entity == all.entity && node.member == all.member;
  });
}

}  // namespace

void add_expression_findings(Draft& draft, const sdl::Value& text, const Node* root) {
  const auto at = [&](const Node& node, std::uint32_t length) {
    return place_in_string(draft.tree.source, text, node.position.offset, length);
  };
  expr::for_each(*root, [&](const Node& node) {
    if (node.op == Op::kNe && (may_be_null(node.args[0]) || may_be_null(node.args[1])))
      draft.warn(at(node, 2), "not-equal-nullable",
                 "`!=` on a field that may be null is UNKNOWN where it is, and UNKNOWN refuses.",
                 "Say what null means: `x == null || x != …`, or make the field required.");
    if (node.op == Op::kAll && !asks_existence(*root, node))
      draft.warn(at(node, 3), "all-over-empty", "all() over a list without rows is TRUE.",
                 "Where at least one row is meant, add `&& ….exists(x, true)`.");
  });
}

}  // namespace bedplate::model
