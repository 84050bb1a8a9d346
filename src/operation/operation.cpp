#include "operation/operation.hpp"

namespace bedplate::operation {

const expr::Node* ReadableField::node(const expr::Node* row, const model::Model& model, Arena& arena) const {
  const auto& field = model.field(entity_, field_);
  auto* node = arena.make<expr::Node>();
  node->op = expr::Op::kField;
  node->type = field.type;
  // Behind a relation there may be no row.
  if (row->op == expr::Op::kHop) node->type.nullable = true;
  node->entity = entity_;
  node->member = field_;
  node->args = arena.copy_array<const expr::Node*>(std::span<const expr::Node* const>(&row, 1));
  return node;
}

}  // namespace bedplate::operation
