#pragma once
// Verifying: what a populated database lacks of what the model maps: tables, columns, types, not-null, keys. A pure
// comparison; what the database has beyond the model is nobody's business here.
#include <span>
#include <string>
#include <vector>

#include "schema/schema.hpp"
#include "store/store.hpp"

namespace bedplate::migrate {

struct Difference {
  enum class Kind : std::uint8_t { kNoTable, kNoColumn, kType, kNullable, kKey, kUnique, kCheck };
  Kind kind = Kind::kNoTable;
  const schema::Table* table = nullptr;
  const schema::Column* column = nullptr;  ///< null: the table as a whole
  std::string message;                     ///< what is found and what the model says
  std::string hint;                        ///< how to mend it
};

/// In the order of the schema, whose tables they point to. Empty: the database serves the model.
std::vector<Difference> differences(const schema::Schema& schema, schema::Dialect dialect,
                                    std::span<const store::FoundTable> found);

/// One kDatabaseMismatch with every difference in its detail, a line each.
Error mismatch(std::span<const Difference> differences);

}  // namespace bedplate::migrate
