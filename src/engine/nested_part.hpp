#pragma once
// NestedPart: one step of a nested write with its rows, which are its own to fill and to choose from, and the script of
// its kind. Inside NestedScript alone; neither copied nor moved, for its script views it.
#include <memory>
#include <optional>
#include <vector>

#include "engine/upsert_script.hpp"
#include "operation/nested.hpp"

namespace bedplate::engine {

/// The templates of a step.
struct NestedTemplates {
  std::shared_ptr<Template> found;    ///< null: it makes or undoes links
  std::shared_ptr<Template> merging;  ///< of the step's merge; null: it merges nothing
  const sql::Program* links = nullptr;
};

class NestedPart {
 public:
  /// `inputs` are those of all steps but for the operation, its template and its paths.
  NestedPart(const operation::NestedStep& step, const NestedTemplates& found, const WriteInputs& inputs, Arena& arena);
  NestedPart(const NestedPart&) = delete;
  NestedPart& operator=(const NestedPart&) = delete;

  const operation::NestedStep& step() const { return step_; }
  model::EntityId entity() const;
  std::size_t rows() const { return create_ || upsert_ ? chosen_.size() : views_.size(); }
  /// It makes links, or undoes them.
  bool links() const { return templates_.found == nullptr; }
  bool finds() const { return change_ && operation_.change.kind == operation::Change::Kind::kFind; }
  /// Whether its rows are known before they are written: those that are there.
  bool changes() const { return change_.has_value(); }
  bool deletes() const { return change_ && operation_.change.kind == operation::Change::Kind::kDelete; }

  /// Makes the rows that may be inserted, but for what is late of them.
  Result<void> prepare(Uuid7& uuids, Arena& arena);
  void begin();
  /// The late cell of a row; INVALID_VALUE where the client gave another.
  Result<void> fill(const operation::LateCell& late, Cell known);
  /// All late cells are filled.
  void filled();
  void fill_merge(const operation::LateCell& late, Cell known) { merge_rows_[late.row][late.cell] = known; }
  /// Leaves out the rows that are nested in these of the root's, or are these.
  void leave_out(const std::vector<bool>& left);
  bool is_left(std::size_t number, const std::vector<bool>& left) const {
    return !left.empty() && !step_.roots.empty() && left[step_.roots[number]];
  }
  /// By number: rows that are found, or would be once those before them are inserted.
  std::vector<bool> there() const;
  /// Leaves out the rows that `present` has found.
  void choose_absent(const NestedPart& present);
  /// Takes the rows that `present` has found, but for those that `named` has; null: all.
  void take_surplus(const NestedPart& present, const NestedPart* named, Arena& arena);

  /// Finds and locks what is changed.
  Task<Result<void>> find(store::Transaction& transaction, Arena& arena);
  /// `finder`: what has found which rows are there already; of another operation's that came between it tells.
  Task<Result<void>> write(store::Transaction& transaction, Arena& arena, NestedPart* finder);
  /// Makes links or undoes them.
  Task<Result<void>> link(store::Transaction& transaction, const model::Model& model);
  Task<Result<void>> check(store::Transaction& transaction);
  Task<Result<void>> read_back(store::Transaction& transaction);

  /// How many rows were written or found, and of each: its number, what its fields are now, and its error.
  std::size_t done() const { return change_ ? change_->rows() : chosen_.size(); }
  std::size_t number(std::size_t nth) const { return change_ ? change_->number(nth) : chosen_[nth]; }
  /// As it was found, or was inserted.
  Cell before(std::size_t nth, model::FieldId field) const;
  /// By the number of a row.
  Cell value(std::size_t number, model::FieldId field) const;
  Error at_row(const Error& error, std::size_t number) const;
  std::string_view path(std::size_t number) const { return paths_.empty() ? std::string_view{} : paths_[number]; }

  bool creates() const { return create_.has_value(); }

  // Of a root:
  std::size_t inserted() const { return upsert_ ? upsert_->inserted() : creates() ? chosen_.size() : 0; }
  /// Of the first row that was inserted.
  std::span<const Cell> inserted_key() const {
    return upsert_ ? upsert_->inserted_key(0) : create_->key(chosen_.front());
  }
  std::int64_t version(std::size_t row) const;
  rows::Recording& recording();
  /// Bytes kept of rows that were changed.
  std::size_t held() const { return (change_ ? change_->held() : 0) + (upsert_ ? upsert_->held() : 0); }
  Result<void> require_rows() const;

 private:
  void choose_all();
  /// Of a change: it is about those that are chosen.
  void view_chosen();
  Task<Result<void>> insert(store::Transaction& transaction, std::size_t row, NestedPart* finder);
  /// It is about the rows that are linked to its own.
  Task<Result<void>> take_linked(store::Transaction& transaction, Arena& arena);
  /// Of a row, as the client numbers it, where some are left out.
  std::size_t original(std::size_t number) const {
    if (templates_.links != nullptr) return linked_to_[number];
    return views_.size() == rows_.size() ? number : chosen_[number];
  }
  /// The same text of a row that is named and of one that is found, if they are the same below the same.
  std::string named(std::size_t number) const;
  std::string found(std::size_t nth, std::span<const model::FieldId> compared) const;

  const operation::NestedStep& step_;
  const NestedTemplates templates_;
  operation::Operation operation_, merge_;
  std::vector<std::span<Cell>> rows_, merge_rows_;          // all there are
  std::vector<std::span<const Cell>> views_, merge_views_;  // of a change: those that it is about
  std::vector<std::size_t> chosen_;                         // the same by number
  std::vector<std::size_t> linked_to_;                      // of rows that are linked to these: by view
  std::vector<std::string_view> names_;
  std::span<const std::string_view> paths_;
  std::optional<CreateScript> create_;
  std::optional<ChangeScript> change_;
  std::optional<UpsertScript> upsert_;
};

}  // namespace bedplate::engine
