#pragma once
// BulkWriter: writes made-up rows in transactions of some thousand, on a loop and session of its own. Takes cells and
// returns while the store's thread writes them, so that the next ones are made meanwhile. Blocking; for commands; one
// thread. The store and the model outlive it.
#include <memory>
#include <optional>

#include "engine/bulk_insert.hpp"
#include "net/loop.hpp"
#include "operation/principal.hpp"
#include "store/store.hpp"

namespace bedplate::app {

class BulkWriter {
 public:
  static Result<std::unique_ptr<BulkWriter>> open(store::Store& store, const model::Model& model);
  ~BulkWriter();
  BulkWriter(const BulkWriter&) = delete;
  BulkWriter& operator=(const BulkWriter&) = delete;

  /// Where the cells of the rows to come live; another one after each flush.
  Arena& arena() { return *arenas_[filling_]; }
  /// A row of `insert`, which outlives the next finish(). Writes what has come together when it is much.
  Result<void> add(const engine::BulkInsert& insert, std::span<const Cell> row);
  /// Waits until everything is written.
  Result<void> finish();
  std::uint64_t next_id() { return id_ += 2; }

 private:
  struct Transaction;

  BulkWriter(const model::Model& model, std::unique_ptr<net::Loop> loop, std::unique_ptr<store::Session> session);
  Result<void> flush();
  void drain();
  Result<void> wait();

  std::unique_ptr<net::Loop> loop_;
  std::unique_ptr<store::Session> session_;
  std::shared_ptr<const operation::Principal> principal_;
  std::unique_ptr<Arena> arenas_[2];
  std::vector<std::span<const Cell>> rows_[2];
  std::size_t filling_ = 0;
  const engine::BulkInsert* insert_ = nullptr;
  std::unique_ptr<Transaction> running_;
  std::uint64_t id_ = 0;
};

}  // namespace bedplate::app
