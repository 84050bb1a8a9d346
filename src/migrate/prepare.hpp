#pragma once
// Making a database fit to be served: an empty one gets the model's tables, a populated one is compared with it, and
// the program's own bp_* tables are there afterwards, and texts with @search have their tokens. Blocking; for start and
// commands.
#include <functional>

#include "migrate/additions.hpp"
#include "migrate/unfilled.hpp"
#include "migrate/verify.hpp"

namespace bedplate::migrate {

enum class Changes : std::uint8_t {
  kNone,      ///< a populated database must fit as it is
  kAdditive,  ///< what it lacks or has otherwise is mended where that loses nothing
};

struct Prepared {
  bool created = false;                 ///< it was empty
  std::vector<std::string> added;       ///< what was added to a populated one, a sentence each
  std::vector<std::string> statements;  ///< the SQL that did it, in its order
  std::vector<std::string> warnings;    ///< what is not as it should be and no reason not to serve, a sentence each
};

/// No tables but bp_*.
bool is_empty(std::span<const store::FoundTable> found);
/// The program's own tables alone, where they are missing.
Result<void> ensure_system(store::Store& store);
/// kDatabaseMismatch with every difference. Each step is a transaction, and what fails changes nothing; renames, which
/// are the first, are undone then.
/// `before_renames` is called before the first one, where there is any: whoever serves the present names can pause.
Result<Prepared> prepare(store::Store& store, const model::Model& model, const schema::Schema& schema, Changes changes,
                         const std::function<void()>& before_renames = {});

}  // namespace bedplate::migrate
