#pragma once
// Backup and restore of a database file. A backup is one consistent snapshot, taken beside whoever serves the file;
// its copy is checked before it gets its name. Blocking; each call is on its own, any thread.
#include <atomic>
#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace bedplate::store::sqlite {

struct Copied {
  std::int64_t bytes = 0;
  std::string aside;  ///< restore: where the file that was there is now; empty: there was none
};

/// Copies the database at `from` to the new file `to`, mode 0600. The log of `from` grows as long as it takes.
/// Errors: kDatabaseMismatch (no database at `from`, or a damaged one), kConflict (there is a file
/// at `to`), kStorageFull, kUnavailable, kCancelled (`stop` was set).
Result<Copied> back_up(const std::string& from, const std::string& to, const std::atomic<bool>* stop = nullptr);
/// Puts a copy of `backup` in the place of the database at `path`, which nobody may own; what was there is kept beside
/// it as `<path>.before-restore-<seconds>`. Errors: those of back_up(), kDatabaseOwned, and kDatabaseMismatch where the
/// backup is no database of Bedplate's.
Result<Copied> restore(const std::string& backup, const std::string& path, std::int64_t unix_seconds,
                       const std::atomic<bool>* stop = nullptr);

}  // namespace bedplate::store::sqlite
