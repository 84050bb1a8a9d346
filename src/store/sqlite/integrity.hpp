#pragma once
// Whether a database file is whole. A file whose log is still there was not closed by its last process: SQLite repeats
// what the log holds, and what lies below is looked at once, before it is served. For start and commands.
#include <string>

#include "store/sqlite/connection.hpp"

namespace bedplate::store::sqlite {

/// Whether the last process that wrote to the file ended without closing it. Ask before opening it.
bool ended_uncleanly(const std::string& path);
/// Reads every page. kDatabaseMismatch, saying what is broken; kCancelled once `stop` is set.
Result<void> check_integrity(Connection& connection, const std::string& path, const std::atomic<bool>* stop = nullptr);

/// `error` as kDatabaseMismatch about the file, where it tells of damage or of a file of another kind.
Error as_damage(Error error, const std::string& path);

}  // namespace bedplate::store::sqlite
