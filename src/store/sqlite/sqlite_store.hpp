#pragma once
// The embedded store: one SQLite file in WAL mode, owned by this process, one writer thread, one reader a Session.
// The Store outlives its sessions and their loops' last turn; open_session() may be called on any thread.
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/function.hpp"
#include "store/store.hpp"

namespace bedplate::store {

struct SqliteOptions {
  std::string path;
  bool create = true;          ///< make the file where there is none; else kDatabaseMismatch
  bool take_ownership = true;  ///< lock `<path>.owner`; false only for a process that holds the lock already
  std::chrono::microseconds read_budget = std::chrono::seconds(5);  ///< of one read; 0: none
  /// Threads for heavy reads; 0: every read runs to its end on its loop.
  std::size_t heavy_readers = 0;
  /// With heavy readers: what a read may take of its loop before it is begun again on their lane. SQLite's share of a
  /// usual request is 5 to 90 µs.
  std::chrono::microseconds loop_budget = std::chrono::microseconds(500);
  /// Heavy reads waiting, of which a caller may have as many as there are places left; above it, where one would wait
  /// longer than heavy_wait, and where a caller's own have waited longer than heavy_target all the time, kOverloaded.
  std::size_t heavy_queue = 64;
  std::chrono::microseconds heavy_target = std::chrono::milliseconds(250);
  std::chrono::microseconds heavy_wait = std::chrono::seconds(1);
  std::chrono::microseconds write_budget = std::chrono::seconds(5);        ///< of one write; 0: none
  std::size_t group_limit = 256;                                           ///< writes that share a transaction
  std::chrono::microseconds group_budget = std::chrono::milliseconds(20);  ///< above it a write runs alone
  std::int64_t mmap_bytes = std::int64_t{1} << 30;
  int cache_kibibytes = 8192;        ///< of each connection
  int checkpoint_pages = 1000;       ///< WAL pages after which the writer checkpoints
  std::size_t queue_limit = 10'000;  ///< writes waiting; above it kOverloaded, a caller's as with heavy reads
  std::size_t queue_few = 64;        ///< writes of one caller that may wait, however slow the disk is
  std::chrono::microseconds queue_target = std::chrono::milliseconds(250);
  std::chrono::microseconds queue_wait = std::chrono::seconds(2);
  std::string vfs;               ///< empty: the default one
  const Clock* clock = nullptr;  ///< of budgets; null: the kernel's
  // Tables that outlive the store:
  std::span<const sql::Function> functions;
  std::span<const sql::Aggregate> aggregates;
  std::span<const sql::Collation> collations;
  /// The last process did not close the file: it is read whole before it is served. Called before, with its bytes.
  std::function<void(std::int64_t bytes)> on_check;
  /// Called once, on the writer's thread, when a commit's outcome is unknown (a failed fsync). Nothing is
  /// acknowledged afterwards; the process should end and recover.
  std::function<void(const std::string& cause)> on_fatal;
};

/// Errors: kDatabaseOwned (names the owner's process), kDatabaseMismatch (not a database of ours, or a damaged one),
/// kUnavailable.
Result<std::unique_ptr<Store>> open_sqlite(SqliteOptions options);

}  // namespace bedplate::store
