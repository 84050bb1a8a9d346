#include "operation/operation.hpp"

#include "expr/builder.hpp"

namespace bedplate::operation {

const expr::Node* ReadableField::node(const expr::Node* row, const model::Model& model, Arena& arena) const {
  return expr::Builder(arena).field(row, field_, model.field(entity_, field_).type);
}

}  // namespace bedplate::operation
