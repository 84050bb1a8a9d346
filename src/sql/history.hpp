#pragma once
// The statements on bp_history, where @audit keeps who changed what: nothing ever changes a row of it. Pure.
#include "sql/program.hpp"

namespace bedplate::sql {

/// One statement, [entity, tenant, key, instant, principal, verb, changes]: adds a row. Texts, but for the instant;
/// principal may be null.
Program compile_history_append(const model::Model& model, Dialect dialect, std::uint64_t id);

/// One statement, [entity, tenant, key, before, limit, all] → id, instant, principal, verb, changes: the newest rows
/// with an id below `before`. `all` 0: only those of the row that has the key now, 1: also of rows that had it before.
Program compile_history_list(const model::Model& model, Dialect dialect, std::uint64_t id);

}  // namespace bedplate::sql
