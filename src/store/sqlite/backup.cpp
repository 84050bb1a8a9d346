#include "store/sqlite/backup.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <thread>
#include <unistd.h>

#include "net/descriptor.hpp"
#include "store/sqlite/errors.hpp"
#include "store/sqlite/integrity.hpp"
#include "store/sqlite/owner_lock.hpp"
#include "store/sqlite/system.hpp"

namespace bedplate::store::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtOnce = 256;  // 1 MiB, between two looks at `stop`

std::unexpected<Error> file_failure(const std::string& path, const char* what) {
  const auto reason = errno == ENOSPC || errno == EDQUOT ? Reason::kStorageFull : Reason::kUnavailable;
  return failure(Error(reason, path + " cannot be " + what).with_detail(std::strerror(errno)));
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

Result<void> sync_folder(const std::string& path) {
  const net::Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || ::fsync(folder.get()) != 0) return file_failure(folder_of(path), "synchronised");
  return {};
}

/// A file under a name of its own until it is whole; removed if it never is.
struct Partial {
  std::string path;
  ~Partial() {
    std::error_code none;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(path + suffix, none);
  }
  static Result<void> create(const std::string& path) {
    // A backup holds what the database holds: it is nobody else's to read. SQLite keeps the mode.
    const net::Descriptor made(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (made) return {};
    if (errno != EEXIST) return file_failure(path, "made");
    return failure(Error(Reason::kConflict, path + " exists already")
                       .with_hint("Another backup may be under way; else it is left over from one that ended early: "
                                  "remove it."));
  }
};

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};

Result<void> copy_pages(sqlite3* from, sqlite3* to, const std::atomic<bool>* stop) {
  sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
  if (!backup) return failure(error_of(to, sqlite3_extended_errcode(to)));
  int code = SQLITE_OK;
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    if (stop && stop->load(std::memory_order_relaxed)) break;
    if (code != SQLITE_OK) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    code = sqlite3_backup_step(backup, kPagesAtOnce);
  }
  sqlite3_backup_finish(backup);
  if (code == SQLITE_DONE) return {};
  if (code == SQLITE_OK) return failure(Reason::kCancelled, "The copy was ended.");
  return failure(error_of(to, code));
}

Result<void> copy_into(Connection& source, const std::string& path, const std::atomic<bool>* stop) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  const std::unique_ptr<sqlite3, Close> to(raw);
  if (code != SQLITE_OK) return failure(error_of(raw, code));
  sqlite3_extended_result_codes(raw, 1);
  // One snapshot from here on: others' commits neither reach the copy nor make it begin again.
  BP_TRY_VOID(source.execute("BEGIN"));
  BP_TRY_VOID(source.execute("SELECT 1 FROM sqlite_schema LIMIT 1"));
  BP_TRY_VOID(copy_pages(source.handle(), raw, stop));
  BP_TRY_VOID(source.execute("COMMIT"));
  // One file, that opens in a folder which nobody may write.
  if (sqlite3_exec(raw, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
    return failure(error_of(raw, sqlite3_extended_errcode(raw)));
  return {};
}

Result<std::unique_ptr<Connection>> open_whole(const std::string& path) {
  auto opened = Connection::open({.path = path, .create = false}, Connection::Role::kReader);
  if (!opened) return failure(as_damage(std::move(opened).error(), path));
  return opened;
}

/// A checked copy of `from` at `to`, a file that is there and empty.
Result<std::int64_t> checked_copy(const std::string& from, const std::string& to, const std::atomic<bool>* stop) {
  BP_TRY(const auto source, open_whole(from));
  source->restart_budget({.stop = stop});
  source->grant(Grant::kSchema);
  if (auto copied = copy_into(*source, to, stop); !copied) return failure(as_damage(std::move(copied).error(), from));
  BP_TRY(const auto copy, open_whole(to));
  BP_TRY_VOID(check_integrity(*copy, from, stop));
  return static_cast<std::int64_t>(fs::file_size(to));
}

Result<void> must_be_ours(const std::string& path) {
  BP_TRY(const auto connection, open_whole(path));
  connection->restart_budget({});
  connection->grant(Grant::kSchema);
  const auto found = query_rows(*connection, "SELECT 1 FROM sqlite_schema WHERE name = 'bp_meta'", {});
  if (!found) return failure(as_damage(Error(found.error()), path));
  if (!found->empty()) return {};
  return failure(
      Error(Reason::kDatabaseMismatch, path + " is no database of Bedplate's")
          .with_detail("It is an SQLite file without Bedplate's own tables.")
          .with_hint("Name a file that `bedplate admin backup` made. To serve another SQLite file, give it as "
                     "--database."));
}

/// The database at `path` gets another name; its log, which SQLite finds by the name, comes along or is empty.
Result<void> put_aside(const std::string& path, const std::string& aside) {
  {
    // Closing it copies the log into the file. A damaged one is kept as it is, log and all.
    const auto last = Connection::open({.path = path, .create = false}, Connection::Role::kWriter);
  }
  std::error_code none;
  if (fs::file_size(path + "-wal", none) > 0 && !none) {
    if (::rename((path + "-wal").c_str(), (aside + "-wal").c_str()) != 0)
      return file_failure(path + "-wal", "put aside");
  }
  fs::remove(path + "-shm", none);
  fs::remove(path + "-wal", none);
  // A second name first: at no moment is there no database at `path`.
  if (::link(path.c_str(), aside.c_str()) != 0) return file_failure(path, "put aside");
  return {};
}

}  // namespace

Result<Copied> back_up(const std::string& from, const std::string& to, const std::atomic<bool>* stop) {
  if (fs::exists(to))
    return failure(Error(Reason::kConflict, to + " exists already").with_hint("Name a file that is not there yet."));
  BP_TRY_VOID(Partial::create(to + ".partial"));
  const Partial partial{to + ".partial"};
  BP_TRY(const auto bytes, checked_copy(from, partial.path, stop));
  // Not over a file that somebody else made meanwhile.
  if (::link(partial.path.c_str(), to.c_str()) != 0) return file_failure(to, "made");
  BP_TRY_VOID(sync_folder(to));
  return Copied{bytes, {}};
}

Result<Copied> restore(const std::string& backup, const std::string& path, std::int64_t unix_seconds,
                       const std::atomic<bool>* stop) {
  BP_TRY(const auto lock, OwnerLock::take(path));
  BP_TRY_VOID(must_be_ours(backup));
  BP_TRY_VOID(Partial::create(path + ".restoring"));
  const Partial partial{path + ".restoring"};
  Copied copied;
  BP_TRY(copied.bytes, checked_copy(backup, partial.path, stop));
  if (fs::exists(path)) {
    copied.aside = path + ".before-restore-" + std::to_string(unix_seconds);
    BP_TRY_VOID(put_aside(path, copied.aside));
  }
  if (::rename(partial.path.c_str(), path.c_str()) != 0) return file_failure(path, "replaced");
  BP_TRY_VOID(sync_folder(path));
  return copied;
}

}  // namespace bedplate::store::sqlite
