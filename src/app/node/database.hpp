#pragma once
// The store that a configuration names. Opened once a process; outlives the sessions on it.
#include <functional>
#include <memory>

#include "config/config.hpp"
#include "store/store.hpp"

namespace bedplate::app {

struct DatabaseOptions {
  bool create = false;            ///< make SQLite's file and its folder where there is none
  std::size_t loops = 1;          ///< sessions to come, which share the configured connections
  std::size_t heavy_readers = 0;  ///< SQLite: threads for long reads; 0: they run where they are asked for
  /// A commit's outcome is unknown: the process must end and recover. Called on a thread of the store's.
  std::function<void(const std::string& cause)> on_fatal;
  /// SQLite's file was not closed by its last process and is read whole, so many bytes, before it is served.
  std::function<void(std::int64_t bytes)> on_check;
};

/// Errors: kDatabaseOwned, kDatabaseMismatch, kUnavailable.
Result<std::unique_ptr<store::Store>> open_database(const config::Config& config, DatabaseOptions options);

/// For people: `sqlite:shop/data/app.db`, `PostgreSQL`; never a password.
std::string database_name(const config::Database& database);

}  // namespace bedplate::app
