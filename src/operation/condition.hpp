#pragma once
// What a query asks of a row: its own condition and, through EXISTS, those of its inner embeddings. Made twice, of
// the operation as asked (an embedding tested for absence) and as allowed (by plan). Nodes live in the arena given.
#include "expr/builder.hpp"
#include "operation/operation.hpp"

namespace bedplate::operation {

class Conditions {
 public:
  /// Variables are numbered from `first_scope`, which no expression at hand may use.
  Conditions(Arena& arena, std::uint16_t first_scope) : build_(arena), next_scope_(first_scope) {}

  /// Over the query's row; null: none.
  const expr::Node* of(const Query& query);
  /// Over a row of `parent`: it has a row by that embedding.
  const expr::Node* exists(EntityId parent, const Embed& embed);

 private:
  expr::Builder build_;
  std::uint16_t next_scope_;
};

/// The row's key is slots `first_slot`, `first_slot + 1`, …, in the order of the entity's key.
const expr::Node* key_condition(const model::Model& model, EntityId entity, std::uint16_t first_slot, Arena& arena);

}  // namespace bedplate::operation
