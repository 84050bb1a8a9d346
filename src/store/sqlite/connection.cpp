#include "store/sqlite/connection.hpp"

#include "net/system_clock.hpp"
#include "store/sqlite/errors.hpp"
#include "store/sqlite/functions.hpp"

namespace bedplate::store::sqlite {
namespace {

constexpr int kProgressSteps = 4000;

std::string single_text(sqlite3* database, const char* text) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(database, text, -1, &raw, nullptr) != SQLITE_OK) return {};
  const StatementHandle statement(raw);
  if (sqlite3_step(raw) != SQLITE_ROW) return {};
  const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(raw, 0));
  return value ? value : "";
}

std::unexpected<Error> not_ours(std::string detail, std::string hint) {
  return failure(Error(Reason::kDatabaseMismatch, "The database file cannot be served.")
                     .with_detail(std::move(detail))
                     .with_hint(std::move(hint)));
}

/// Before SQLite does anything in this process: it would count every allocation under one mutex.
void set_up_library() {
  static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)done;
}

}  // namespace

const Clock& clock_of(const SqliteOptions& options) {
  static constexpr net::SystemClock kSystem;
  return options.clock ? *options.clock : kSystem;
}

Result<std::unique_ptr<Connection>> Connection::open(const SqliteOptions& options, Role role) {
  set_up_library();
  const auto budget = role == Role::kReader ? options.read_budget : options.write_budget;
  std::unique_ptr<Connection> connection(new Connection(clock_of(options), {.time = budget.count()}, role));
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
  if (options.create && role == Role::kWriter) flags |= SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(options.path.c_str(), &connection->database_, flags,
                                   options.vfs.empty() ? nullptr : options.vfs.c_str());
  if (code != SQLITE_OK) {
    if ((code & 0xff) == SQLITE_CANTOPEN)
      return not_ours("There is no database file " + options.path + ", or it may not be opened.",
                      "Check the path in database.url and the file's permissions.");
    return failure(error_of(connection->database_, code));
  }
  BP_TRY_VOID(connection->configure(options, role));
  return connection;
}

Result<void> Connection::configure(const SqliteOptions& options, Role role) {
  sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  // Checkpoints are the writer's alone, the one at closing too.
  if (role == Role::kReader) sqlite3_db_config(database_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_busy_timeout(database_, 2000);
  BP_TRY_VOID(register_functions(*this, options));

  if (role == Role::kWriter) {
    const std::string mode = single_text(database_, "PRAGMA journal_mode=WAL");
    if (mode.empty()) {
      const int code = sqlite3_extended_errcode(database_);
      if ((code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_CORRUPT)
        return not_ours(options.path + " is not an SQLite database, or is damaged.", "Check the path in database.url.");
      return failure(error_of(database_, code));
    }
    if (mode != "wal")
      return not_ours("Its journal mode stays '" + mode + "', WAL is needed.", "Put the file on a local disk.");
    BP_TRY_VOID(execute("PRAGMA synchronous=FULL"));
    if (single_text(database_, "PRAGMA encoding") != "UTF-8")
      return not_ours("Its text is not UTF-8.", "Dump it and load it into a new database.");
    if (single_text(database_, "PRAGMA foreign_keys") != "1")
      return not_ours("Foreign keys cannot be enforced.", "Use an SQLite library that was built with them.");
  } else {
    BP_TRY_VOID(execute("PRAGMA query_only=ON"));
  }
  sqlite3_wal_autocheckpoint(database_, 0);
  sqlite3_wal_hook(database_, on_wal, this);
  BP_TRY_VOID(execute(("PRAGMA mmap_size=" + std::to_string(options.mmap_bytes)).c_str()));
  BP_TRY_VOID(execute(("PRAGMA cache_size=-" + std::to_string(options.cache_kibibytes)).c_str()));
  BP_TRY_VOID(execute("PRAGMA temp_store=MEMORY"));
  sqlite3_progress_handler(database_, kProgressSteps, on_progress, this);
  authorizer_.guard(database_);
  restart_budget();
  return {};
}

Connection::~Connection() { sqlite3_close_v2(database_); }

Result<StatementHandle> Connection::prepare(std::string_view text) const {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v3(database_, text.data(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT,
                                      &raw, nullptr);
  if (code != SQLITE_OK) return failure(error(code));
  return StatementHandle(raw);
}

Error Connection::error(int code) const {
  if ((code & 0xff) != SQLITE_AUTH) return error_of(database_, code);
  return Error(Reason::kInternal, "The statement failed.")
      .caused_by("Bedplate made a statement that it must not make, which was not run: " + authorizer_.refused() +
                 ". Please report this.");
}

Result<void> Connection::execute(const char* text) const {
  BP_TRY(const auto statement, prepare(text));
  return run(statement.get());
}

Result<void> Connection::run(sqlite3_stmt* statement) const {
  int code = SQLITE_ROW;
  while (code == SQLITE_ROW) code = sqlite3_step(statement);
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement);
    return {};
  }
  Error why = error(code);
  sqlite3_reset(statement);
  return failure(std::move(why));
}

Result<void> Connection::no_foreign_keys_outstanding() const {
  int outstanding = 0, high = 0;
  sqlite3_db_status(database_, SQLITE_DBSTATUS_DEFERRED_FKS, &outstanding, &high, 0);
  if (outstanding != 0) return failure(error_of(nullptr, SQLITE_CONSTRAINT_FOREIGNKEY));
  return {};
}

int Connection::on_progress(void* self) { return static_cast<Connection*>(self)->budget_.look(); }

int Connection::on_wal(void* self, sqlite3*, const char*, int pages) {
  static_cast<Connection*>(self)->wal_pages_ = pages;
  return SQLITE_OK;
}

}  // namespace bedplate::store::sqlite
