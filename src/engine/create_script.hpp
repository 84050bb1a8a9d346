#pragma once
// CreateScript: rows inserted inside their transaction, and read back. The rows are made before, on the loop; the
// script may run more than once, on an embedded store on the writer's thread. Views its inputs, which outlive it.
#include <vector>

#include "engine/history.hpp"
#include "engine/new_row.hpp"
#include "engine/write_step.hpp"

namespace bedplate::engine {

class CreateScript final : public store::WriteScript {
 public:
  explicit CreateScript(const WriteInputs& inputs);

  /// Makes the rows and decides what needs no store; everything lives in `arena`. Errors: a value's, a rule's.
  Result<void> prepare(Uuid7& uuids, Arena& arena);
  /// Of a row, once it was inserted: what is stored of it, by field.
  Cell value(std::size_t row, model::FieldId field) const;
  Task<Result<void>> run(store::Transaction& transaction) override;

  // The parts of it, for a script that inserts some of the rows:
  Result<void> require_rows(std::size_t rows) const { return step_.require_rows(rows); }
  /// Makes the rows alone.
  Result<void> make_rows(Uuid7& uuids, Arena& arena);
  /// What was given of the rows has come only now: they are made again of it.
  void make_again();
  /// The same, and they are judged.
  Result<void> give_late();
  /// What is wrong with a row and what its rules say, as far as that needs no store.
  Result<void> judge(std::size_t row, Arena& arena) const;
  Task<Result<void>> insert(store::Transaction& transaction, std::size_t first, std::size_t count);
  /// After the operation's last statement.
  Task<Result<void>> check(store::Transaction& transaction, std::span<const std::size_t> rows);
  /// Adds the row of that key to the recording.
  Task<Result<void>> read_back(store::Transaction& transaction, std::span<const Cell> key);

  /// The error of a row.
  Error at_row(const Error& error, std::size_t row) const { return step_.at_row(error, row); }

  /// After it ran. Canonical cells in the order of the entity's key.
  std::size_t rows() const { return rows_.size(); }
  std::span<const Cell> key(std::size_t row) const { return rows_[row].key; }
  /// 0: it has none.
  std::int64_t version(std::size_t row) const {
    const auto version = step_.entity().version;
    return version == model::kNoField ? 0 : rows_[row].fields[version].as_integer();
  }
  rows::Recording& recording() { return recording_; }
  /// What a store found at the commit (a deferred reference), in the model's words.
  Error at_commit(Error error) const;

 private:
  bool fits_key(Cell number) const;

  const WriteInputs inputs_;
  const plan::CreateTemplate& plan_;
  const WriteStep step_;
  History history_;
  std::vector<NewRow> rows_;
  Arena late_{1024};                            // what give_late() makes
  std::vector<std::span<const Cell>> columns_;  // by row
  std::vector<std::span<Cell>> slots_;          // by row: the operation's values, the row's, the key
  bool finished_ = false;                       // what fails now is the commit
  rows::Recording recording_;
};

}  // namespace bedplate::engine
