#pragma once
// compile_create(): an insert's statements. Statement 0 inserts one row, its slots are the template's columns in
// order; statement 1, where the template asks for it, yields 1 if every rule is TRUE of the new row, else 0, its
// slots are the key's cells.
#include "plan/create.hpp"
#include "sql/program.hpp"

namespace bedplate::sql {

Program compile_create(const plan::CreateTemplate& plan, const model::Model& model, Dialect dialect, std::uint64_t id);

}  // namespace bedplate::sql
