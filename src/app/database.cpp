#include "app/database.hpp"

#include <algorithm>

#include "app/files.hpp"
#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace bedplate::app {
namespace {

Result<std::unique_ptr<store::Store>> open_file(const config::Database& database, DatabaseOptions options) {
  const std::string path(database.url.place.reveal());
  if (options.create) BP_TRY_VOID(create_directory(parent_directory(path)));
  const std::chrono::microseconds budget(database.statement_timeout);
  return store::open_sqlite({.path = path,
                             .create = options.create,
                             .read_budget = budget,
                             .heavy_readers = options.heavy_readers,
                             .write_budget = budget,
                             .on_check = std::move(options.on_check),
                             .on_fatal = std::move(options.on_fatal)});
}

Result<std::unique_ptr<store::Store>> open_server(const config::Database& database, const DatabaseOptions& options) {
  // Half of a loop's share waits for nobody's write; at least one connection for each.
  const int share = std::max(2, static_cast<int>(database.pool / std::max<std::size_t>(1, options.loops)));
  return store::open_postgres({.url = std::string(database.url.place.reveal()),
                               .read_connections = share - share / 2,
                               .write_connections = share / 2,
                               .statement_timeout = std::chrono::milliseconds(database.statement_timeout / 1000)});
}

}  // namespace

Result<std::unique_ptr<store::Store>> open_database(const config::Config& config, DatabaseOptions options) {
  if (config.database.url.kind == config::DatabaseUrl::Kind::kSqlite)
    return open_file(config.database, std::move(options));
  return open_server(config.database, options);
}

std::string database_name(const config::Database& database) {
  if (database.url.kind == config::DatabaseUrl::Kind::kPostgres) return "PostgreSQL";
  return "sqlite:" + std::string(database.url.place.reveal());
}

}  // namespace bedplate::app
