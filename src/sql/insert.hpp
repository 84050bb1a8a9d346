#pragma once
// compile_create(): an insert's statements. Statement 0 inserts one row, its slots are the template's columns in
// order; the others are its checks in the store, in the template's order, over the template's slots.
#include "plan/create.hpp"
#include "sql/program.hpp"

namespace bedplate::sql {

Program compile_create(const plan::CreateTemplate& plan, const model::Model& model, Dialect dialect, std::uint64_t id);

}  // namespace bedplate::sql
