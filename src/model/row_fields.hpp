#pragma once
// Fields that Bedplate itself keeps in a row, because the type says @versioned or @softDelete: declared by the type, so
// that clients see them and @column says where they are, or added. Internal to the room.
#include "model/draft.hpp"

namespace bedplate::model {

/// While fields are added, behind the declared ones.
void add_row_fields(Draft& draft, EntityId id);

}  // namespace bedplate::model
