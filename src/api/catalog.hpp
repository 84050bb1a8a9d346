#pragma once
// Catalog: the public names of a model, one table for all protocols. Made once per model, which must outlive it;
// immutable, shared by threads. Hidden and write-only relations have no name here; whether the caller may read what
// a name leads to is access's question.
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "model/model.hpp"

namespace bedplate::api {

using model::EntityId;
using model::FieldId;

class Catalog {
 public:
  explicit Catalog(const model::Model& model);

  const model::Model& model() const { return model_; }
  /// By plural (`orderItems`). UNKNOWN_RESOURCE with the nearest name.
  Result<EntityId> resource(std::string_view name) const;
  /// By type name (`OrderItem`), for GraphQL and gRPC; kNoEntity if there is none.
  EntityId entity(std::string_view type_name) const;
  /// The field or relation of that name, null if there is none (or it is hidden).
  const model::Field* field(EntityId entity, std::string_view name) const;

  /// The relation that an embedding means: `name` is the relation's name, its scalar's, or the target's resource;
  /// where several fit, `hint` (the part after `!`, empty for none) is a relation's name, scalar or column, its
  /// inverse, or the table or resource between. UNKNOWN_RELATION, AMBIGUOUS_RELATION with the candidates.
  Result<FieldId> relation(EntityId entity, std::string_view name, std::string_view hint) const;
  /// Every relation that `name` may mean, in declaration order.
  std::vector<FieldId> candidates(EntityId entity, std::string_view name) const;

 private:
  bool answers_to(EntityId entity, const model::Field& relation, std::string_view hint) const;
  Error unknown_relation(EntityId entity, std::string_view name, std::string_view hint) const;
  Error ambiguous_relation(EntityId entity, std::string_view name, const std::vector<FieldId>& fitting) const;

  const model::Model& model_;
};

}  // namespace bedplate::api
