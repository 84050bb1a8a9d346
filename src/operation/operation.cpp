#include "operation/operation.hpp"

namespace bedplate::operation {

const expr::Node* ReadableField::node(const expr::Node* row, const model::Model& model, Arena& arena) const {
  const auto& field = model.field(entity_, field_);
  auto* node = arena.make<expr::Node>();
  node->op = expr::Op::kField;
  node->type = field.type;
  node->entity = entity_;
  node->member = field_;
  node->args = arena.copy_array<const expr::Node*>(std::span<const expr::Node* const>(&row, 1));
  return node;
}

}  // namespace bedplate::operation
