#pragma once
// The phases of the compiler in the order in which compile() runs them. Each reads what the former ones filled in,
// fills its own part of the draft's model and reports all it finds. Internal to the room.
#include "model/draft.hpp"

namespace bedplate::model {

void add_enums(Draft& draft);     ///< every enum of the file
void add_roles(Draft& draft);     ///< the @roles enum, with inheritance closed
void add_entities(Draft& draft);  ///< @entity types: name, plural, table; no fields yet
void add_embedded(Draft& draft);  ///< @embedded types
void find_keys(Draft& draft);     ///< Draft::keys
/// Fields, the scalars of to-ones, and those that other directives keep (row_fields.hpp, search_fields.hpp); then the
/// names and ids of all are final.
void add_fields(Draft& draft);
void read_columns(Draft& draft);      ///< @column: names and forms; clashes of names
void link_relations(Draft& draft);    ///< inverses, foreign keys, join tables
void mark_identity(Draft& draft);     ///< @user @tenantRoot @membership @owner @tenant
void read_defaults(Draft& draft);     ///< @default, and that of a key
void set_row_defaults(Draft& draft);  ///< those of the fields that Bedplate keeps itself (row_fields.hpp)
void read_indexes(Draft& draft);      ///< @unique @index
void read_constraints(Draft& draft);  ///< @constraint
void read_computed(Draft& draft);     ///< @computed, and cycles among them
void read_rules(Draft& draft);        ///< @allow @deny
void add_callables(Draft& draft);     ///< Query, Mutation, @jobs, @event
void mark_not_served(Draft& draft);   ///< features that answer 501, and warnings about them

}  // namespace bedplate::model
