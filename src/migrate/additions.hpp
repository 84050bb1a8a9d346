#pragma once
// Additions: which differences can be mended by adding tables and columns, and the statements that do it. Nothing is
// ever dropped or changed. Pure.
#include "migrate/verify.hpp"

namespace bedplate::migrate {

/// A table with rows, which a required column without a value can't be added to.
using Populated = store::FoundTable;

struct Additions {
  std::vector<std::string> statements;
  std::vector<std::string> sentences;  ///< `table 'orders'`, `column 'orders.note'`
  std::vector<Difference> left;        ///< what a person has to decide, each with what to do
};

Additions plan_additions(const model::Model& model, const schema::Schema& schema, schema::Dialect dialect,
                         std::span<const Difference> differences, std::span<const Populated> populated);

}  // namespace bedplate::migrate
