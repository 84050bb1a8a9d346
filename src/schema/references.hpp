#pragma once
// Foreign keys, the uniques that they refer to and the indexes that serve them. Internal to the room.
#include "schema/schema.hpp"

namespace bedplate::schema {

void add_references(const model::Model& model, Schema& schema);

}  // namespace bedplate::schema
