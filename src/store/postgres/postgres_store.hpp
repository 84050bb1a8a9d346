#pragma once
// The store on PostgreSQL: libpq in pipeline mode on each session's loop, binary values both ways. Reads share
// connections, a write has one to itself. The Store outlives its sessions.
#include <chrono>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "store/store.hpp"

namespace bedplate::store {

struct PostgresOptions {
  std::string url;            ///< postgres://… or keywords, as libpq reads them
  int read_connections = 1;   ///< of each session
  int write_connections = 1;  ///< of each session
  /// Reads of a session under way; a caller may have as many as there are places left. Above it kOverloaded.
  std::size_t read_queue = 1000;
  /// Writes of a session that wait for a connection; above it, and for whom none came in time, kOverloaded; a caller's
  /// as with reads.
  std::size_t write_queue = 1000;
  std::chrono::milliseconds write_wait = std::chrono::seconds(5);
  std::chrono::milliseconds statement_timeout = std::chrono::seconds(5);
  /// Of a read's rows as the server sends them, which all are here before the first is rendered; more is
  /// kLimitExceeded.
  std::size_t result_bytes = std::size_t{256} << 20;
};

/// Connects once to see that the database answers. Errors, without the password: kUnavailable, kInvalidConfiguration.
Result<std::unique_ptr<Store>> open_postgres(PostgresOptions options);

}  // namespace bedplate::store
