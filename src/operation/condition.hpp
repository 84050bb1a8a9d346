#pragma once
// What a query asks of a row: its own condition and, through EXISTS, those of its inner embeddings. Made twice, of
// the operation as asked (an embedding tested for absence) and as allowed (by plan). Nodes live in the arena given.
#include "operation/operation.hpp"

namespace bedplate::operation {

class Conditions {
 public:
  /// Variables are numbered from `first_scope`, which no expression at hand may use.
  Conditions(Arena& arena, std::uint16_t first_scope) : arena_(arena), next_scope_(first_scope) {}

  /// Over the query's row; null: none.
  const expr::Node* of(const Query& query);
  /// Over a row of `parent`: it has a row by that embedding.
  const expr::Node* exists(EntityId parent, const Embed& embed);
  /// `a && b`; either may be null.
  const expr::Node* both(const expr::Node* a, const expr::Node* b);

 private:
  const expr::Node* make(expr::Op op, std::span<const expr::Node* const> args);
  const expr::Node* certainly(const expr::Node* condition);
  const expr::Node* renamed(const expr::Node* node, std::uint16_t scope);

  Arena& arena_;
  std::uint16_t next_scope_;
};

}  // namespace bedplate::operation
