#include "rest/read.hpp"

#include <array>

namespace bedplate::rest {

using expr::Node;
using expr::Op;
using model::FieldId;

Result<const Node*> by_fields(model::EntityId entity, std::span<const FieldId> fields, std::span<const Cell> values,
                              Binding& binding) {
  const Node* row = binding.row(entity);
  const Node* made = nullptr;
  expr::Builder build = binding.build();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto readable = binding.view.readable(entity, fields[i]);
    if (!readable)
      return failure(Reason::kNotFound, "there is no such row in " + binding.model().entity(entity).plural);
    const Node* field = readable->node(row, binding.model(), binding.arena);
    made = build.both(made, build.condition(Op::kEq, {field, binding.value(values[i], field->type)}));
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
  // `is_parent` is over scope 0 of the parent; below kExists that is the relation's variable.
  expr::Builder build = binding.build();
  return build.over(Op::kExists, {.scalar = Scalar::kBoolean}, binding.row(route.entity), relation.inverse,
                    route.parent, 1, build.renumbered(is_parent, 1), nullptr);
}

Result<operation::Operation> read_by_key(model::EntityId entity, std::span<const Cell> key, Binding& binding) {
  static constexpr std::array<operation::SelectItem, 1> kEverything{{{.kind = operation::SelectItem::Kind::kAll}}};
  BP_TRY_VOID(binding.require_readable(entity));
  operation::Operation operation;
  operation.read.query.entity = entity;
  operation.read.query.select = kEverything;
  BP_TRY(operation.read.query.where, by_fields(entity, binding.model().entity(entity).key, key, binding));
  return operation;
}

}  // namespace bedplate::rest
