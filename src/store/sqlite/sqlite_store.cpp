#include "store/sqlite/sqlite_store.hpp"

#include <filesystem>

#include "store/sqlite/errors.hpp"
#include "store/sqlite/integrity.hpp"
#include "store/sqlite/session.hpp"
#include "store/sqlite/system.hpp"
#include "store/sqlite/writer.hpp"

namespace bedplate::store {
namespace {

using namespace sqlite;

constexpr std::size_t kSlicesWaiting = 4096;
constexpr auto kSliceWait = std::chrono::seconds(30);

class SqliteStore final : public Store {
 public:
  SqliteStore(SqliteOptions options, std::shared_ptr<Writer> writer, std::shared_ptr<HeavyLane> lane,
              std::unique_ptr<telemetry::StoreCounters> slice_counters, std::shared_ptr<HeavyLane> slices)
      : options_(std::move(options)),
        writer_(std::move(writer)),
        lane_(std::move(lane)),
        slice_counters_(std::move(slice_counters)),
        slices_(std::move(slices)) {}

  sql::Dialect dialect() const override { return sql::Dialect::kSqlite; }
  Result<std::unique_ptr<Session>> open_session(net::Loop& loop) override {
    return SqliteSession::open(options_, writer_, lane_, slices_, loop);
  }
  const telemetry::StoreCounters* counters() const override { return &writer_->counters(); }
  Result<std::vector<FoundTable>> describe() override { return on_writer(describe_tables); }
  Result<void> run_script(std::span<const std::string> statements) override {
    return on_writer([&](Connection& connection) { return run_transaction(connection, statements); });
  }
  Result<void> run_rebuilding(std::span<const std::string> statements) override {
    return on_writer([&](Connection& connection) { return rebuild(connection, statements); });
  }
  Result<std::vector<std::vector<std::string>>> query_system(std::string_view text,
                                                             std::span<const Cell> binds) override {
    return on_writer([&](Connection& connection) { return query_rows(connection, text, binds); });
  }

 private:
  template <class Work, class Outcome = std::invoke_result_t<Work&, Connection&>>
  Outcome on_writer(Work work) {
    std::optional<Outcome> outcome;
    writer_->run_blocking([&](Connection& connection) { outcome = work(connection); });
    return *std::move(outcome);
  }

  SqliteOptions options_;
  std::shared_ptr<Writer> writer_;
  // Null: none. They end before the writer, which checkpoints last.
  std::shared_ptr<HeavyLane> lane_;
  std::unique_ptr<telemetry::StoreCounters> slice_counters_;  // apart, as slices are no heavy reads
  std::shared_ptr<HeavyLane> slices_;                         // of streams
};

/// What the log holds stays for whoever mends the file.
void keep_log(Connection& connection) {
  sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite(SqliteOptions options) {
  std::optional<OwnerLock> lock;
  if (options.take_ownership) {
    BP_TRY(lock, OwnerLock::take(options.path));
  }
  const bool unclean = ended_uncleanly(options.path);
  BP_TRY(auto connection, Connection::open(options, Connection::Role::kWriter));
  if (unclean) {
    if (options.on_check) options.on_check(static_cast<std::int64_t>(std::filesystem::file_size(options.path)));
    if (auto whole = check_integrity(*connection, options.path); !whole) {
      keep_log(*connection);
      return failure(std::move(whole).error());
    }
    connection->restart_budget();
  }
  auto writer = std::make_shared<Writer>(options, std::move(lock), std::move(connection));
  std::shared_ptr<HeavyLane> lane, slices;
  auto slice_counters = std::make_unique<telemetry::StoreCounters>();
  if (options.heavy_readers > 0) {
    BP_TRY(lane, HeavyLane::open(options, writer->counters()));
    // A stream that has begun is not refused for others' sake: its slices are short and wait for each other alone.
    SqliteOptions patient = options;
    patient.heavy_readers = 1;
    patient.heavy_queue = kSlicesWaiting;
    patient.heavy_wait = patient.heavy_target = kSliceWait;
    BP_TRY(slices, HeavyLane::open(patient, *slice_counters));
  }
  return std::make_unique<SqliteStore>(std::move(options), std::move(writer), std::move(lane),
                                       std::move(slice_counters), std::move(slices));
}

}  // namespace bedplate::store
