#include "rest/read.hpp"

#include <array>

namespace bedplate::rest {

using expr::Node;
using expr::Op;
using model::FieldId;

namespace {
constexpr Type kBoolean{.scalar = Scalar::kBoolean};
}

Result<const Node*> by_fields(model::EntityId entity, std::span<const FieldId> fields, std::span<const Cell> values,
                              Binding& binding) {
  const Node* row = binding.row(entity);
  const Node* made = nullptr;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto readable = binding.view.readable(entity, fields[i]);
    if (!readable)
      return failure(Reason::kNotFound, "there is no such row in " + binding.model().entity(entity).plural);
    const Node* field = readable->node(row, binding.model(), binding.arena);
    made = binding.both(made, binding.node(Op::kEq, kBoolean, {field, binding.value(values[i], field->type)}));
  }
  return made;
}

Result<const Node*> by_parent(const Route& route, Binding& binding) {
  const auto& parent = binding.model().entity(route.parent);
  const auto& relation = parent.fields[route.relation];
  if (!relation.join) return by_fields(route.entity, relation.foreign_key, route.key, binding);
  if (relation.inverse == model::kNoField || binding.view.field_shown(route.entity, relation.inverse) == nullptr)
    return failure(Error(Reason::kNotServedYet, "this sub-collection is not served: the relation back is not readable")
                       .with_hint("embed it: /api/" + parent.plural + "/<key>?select=" + relation.name + "(*)"));
  BP_TRY(const Node* is_parent, by_fields(route.parent, parent.key, route.key, binding));
  auto* variable = binding.node(Op::kRow, {});
  variable->entity = route.parent;
  variable->scope = 1;
  // `is_parent` is over scope 0 of the parent; below kExists that is the relation's variable.
  const auto renamed = [&](const auto& self, const Node* node) -> const Node* {
    if (node->op == Op::kRow) return variable;
    auto* copy = binding.arena.make<Node>(*node);
    auto args = binding.arena.make_array<const Node*>(node->args.size());
    for (std::size_t i = 0; i < args.size(); ++i) args[i] = self(self, node->args[i]);
    copy->args = args;
    return copy;
  };
  auto* exists = binding.node(Op::kExists, kBoolean, {binding.row(route.entity), renamed(renamed, is_parent)});
  exists->entity = route.parent;
  exists->member = relation.inverse;
  exists->scope = 1;
  return exists;
}

Result<operation::Operation> read_by_key(model::EntityId entity, std::span<const Cell> key, Binding& binding) {
  static constexpr std::array<operation::SelectItem, 1> kEverything{{{.kind = operation::SelectItem::Kind::kAll}}};
  operation::Operation operation;
  operation.read.by_key = true;
  operation.read.query.entity = entity;
  operation.read.query.select = kEverything;
  BP_TRY(operation.read.query.where, by_fields(entity, binding.model().entity(entity).key, key, binding));
  return operation;
}

}  // namespace bedplate::rest
