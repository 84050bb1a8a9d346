#pragma once
// Rebuilding one of the program's own tables on SQLite, which can't change a CHECK in place: as section 7 of
// sqlite.org/lang_altertable.html says. What was in the table stays, also columns that the model has no more.
#include "migrate/constraints.hpp"

namespace bedplate::migrate {

/// For Store::run_rebuilding(); fails there if a reference leads nowhere afterwards that led somewhere before.
/// `create`: the table's statement as it shall be.
Result<std::vector<std::string>> rebuild_table(store::Store& store, const store::FoundTable& table,
                                               const FoundConstraints& found, std::string_view create);

}  // namespace bedplate::migrate
