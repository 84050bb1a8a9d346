#pragma once
// compile_read(): a read template's statements as a program of one dialect. SQLite: one text a statement, a child's
// bound to its parent's row. PostgreSQL: one text whose root yields its children as arrays of records.
#include "plan/template.hpp"
#include "sql/program.hpp"

namespace bedplate::sql {

/// The program's constants point into the template's arena.
Program compile_read(const plan::ReadTemplate& plan, const model::Model& model, Dialect dialect, std::uint64_t id);

}  // namespace bedplate::sql
