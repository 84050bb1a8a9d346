#pragma once
// Which problems a request may be answered with: a response for each status, with the reasons that occur there.
#include "openapi/components.hpp"

namespace bedplate::openapi {

enum class Kind : std::uint8_t { kList, kItem, kCreate, kChange, kBatch, kAccess };

/// Writes a member for each status into the object of an operation's responses.
void write_problems(Components& components, Kind kind, json::Writer& out);

}  // namespace bedplate::openapi
