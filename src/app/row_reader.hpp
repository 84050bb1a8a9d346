#pragma once
// Asks of one row as a caller would, outside of a serving node. Blocking; for commands.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/project.hpp"
#include "operation/principal.hpp"

namespace bedplate::app {

struct RowAnswers {
  bool readable = false;  ///< the row exists for that caller
  std::vector<std::optional<bool>> answers;
};

/// The answers to `questions` (access/explain.hpp). kDatabaseOwned while a node serves the database.
Result<RowAnswers> ask_row(const Project& project, const std::string& resource, const std::string& key,
                           const operation::Principal& principal, std::span<const expr::Node* const> questions,
                           const World& world);

}  // namespace bedplate::app
