#pragma once
// Enforcing: the uniques, indexes, CHECKs and NOT NULLs that a model wants and a populated database lacks or has
// otherwise, and the statements that mend it. Asks the database how many of its rows stand against it; changes nothing
// itself.
#include "migrate/constraints.hpp"
#include "migrate/verify.hpp"

namespace bedplate::migrate {

struct Enforcing {
  std::vector<Difference> missing;        ///< what the model says and the database does not enforce
  std::vector<Difference> clashes;        ///< of these what rows that are there stand against
  std::vector<const schema::Table*> own;  ///< made by the program, whose NOT NULLs are seen to here
  std::vector<std::string> rebuilding;    ///< before columns are added; SQLite's foreign keys must be off
  std::vector<std::string> adding;        ///< after columns were added
  std::vector<std::string> sentences;     ///< `unique (email) of 'customers'`
};

/// `found`: the database's tables; those that are not there are nobody's business here.
Result<Enforcing> plan_enforcing(store::Store& store, const model::Model& model, const schema::Schema& schema,
                                 std::span<const store::FoundTable> found);

}  // namespace bedplate::migrate
