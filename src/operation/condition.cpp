#include "operation/condition.hpp"

#include <array>

namespace bedplate::operation {

using expr::Node;
using expr::Op;

const Node* Conditions::of(const Query& query) {
  const Node* made = query.where;
  for (const SelectItem& item : query.select)
    if (item.kind == SelectItem::Kind::kEmbed && item.embed->inner)
      made = build_.both(made, exists(query.entity, *item.embed));
  return made;
}

const Node* Conditions::exists(EntityId parent, const Embed& embed) {
  const std::uint16_t scope = next_scope_++;
  const Node* inside = of(embed.query);
  // A row is matched or it is not: where the condition is UNKNOWN of every row there is no match, also below a `not`.
  if (inside != nullptr) inside = build_.renumbered(build_.certainly(inside), scope);
  Node node{.op = Op::kExists,
            .type = {.scalar = Scalar::kBoolean, .nullable = false},
            .entity = embed.query.entity,
            .member = embed.relation,
            .scope = scope};
  std::array<const Node*, 4> args{build_.row(parent, 0, false), inside, nullptr, nullptr};
  std::size_t count = inside == nullptr ? 1 : 2;
  if (embed.through != nullptr) {
    node.slot = next_scope_++;
    args[3] = build_.renumbered(embed.through, node.slot);
    count = 4;
  }
  node.args = build_.arena().copy_array<const Node*>(std::span<const Node* const>(args).first(count));
  return build_.both(embed.shown, build_.arena().make<Node>(node));
}

const Node* key_condition(const model::Model& model, EntityId entity, std::uint16_t first_slot, Arena& arena) {
  expr::Builder build(arena);
  const Node* row = build.row(entity, 0, false);
  const Node* made = nullptr;
  for (const FieldId key : model.entity(entity).key) {
    const Type type = model.field(entity, key).type;
    made = build.both(made, build.condition(Op::kEq, {build.field(row, key, type), build.slot(first_slot++, type)}));
  }
  return made;
}

}  // namespace bedplate::operation
