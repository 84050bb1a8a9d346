#pragma once
// Asks of one row as a caller would, outside of a node's lanes. Blocking; for commands.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/project/world.hpp"
#include "model/model.hpp"
#include "operation/principal.hpp"
#include "store/store.hpp"

namespace bedplate::app {

struct RowAnswers {
  bool readable = false;  ///< the row exists for that caller
  std::vector<std::optional<bool>> answers;
};

/// The answers to `questions` (access/explain.hpp), on a session and loop of their own; on any thread.
Result<RowAnswers> ask_row(const model::Model& model, store::Store& store, const std::string& resource,
                           const std::string& key, const operation::Principal& principal,
                           std::span<const expr::Node* const> questions, const World& world);

}  // namespace bedplate::app
