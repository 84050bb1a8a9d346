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

#include "base/cancel.hpp"
#include "base/cell.hpp"
#include "base/result.hpp"
#include "base/task.hpp"
#include "net/loop.hpp"
#include "operation/principal.hpp"
#include "rows/source.hpp"
#include "sql/program.hpp"

namespace bedplate::store {

/// One run of a program. Views: all of it outlives the run.
struct Execution {
  const sql::Program& program;
  std::span<const Cell> values;
  const operation::Principal& principal;
  std::int64_t now = 0;  ///< µs since 1970, the operation's instant
  /// Whoever asked went away: a long read ends early, with kCancelled.
  CancelToken cancel;
};

/// A step of a write: the statement is run once; `expect` is checked before the next.
struct Step {
  enum class Expect : std::uint8_t {
    kNothing,
    kOneRowTrue,  ///< yields one row whose first cell is 1, else the write fails with `otherwise` and rolls back
  };
  std::uint16_t statement = 0;
  std::span<const Cell> values;  ///< this step's slots
  Expect expect = Expect::kNothing;
  Reason otherwise = Reason::kCheckFailed;
};

/// A write: steps in one transaction, then the rows of `returning` (if any) read inside it.
struct WriteExecution {
  const sql::Program& program;
  std::span<const Step> steps;
  const operation::Principal& principal;
  std::int64_t now = 0;
  const sql::Program* returning = nullptr;
  std::span<const Cell> returning_values;
  /// The integer key that the store gave the first step's row is written to this slot of returning_values' copy
  /// and of later steps' values; 0xffff: keys are ours.
  std::uint16_t sequence_slot = 0xffff;
};

struct Written {
  std::uint64_t rows = 0;
  std::int64_t last_sequence = 0;
};

class Session {
 public:
  virtual ~Session() = default;
  /// Runs the program's statements on one snapshot and hands them to `visitor`; the snapshot includes every write
  /// acknowledged before the call.
  virtual Task<Result<void>> read(const Execution& execution, rows::Visitor& visitor) = 0;
  /// All or nothing; returns after the commit is durable. `visitor` (may be null) sees the rows of `returning`.
  virtual Task<Result<Written>> write(const WriteExecution& execution, rows::Visitor* visitor) = 0;
};

/// A column of a table as the database has it, for the check at start.
struct FoundColumn {
  std::string name, declared_type;
  bool not_null = false;
  int key_position = 0;  ///< from 1; 0: not in the primary key
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
  // Blocking, for start and commands only, never on a loop:
  virtual Result<std::vector<FoundTable>> describe() = 0;
  /// Runs DDL or other statements of ours in one transaction.
  virtual Result<void> run_script(std::span<const std::string> statements) = 0;
  /// System tables: binds by position, rows as text cells copied out.
  virtual Result<std::vector<std::vector<std::string>>> query_system(std::string_view text,
                                                                     std::span<const Cell> binds) = 0;
};

}  // namespace bedplate::store
