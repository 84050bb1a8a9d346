#pragma once
// What a database enforces beyond its columns: the uniques, indexes and CHECKs of its tables. Blocking.
#include <map>
#include <string>
#include <vector>

#include "migrate/check_clauses.hpp"
#include "store/store.hpp"

namespace bedplate::migrate {

struct FoundIndex {
  bool unique = false;
  std::vector<std::string> columns;
  std::string live;  ///< it is of the rows alone in which this column is null; empty: of all
};

struct FoundConstraints {
  std::vector<FoundIndex> indexes;  ///< whole ones alone, and those of live rows; no other partial and no computed ones
  bool own = false;                 ///< the program made the table, so its CHECKs are the program's
  Checks checks;
  std::string create;               ///< SQLite: the statement that made the table
  std::vector<std::string> extras;  ///< SQLite: the statements of its indexes and triggers
};

/// By the table's name, in lower case on SQLite.
using ConstraintsByTable = std::map<std::string, FoundConstraints, std::less<>>;

Result<ConstraintsByTable> find_constraints(store::Store& store);
/// A name as the database compares it.
std::string folded(std::string_view name, schema::Dialect dialect);

}  // namespace bedplate::migrate
