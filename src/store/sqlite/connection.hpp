#pragma once
// Connection: one open handle to the database file with our settings and functions, used by one thread at a time.
#include <memory>
#include <sqlite3.h>
#include <string>

#include "base/result.hpp"
#include "store/sqlite/authorizer.hpp"
#include "store/sqlite/budget.hpp"
#include "store/sqlite/json_cache.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace bedplate::store::sqlite {

struct CloseStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, CloseStatement>;

/// The options' clock, or the kernel's.
const Clock& clock_of(const SqliteOptions& options);

class Connection {
 public:
  enum class Role { kReader, kWriter };
  static Result<std::unique_ptr<Connection>> open(const SqliteOptions& options, Role role);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* handle() const { return database_; }
  Result<StatementHandle> prepare(std::string_view text) const;
  /// Why a statement was not prepared or ended early. A refusal of the authorizer's is a bug of ours, and says which.
  Error error(int code) const;
  /// Runs one statement that yields nothing.
  Result<void> execute(const char* text) const;
  /// The same with a statement prepared before.
  Result<void> run(sqlite3_stmt* statement) const;
  /// Else COMMIT would fail for one writer's sake, or another's row would hide what is missing.
  Result<void> no_foreign_keys_outstanding() const;
  bool in_transaction() const { return sqlite3_get_autocommit(database_) == 0; }

  /// From here the budget counts anew; it is looked at every few thousand steps of SQLite's machine and whenever our
  /// functions have looked at some KiB.
  void restart_budget() { restart_budget(limits_); }
  void restart_budget(const Budget::Limits& limits) {
    budget_.start(limits);
    json_texts_.trim();
  }
  Budget& budget() { return budget_; }
  JsonCache& json_texts() { return json_texts_; }
  /// What statements may do that are prepared from now on, or again after the schema changed.
  void grant(Grant what) { authorizer_.grant(what); }
  /// WAL pages after the latest commit on this connection.
  int wal_pages() const { return wal_pages_; }

 private:
  Connection(const Clock& clock, const Budget::Limits& limits, Role role)
      : limits_(limits), budget_(clock), authorizer_(role == Role::kWriter) {}
  Result<void> configure(const SqliteOptions& options, Role role);
  static int on_progress(void* self);
  static int on_wal(void* self, sqlite3*, const char*, int pages);

  sqlite3* database_ = nullptr;
  const Budget::Limits limits_;
  Budget budget_;
  JsonCache json_texts_;
  Authorizer authorizer_;
  int wal_pages_ = 0;
};

}  // namespace bedplate::store::sqlite
