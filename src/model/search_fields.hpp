#pragma once
// The hidden field beside each text with @search, which keeps the text's tokens: what full-text search looks at and
// what every write of the text writes too. Internal to the room.
#include "model/draft.hpp"

namespace bedplate::model {

/// While fields are added, behind all others.
void add_search_fields(Draft& draft, EntityId id);

}  // namespace bedplate::model
