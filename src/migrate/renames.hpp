#pragma once
// Renames: tables and columns that are there under the name that @renamedFrom gives of their type or field. Pure.
#include <span>
#include <string>
#include <vector>

#include "schema/schema.hpp"
#include "store/store.hpp"

namespace bedplate::migrate {

struct Renames {
  std::vector<std::string> forward, back;  ///< statements, and what undoes them
  std::vector<std::string> sentences;      ///< `column 'tasks.title', which was 'name'`
};

/// Only where the former name is there and the present one is not.
Renames plan_renames(const model::Model& model, const schema::Schema& schema, schema::Dialect dialect,
                     std::span<const store::FoundTable> found);

/// The table that the type had before its @renamedFrom; empty: it has none.
std::string former_table(const model::Model& model, const schema::Table& table);

}  // namespace bedplate::migrate
