#pragma once
// Rebuilding one of the program's own tables on SQLite, which can't change a CHECK in place: as section 7 of
// sqlite.org/lang_altertable.html says. What was in the table stays, also columns that the model has no more.
#include "migrate/constraints.hpp"

namespace bedplate::migrate {

/// For one transaction with foreign keys off (run_rebuilding); fails there if a reference leads nowhere afterwards
/// that led somewhere before. `create`: the table's statement as it shall be.
Result<std::vector<std::string>> rebuild_table(store::Store& store, const store::FoundTable& table,
                                               const FoundConstraints& found, std::string_view create);

/// Runs such a transaction: meanwhile SQLite neither follows foreign keys nor rewrites what refers to a renamed table.
Result<void> run_rebuilding(store::Store& store, std::span<const std::string> script);

}  // namespace bedplate::migrate
