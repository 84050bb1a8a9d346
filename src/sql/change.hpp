#pragma once
// compile_change(): the statements of an update or a delete on one row that was found: statement 0 writes it, the
// others are its checks in the store, in the template's order.
#include "plan/change.hpp"
#include "sql/program.hpp"

namespace bedplate::sql {

/// Statement 0's slots are the assigned values in order, then the key before the write; the others' are the
/// template's.
Program compile_change(const plan::ChangeTemplate& plan, const model::Model& model, Dialect dialect, std::uint64_t id);

}  // namespace bedplate::sql
