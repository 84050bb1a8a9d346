#pragma once
// What of a field's type and @constraint the database can check itself. Internal to the room.
#include "schema/schema.hpp"

namespace bedplate::schema {

void add_checks(const model::Model& model, const model::Field& field, Table& table);

}  // namespace bedplate::schema
