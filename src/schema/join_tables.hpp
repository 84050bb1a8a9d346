#pragma once
// The tables of many-to-many relations that have no entity between. Internal to the room.
#include "schema/schema.hpp"

namespace bedplate::schema {

void add_join_tables(const model::Model& model, Schema& schema);

}  // namespace bedplate::schema
