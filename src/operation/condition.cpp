#include "operation/condition.hpp"

#include <array>
#include <vector>

namespace bedplate::operation {

using expr::Node;
using expr::Op;

namespace {
constexpr Type kBoolean{.scalar = Scalar::kBoolean};
}

const Node* Conditions::make(Op op, std::span<const Node* const> args) {
  auto* node = arena_.make<Node>();
  node->op = op;
  node->type = kBoolean;
  node->args = arena_.copy_array<const Node*>(args);
  return node;
}

const Node* Conditions::both(const Node* a, const Node* b) {
  if (a == nullptr || b == nullptr) return a != nullptr ? a : b;
  std::vector<const Node*> args;
  for (const Node* part : {a, b}) {
    if (part->op == Op::kAnd)
      args.insert(args.end(), part->args.begin(), part->args.end());
    else
      args.push_back(part);
  }
  return make(Op::kAnd, args);
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
  const Node* inside = certainly(of(embed.query));
  std::array<const Node*, 4> args{row, inside == nullptr ? nullptr : renamed(inside, scope), nullptr, nullptr};
  std::size_t count = inside == nullptr ? 1 : 2;
  if (embed.through != nullptr) {
    node->slot = next_scope_++;
    args[3] = renamed(embed.through, node->slot);
    count = 4;
  }
  node->args = arena_.copy_array<const Node*>(std::span<const Node* const>(args).first(count));
  return both(embed.shown, node);
}

// A row is matched or it is not: where the condition is UNKNOWN of every row there is no match, also below a `not`.
const Node* Conditions::certainly(const Node* condition) {
  if (condition == nullptr) return nullptr;
  auto* yes = arena_.make<Node>();
  yes->type = kBoolean;
  yes->literal = Cell::boolean(true);
  const std::array<const Node*, 2> sides{condition, yes};
  const std::array<const Node*, 1> distinct{make(Op::kIsDistinct, sides)};
  return make(Op::kNot, distinct);
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
