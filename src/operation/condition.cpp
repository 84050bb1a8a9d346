#include "operation/condition.hpp"

#include <array>

namespace bedplate::operation {

using expr::Node;
using expr::Op;

namespace {
constexpr Type kBoolean{.scalar = Scalar::kBoolean};
}

const Node* Conditions::both(const Node* a, const Node* b) {
  if (a == nullptr || b == nullptr) return a != nullptr ? a : b;
  auto* node = arena_.make<Node>();
  node->op = Op::kAnd;
  node->type = kBoolean;
  const std::array<const Node*, 2> args{a, b};
  node->args = arena_.copy_array<const Node*>(args);
  return node;
}

const Node* Conditions::of(const Query& query) {
  const Node* made = query.where;
  for (const SelectItem& item : query.select)
    if (item.kind == SelectItem::Kind::kEmbed && item.embed->inner)
      made = both(made, exists(query.entity, *item.embed));
  return made;
}

const Node* Conditions::exists(EntityId parent, const Embed& embed) {
  const std::uint16_t scope = next_scope_++;
  auto* row = arena_.make<Node>();
  row->op = Op::kRow;
  row->entity = parent;
  auto* node = arena_.make<Node>();
  node->op = Op::kExists;
  node->type = kBoolean;
  node->entity = embed.query.entity;
  node->member = embed.relation;
  node->scope = scope;
  const Node* inside = of(embed.query);
  const std::array<const Node*, 2> args{row, inside == nullptr ? nullptr : renamed(inside, scope)};
  node->args = arena_.copy_array<const Node*>(std::span<const Node* const>(args).first(inside == nullptr ? 1 : 2));
  return both(embed.shown, node);
}

// A condition over scope 0 of the target moves below kExists, whose variable is a new scope.
const Node* Conditions::renamed(const Node* node, std::uint16_t scope) {
  if (node->op == Op::kRow) {
    if (node->scope != 0 || node->old) return node;
    auto* made = arena_.make<Node>(*node);
    made->scope = scope;
    return made;
  }
  if (node->args.empty()) return node;
  auto* made = arena_.make<Node>(*node);
  auto args = arena_.make_array<const Node*>(node->args.size());
  for (std::size_t i = 0; i < args.size(); ++i)
    args[i] = node->args[i] == nullptr ? nullptr : renamed(node->args[i], scope);
  made->args = args;
  return made;
}

}  // namespace bedplate::operation
