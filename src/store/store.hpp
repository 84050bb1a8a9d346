#pragma once
// Store: a database as the engine sees it. One Store a node; one Session per event loop, used on that loop alone.
// Two implementations: store/sqlite and store/postgres. Nothing here knows rules: it runs Executions, which only
// the engine builds, from templates that carry their rules.
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/cancel.hpp"
#include "base/cell.hpp"
#include "base/result.hpp"
#include "base/task.hpp"
#include "net/loop.hpp"
#include "operation/caller.hpp"
#include "operation/principal.hpp"
#include "rows/recording.hpp"
#include "rows/slices.hpp"
#include "rows/source.hpp"
#include "sql/program.hpp"
#include "telemetry/store_counters.hpp"

namespace bedplate::store {

/// One run of a program. Views: all of it outlives the run.
struct Execution {
  const sql::Program& program;
  std::span<const Cell> values;
  const operation::Principal& principal;
  std::int64_t now = 0;  ///< µs since 1970, the operation's instant
  /// Whoever asked went away: a long read ends early, with kCancelled.
  CancelToken cancel = {};
  const operation::Caller* caller = nullptr;  ///< whose share of a queue it takes; null: nobody's
};

/// 0: nobody's in particular.
inline std::uint64_t number_of(const operation::Caller* caller) { return caller ? caller->number() : 0; }

/// Rows that a statement of a write yielded, copied out. The cells' bytes live in the arena given.
class CapturedRows {
 public:
  /// More than `max_bytes` is kLimitExceeded.
  explicit CapturedRows(Arena& arena, std::size_t max_bytes = std::size_t{64} << 20)
      : arena_(arena), left_(max_bytes) {}

  Result<void> add(std::span<const Cell> row);
  std::size_t size() const { return rows_; }
  std::span<const Cell> operator[](std::size_t row) const { return {cells_.data() + row * width_, width_}; }

 private:
  Arena& arena_;
  std::size_t left_, width_ = 0, rows_ = 0;
  std::vector<Cell> cells_;
};

/// An empty recording for the rows of `program`.
rows::Recording recording_of(const sql::Program& program);

/// A write's transaction while its script runs; its statements see the principal and instant of the write. After a
/// failed call only the script's end may follow, or back_to_guard().
class Transaction {
 public:
  virtual ~Transaction() = default;

  /// Runs a statement once for each of `runs` (the values of its slots); its rows go to `rows`, if given. The number
  /// of rows changed by each run is added to `changed`; on failure `failed` is the run that did not succeed.
  struct Outcome {
    std::uint64_t changed = 0;
    std::size_t failed = 0;
  };
  virtual Task<Result<void>> run(const sql::Program& program, std::uint16_t statement,
                                 std::span<const std::span<const Cell>> runs, CapturedRows* rows, Outcome& outcome) = 0;
  /// Fails where a reference that may wait for the transaction's end leads nowhere, if the store would not say which.
  virtual Result<void> settle() = 0;
  /// From here on a statement that fails can be undone alone.
  virtual Result<void> guard() = 0;
  virtual Task<Result<void>> back_to_guard() = 0;
  /// Adds the rows of a program, as they are inside of the transaction, to `into` (made for that program).
  virtual Task<Result<void>> read(const sql::Program& program, std::span<const Cell> values, rows::Recording& into) = 0;
};

/// What a write does, all or nothing. It may run more than once (a group that failed, a serialization failure), each
/// time from the start and on a fresh transaction; an embedded store runs it on its writer's thread, without
/// suspending. Its failure rolls everything back.
class WriteScript {
 public:
  virtual ~WriteScript() = default;
  virtual Task<Result<void>> run(Transaction& transaction) = 0;
};

struct WriteExecution {
  WriteScript& script;
  const operation::Principal& principal;
  std::int64_t now = 0;
  const operation::Caller* caller = nullptr;  ///< as Execution's
};

/// The rows of one execution, a slice at a time, all on one snapshot. It holds a connection of its own and, on an
/// embedded store, the snapshot: to be ended soon. On its session's loop; its session and execution outlive it.
class RowStream {
 public:
  virtual ~RowStream() = default;
  /// Lets `visitor` take its next slice. False: there are no more rows. After a failure it is only to be destroyed.
  virtual Task<Result<bool>> advance(rows::SliceVisitor& visitor) = 0;
  /// What the program's count statement says, after the first slice; -1 without one.
  std::int64_t total() const { return total_; }

 protected:
  std::int64_t total_ = -1;
};

class Session {
 public:
  virtual ~Session() = default;
  /// Runs the program's statements on one snapshot and hands them to `visitor`; the snapshot includes every write
  /// acknowledged before the call.
  virtual Task<Result<void>> read(const Execution& execution, rows::Visitor& visitor) = 0;
  /// The same rows as a stream, which begins with its first slice. kOverloaded: too many are open.
  virtual Result<std::unique_ptr<RowStream>> stream(const Execution& execution) = 0;
  /// Returns after the commit is durable, or the script's own failure.
  virtual Task<Result<void>> write(const WriteExecution& execution) = 0;
};

/// A column of a table as the database has it, for the check at start.
struct FoundColumn {
  std::string name, declared_type;
  bool not_null = false;
  int key_position = 0;  ///< from 1; 0: not in the primary key
  bool given = false;    ///< the database gives it a value: a default, an identity, or what it is generated from
};
struct FoundTable {
  std::string name;
  std::vector<FoundColumn> columns;
};

class Store {
 public:
  virtual ~Store() = default;
  virtual sql::Dialect dialect() const = 0;
  /// A session for `loop`; call on any thread before the loop runs, use on the loop.
  virtual Result<std::unique_ptr<Session>> open_session(net::Loop& loop) = 0;
  /// What the store counts of itself, for metrics; null: nothing. Lives as long as the store; read from any thread.
  virtual const telemetry::StoreCounters* counters() const { return nullptr; }
  // Blocking, for start and commands only, never on a loop:
  virtual Result<std::vector<FoundTable>> describe() = 0;
  /// Runs DDL or other statements of ours in one transaction.
  virtual Result<void> run_script(std::span<const std::string> statements) = 0;
  /// The same for statements that take a table down and put another in its place. An embedded store neither follows
  /// foreign keys meanwhile nor rewrites what refers to a renamed table; no other write comes between.
  virtual Result<void> run_rebuilding(std::span<const std::string> statements) { return run_script(statements); }
  /// System tables: binds by position, rows as text cells copied out.
  virtual Result<std::vector<std::vector<std::string>>> query_system(std::string_view text,
                                                                     std::span<const Cell> binds) = 0;
};

}  // namespace bedplate::store
