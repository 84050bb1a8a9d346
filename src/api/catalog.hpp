#pragma once
// Catalog: the public names of a model, one table for all protocols. Made once per model, which must outlive it;
// immutable, shared by threads. What the caller may not name (api::Names) is answered like what is not there and is
// never suggested; whether it may read the rows that a name leads to is access's question.
#include <string_view>
#include <unordered_map>
#include <vector>

#include "api/names.hpp"
#include "base/result.hpp"

namespace bedplate::api {

using model::EntityId;
using model::FieldId;

class Catalog {
 public:
  explicit Catalog(const model::Model& model);

  const model::Model& model() const { return model_; }
  /// By plural (`orderItems`). UNKNOWN_RESOURCE, with the nearest of those that `names` has; null: none is suggested.
  Result<EntityId> resource(std::string_view name, const Names* names = nullptr) const;
  /// By type name (`OrderItem`), for GraphQL and gRPC; kNoEntity if there is none.
  EntityId entity(std::string_view type_name) const;
  /// The field or relation of that name, null if there is none (or it is hidden).
  const model::Field* field(EntityId entity, std::string_view name) const;

  /// The relation that an embedding means: `name` is the relation's name, its scalar's, or the target's resource;
  /// where several fit, `hint` (the part after `!`, empty for none) is a relation's name, scalar or column, its
  /// inverse, or the table or resource between. UNKNOWN_RELATION, AMBIGUOUS_RELATION with the candidates.
  Result<FieldId> relation(EntityId entity, std::string_view name, std::string_view hint, const Names& names) const;

 private:
  /// Every relation that `name` may mean, in declaration order.
  std::vector<FieldId> candidates(EntityId entity, std::string_view name, const Names& names) const;
  bool answers_to(EntityId entity, const model::Field& relation, std::string_view hint, const Names& names) const;
  Error unknown_relation(EntityId entity, std::string_view name, std::string_view hint, const Names& names) const;
  Error ambiguous_relation(EntityId entity, std::string_view name, const std::vector<FieldId>& fitting) const;

  const model::Model& model_;
};

}  // namespace bedplate::api
