#pragma once
// ChangeScript: an update or a delete inside its transaction: the rows are found and locked, their new images made
// and judged, written, judged again where rules read other rows, and read back. May run more than once; on an
// embedded store on the writer's thread. Views its inputs, which outlive it.
#include <span>
#include <vector>

#include "engine/history.hpp"
#include "engine/trash.hpp"
#include "engine/write_step.hpp"

namespace bedplate::engine {

class ChangeScript final : public store::WriteScript {
 public:
  explicit ChangeScript(const WriteInputs& inputs);

  Task<Result<void>> run(store::Transaction& transaction) override;

  // The parts of it, for a script that changes some of the rows:
  enum class Found : std::uint8_t { kNone, kUnreadable, kForbidden, kYes };
  void begin();
  /// Finds and locks all that the operation means.
  Task<Result<void>> find(store::Transaction& transaction);
  /// The operation's rows in the order in which they are to be locked.
  std::vector<std::size_t> lock_order() const;
  /// Finds the row that the operation's row `number` means by its key; kYes: it is the last one of rows().
  Task<Result<Found>> find_one(store::Transaction& transaction, std::size_t number);
  /// Judges and writes the rows from `first` on.
  Task<Result<void>> write_from(store::Transaction& transaction, std::size_t first);
  /// After the operation's last statement.
  Task<Result<void>> check(store::Transaction& transaction);
  Result<void> require_rows() const { return step_.require_rows(rows_.size()); }
  /// Adds all rows to the recording.
  Task<Result<void>> read_back(store::Transaction& transaction);
  /// Of a row, once it is found: as it was, and as it will be; of one that is deleted, as it was.
  Cell before(std::size_t row, model::FieldId field) const { return rows_[row].before[field]; }
  Cell value(std::size_t row, model::FieldId field) const { return rows_[row].after[field]; }
  /// Of the operation's rows, which the row `row` is.
  std::size_t number(std::size_t row) const { return rows_[row].number; }
  std::span<const model::FieldId> entity_key() const { return entity().key; }
  /// The error of one of the operation's rows.
  Error at_row(const Error& error, std::size_t number) const { return step_.at_row(error, number); }
  std::span<const Cell> key(std::size_t row) { return key_of(rows_[row].after); }

  /// The version that it has now; 0: it has none.
  std::int64_t version(std::size_t row) const {
    return entity().version == model::kNoField || is_gone() ? 0 : rows_[row].after[entity().version].as_integer();
  }

  /// After it ran: how many rows there were, and those that `returning` reads.
  std::size_t rows() const { return rows_.size(); }
  rows::Recording& recording() { return recording_; }
  /// Bytes of their images.
  std::size_t held() const { return arena_.footprint() + rows_.capacity() * sizeof(Row); }
  /// What a store found at the commit (a deferred reference), in the model's words.
  Error at_commit(Error error);

 private:
  struct Row {
    std::size_t number = 0;         ///< of the operation's rows
    std::span<const Cell> before;   ///< by field
    std::span<const Cell> after;    ///< by field; of a delete: as before
    std::span<const Cell> written;  ///< slots of the statement that writes it
    std::span<const Cell> slots;    ///< of what is asked of it afterwards
  };

  /// A row that was found and locked.
  struct Candidate {
    std::size_t number = 0;  ///< of the operation's rows
    std::span<Cell> found;   ///< columns of the template's `find`
    bool meant = true;       ///< still, once it was locked
  };

  Task<Result<void>> find(store::Transaction& transaction, std::size_t number, std::vector<Candidate>& candidates);
  Task<Result<void>> confirm(store::Transaction& transaction, std::span<Candidate> candidates);
  Result<void> require_distinct();
  Result<Found> admit(std::span<const Cell> found, std::size_t number);
  Result<void> require_version(std::span<const Cell> before) const;
  Result<Cell> value_of(const plan::WrittenColumn& column, Cell before, std::span<const Cell> cells);
  Result<std::span<const Cell>> assigned(std::span<const Cell> before, std::size_t number);
  Result<void> judge(const Row& row);
  Task<Result<void>> write(store::Transaction& transaction, std::size_t first);
  /// To what follows from the rows from `first` on, once they are written.
  Task<Result<void>> pass_on(store::Transaction& transaction, std::size_t first);
  Task<Result<void>> gather_history(store::Transaction& transaction, std::size_t first);
  /// What was assigned of a row, by field; null elsewhere: only that can lead nowhere.
  std::span<const Cell> assigned_image(const Row& row);
  std::span<const Cell> key_of(std::span<const Cell> image);
  /// Whether there is no such row afterwards, for who does not look into the trash.
  bool is_gone() const { return plan_.removes || plan_.kind == operation::Change::Kind::kDelete; }
  const model::Entity& entity() const { return step_.entity(); }

  const WriteInputs inputs_;
  const plan::ChangeTemplate& plan_;
  const WriteStep step_;
  History history_;
  Trash trash_;
  Arena arena_{4096};
  std::vector<Row> rows_;
  bool finished_ = false;  // what fails now is the commit
  rows::Recording recording_;
};

}  // namespace bedplate::engine
