#pragma once
// SqliteSession: an event loop's reader and its way to the writer. One read transaction for many operations and turns
// of the loop: begun by a read, renewed between operations when the writer has committed since, left at the end of such
// a turn or some ms after it was begun. A read that would hold the loop goes to the heavy lane.
#include <memory>

#include "store/program_cache.hpp"
#include "store/sqlite/commits.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/heavy_lane.hpp"
#include "store/sqlite/prepared.hpp"
#include "store/sqlite/streams.hpp"
#include "store/sqlite/writer.hpp"
#include "store/store.hpp"

namespace bedplate::store::sqlite {

class SqliteSession final : public Session {
 public:
  static Result<std::unique_ptr<Session>> open(const SqliteOptions& options, std::shared_ptr<Writer> writer,
                                               std::shared_ptr<HeavyLane> lane, std::shared_ptr<HeavyLane> slices,
                                               net::Loop& loop);

  Task<Result<void>> read(const Execution& execution, rows::Visitor& visitor) override;
  Result<std::unique_ptr<RowStream>> stream(const Execution& execution) override;
  Task<Result<void>> write(const WriteExecution& execution) override;

 private:
  SqliteSession(const SqliteOptions& options, std::unique_ptr<Connection> connection, std::shared_ptr<Writer> writer,
                std::shared_ptr<HeavyLane> lane, std::shared_ptr<HeavyLane> slices, net::Loop& loop);
  Result<void> read_now(const Execution& execution, PreparedProgram& prepared, rows::Visitor& visitor);
  Task<Result<void>> read_heavy(const Execution& execution, rows::Visitor& visitor);
  Result<void> enter_snapshot();
  void leave_snapshot();

  std::shared_ptr<Writer> writer_;
  std::shared_ptr<HeavyLane> lane_;  // null: none
  const Budget::Limits limits_;      // of a read on the loop
  const std::uint64_t number_;       // of this session, for what the writer prepares
  net::Loop& loop_;
  Streams streams_;
  std::unique_ptr<Connection> connection_;
  StatementHandle begin_, commit_;
  ProgramCache<PreparedProgram> programs_;
  std::uint64_t snapshot_ = 0;  // of Commits, not newer than what the transaction sees
  bool in_snapshot_ = false;
  bool reading_ = false;
  Snapshots::Holder held_;
  net::Timer expiry_;
  net::TurnHook turn_end_;
};

}  // namespace bedplate::store::sqlite
