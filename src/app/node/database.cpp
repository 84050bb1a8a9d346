#include "app/node/database.hpp"

#include <algorithm>

#include "app/project/files.hpp"
#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace bedplate::app {
namespace {

Result<std::unique_ptr<store::Store>> open_file(const config::Database& database, DatabaseOptions options) {
  const std::string path(database.url.place.reveal());
  if (options.create) {
    BP_TRY_VOID(create_private_directory(parent_directory(path)));
    // SQLite gives the files beside it the mode of this one, and says why none can be made.
    [[maybe_unused]] const auto made = create_private_file(path, "");
  }
  const std::chrono::microseconds budget(database.statement_timeout);
  return store::open_sqlite({.path = path,
                             .create = options.create,
                             .read_budget = budget,
                             .heavy_readers = options.heavy_readers,
                             .write_budget = budget,
                             .on_check = std::move(options.on_check),
                             .on_fatal = std::move(options.on_fatal)});
}

// What the server sends of a field (its length, its type) is at most so much longer than what a reply says of it (its
// name), so that only a read that also sorts by long values that it does not show may end here before it would there.
constexpr std::size_t kResultOfReply = 4;

Result<std::unique_ptr<store::Store>> open_server(const config::Config& config, const DatabaseOptions& options) {
  const auto& database = config.database;
  // Half of a loop's share waits for nobody's write; at least one connection for each.
  const int share = std::max(2, static_cast<int>(database.pool / std::max<std::size_t>(1, options.loops)));
  return store::open_postgres({.url = std::string(database.url.place.reveal()),
                               .read_connections = share - share / 2,
                               .write_connections = share / 2,
                               .statement_timeout = std::chrono::milliseconds(database.statement_timeout / 1000),
                               .result_bytes = kResultOfReply * config.limits.reply});
}

}  // namespace

Result<std::unique_ptr<store::Store>> open_database(const config::Config& config, DatabaseOptions options) {
  if (config.database.url.kind == config::DatabaseUrl::Kind::kSqlite)
    return open_file(config.database, std::move(options));
  return open_server(config, options);
}

std::string database_name(const config::Database& database) {
  if (database.url.kind == config::DatabaseUrl::Kind::kPostgres) return "PostgreSQL";
  return "sqlite:" + std::string(database.url.place.reveal());
}

}  // namespace bedplate::app
