#pragma once
// Reads one row as a caller would, outside of a serving node. Blocking; for commands.
#include <string>

#include "app/project.hpp"
#include "operation/principal.hpp"

namespace bedplate::app {

/// Whether the row exists for that caller. kDatabaseOwned while a node serves the database.
Result<bool> is_readable(const Project& project, const std::string& resource, const std::string& key,
                         const operation::Principal& principal, const World& world);

}  // namespace bedplate::app
