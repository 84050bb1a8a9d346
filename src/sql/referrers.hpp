#pragma once
// What a delete passes on to by the model's onDelete: rows that go with the deleted one (CASCADE) or lose it
// (SET_NULL), for those whose changes somebody has to hear of. The database does it; these statements find the rows
// before. Pure.
#include <vector>

#include "sql/program.hpp"

namespace bedplate::sql {

/// The rows of `entity` whose to-one `relation` leads to a row of `target`.
struct Referrer {
  model::EntityId target = 0, entity = 0;
  model::FieldId relation = model::kNoField;
  bool goes = false;            ///< with it; else the relation becomes null
  std::uint16_t statement = 0;  ///< of the program: slots are the target's key, columns `fields` of each row
  std::vector<model::FieldId> fields;
};

struct Referrers {
  std::vector<Referrer> of;  ///< of the entity that is deleted from, and of all whose rows may go with it
  Program program;
};

/// Of a delete from `entity`; only what leads to types with @audit. On PostgreSQL the rows are locked.
Referrers compile_referrers(model::EntityId entity, const model::Model& model, Dialect dialect, std::uint64_t id);

}  // namespace bedplate::sql
