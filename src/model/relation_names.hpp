#pragma once
// The scalars by which a to-one relation appears (`customer` → `customerId`): their names and types, known before
// any field has an id, because keys may be made of them. Internal to the room.
#include <string>
#include <vector>

#include "model/draft.hpp"

namespace bedplate::model {

struct RelationScalar {
  std::string name;
  Type type;                ///< of the target's key part, nullable as the relation is
  bool explicitly = false;  ///< named by @relation(field:)
};

/// Whether the definition is a to-one relation: an entity, not in a list, not @computed, @action or @sql.
bool is_to_one(const Draft& draft, const sdl::FieldDefinition& field);
bool is_to_many(const Draft& draft, const sdl::FieldDefinition& field);
/// The field's value comes from an action or a statement of the application.
bool is_action(const sdl::FieldDefinition& field);

/// One scalar a part of the target's key; `target_key` is that key.
std::vector<RelationScalar> relation_scalars(const sdl::FieldDefinition& field, std::span<const KeyPart> target_key);

}  // namespace bedplate::model
