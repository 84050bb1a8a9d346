#pragma once
// Bulk inserts: whole rows of one type, or links of one relation, many at a time, by no caller and past all rules: for
// `bedplate seed` alone, which makes rows that obey. A BulkInsert is immutable and outlives the scripts that use it.
#include <span>
#include <vector>

#include "plan/create.hpp"
#include "sql/program.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

class BulkInsert {
 public:
  /// Rows of `entity`: every stored column, in the order of columns(). `id` and the number after it are its programs'.
  BulkInsert(const model::Model& model, model::EntityId entity, sql::Dialect dialect, std::uint64_t id);
  /// Links of a many-to-many relation with a table of its own; slots as compile_links() says.
  BulkInsert(const model::Model& model, model::EntityId near, model::FieldId relation, sql::Dialect dialect,
             std::uint64_t id);

  std::span<const model::FieldId> columns() const { return columns_; }
  const sql::Program& rows() const { return rows_; }
  /// Inserts a row too, and tells the store that numbers up to its own are given out.
  const sql::Program& last() const { return last_; }

 private:
  std::vector<model::FieldId> columns_;
  sql::Program rows_, last_;
};

/// One transaction of it.
class BulkScript final : public store::WriteScript {
 public:
  /// `rows`: the values of each, which live until it ran.
  BulkScript(const BulkInsert& insert, std::span<const std::span<const Cell>> rows) : insert_(insert), rows_(rows) {}
  Task<Result<void>> run(store::Transaction& transaction) override;

 private:
  const BulkInsert& insert_;
  std::span<const std::span<const Cell>> rows_;
};

}  // namespace bedplate::engine
