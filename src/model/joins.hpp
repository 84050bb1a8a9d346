#pragma once
// Many-to-many relations: the join table of their own (`manyToMany`) or the entity between (`through`). Internal to
// the room; called by link_relations.
#include "model/draft.hpp"

namespace bedplate::model {

/// Whether the list says `manyToMany: true` or `through`.
bool says_many_to_many(const Draft& draft, EntityId entity, FieldId list);
/// Fills the JoinTable of a list that says so, or whose inverse does.
void link_join(Draft& draft, EntityId entity, FieldId list, const sdl::FieldDefinition& from);
/// Refuses two relations, or a relation and an entity, in one table.
void check_join_tables(Draft& draft);

}  // namespace bedplate::model
