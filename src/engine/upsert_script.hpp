#pragma once
// UpsertScript: each row is inserted, or merged into the one that is there with the same key, or left out, one after
// the other in one transaction. Made of the two scripts that do so; may run more than once. Views its inputs.
#include <vector>

#include "engine/change_script.hpp"
#include "engine/create_script.hpp"

namespace bedplate::engine {

class UpsertScript final : public store::WriteScript {
 public:
  /// `change` finds the row that is there by the row's key; `merges`: and assigns it the row's values.
  UpsertScript(const WriteInputs& create, const WriteInputs& change, bool merges)
      : merges_(merges), late_(create.late), precondition_(change.precondition), create_(create), change_(change) {}

  Result<void> prepare(Uuid7& uuids, Arena& arena);
  Task<Result<void>> run(store::Transaction& transaction) override;

  // The parts of it, for a script that does more:
  void begin();
  /// What was given of the rows has come only now.
  void make_again() { create_.make_again(); }
  /// Writes the rows; of those numbers alone, in their order, if given.
  Task<Result<void>> write(store::Transaction& transaction, const std::vector<std::size_t>* only = nullptr);
  /// After the operation's last statement.
  Task<Result<void>> check(store::Transaction& transaction);
  /// What is stored of a row, by its number; of one that was left out, what was given.
  Cell stored(std::size_t number, model::FieldId field) const;
  Result<void> require_rows() const { return create_.require_rows(written_.size()); }
  Task<Result<void>> read_back(store::Transaction& transaction);
  Error at_row(const Error& error, std::size_t row) const { return create_.at_row(error, row); }

  // After it ran:
  std::size_t rows() const { return written_.size(); }
  std::size_t inserted() const { return inserted_.size(); }
  std::span<const Cell> inserted_key(std::size_t nth) const { return create_.key(inserted_[nth]); }
  std::int64_t version(std::size_t nth) const {
    return written_[nth].inserted ? create_.version(written_[nth].row) : change_.version(written_[nth].row);
  }
  Cell value(std::size_t nth, model::FieldId field) const {
    const Written& row = written_[nth];
    return row.inserted ? create_.value(row.row, field) : change_.value(row.row, field);
  }
  rows::Recording& recording() { return create_.recording(); }
  /// Bytes kept of rows that were there.
  std::size_t held() const { return change_.held(); }
  Error at_commit(Error error) const { return error; }

 private:
  struct Written {
    std::size_t number = 0;  ///< of the operation's rows
    bool inserted = false;
    std::size_t row = 0;  ///< of the script that wrote it
  };
  Task<Result<void>> row(store::Transaction& transaction, std::size_t number);
  Task<Result<void>> insert(store::Transaction& transaction, std::size_t number, ChangeScript::Found found);

  const bool merges_, late_;
  const Precondition* const precondition_;
  CreateScript create_;
  ChangeScript change_;
  Arena arena_{1024};
  std::vector<Written> written_;
  std::vector<std::size_t> inserted_;
};

}  // namespace bedplate::engine
