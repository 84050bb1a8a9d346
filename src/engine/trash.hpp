#pragma once
// Trash: takes along what refers to rows that a script puts into the trash, or brings it back with them, level by level
// and as the system (sql/trash_walk.hpp says what); then says what stands against it. A script's; on its thread.
#include <vector>

#include "engine/history.hpp"
#include "engine/write_inputs.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

class Trash {
 public:
  explicit Trash(const WriteInputs& inputs) : inputs_(inputs), walk_(inputs.found.walk) {}

  /// Forgets all rows: the script runs anew.
  void begin();
  /// A row that was put there, or brought back, and by which deletion; its cells outlive the script's run.
  void root(model::EntityId entity, std::span<const Cell> key, Cell deletion);
  /// Writes what goes with the roots since the last call, and tells `history` of it. LIMIT_EXCEEDED beyond kMost rows.
  Task<Result<void>> follow(store::Transaction& transaction, History& history);
  /// After the operation's last statement: FOREIGN_KEY_VIOLATION where other rows stand against it.
  Task<Result<void>> check(store::Transaction& transaction) const;

  static constexpr std::size_t kMost = 10'000;

 private:
  struct Row {
    model::EntityId entity = 0;
    std::span<const Cell> key;
    Cell deletion;
  };
  Task<Result<void>> step(store::Transaction& transaction, const sql::TrashWalk::Step& step, const Row& above,
                          History& history);
  Task<Result<void>> mark(store::Transaction& transaction, model::EntityId entity,
                          std::span<const std::span<const Cell>> runs) const;
  Error hindered(const sql::TrashWalk::Hindrance& by) const;
  /// Of a row that would come back along and finds its values taken.
  Error taken(Error error, model::EntityId entity) const;
  /// Whether the caller reads the field in some row, so that it may be named.
  bool is_named(model::EntityId entity, model::FieldId field) const;

  const WriteInputs& inputs_;
  const sql::TrashWalk& walk_;
  Arena arena_{1024};
  std::vector<Row> rows_;
  std::size_t followed_ = 0, along_ = 0;  // rows whose own were looked for; those that were not asked for by name
};

}  // namespace bedplate::engine
