#include "store/sqlite/session.hpp"

#include "store/sqlite/row_source.hpp"

namespace bedplate::store::sqlite {
namespace {

// Some 0.3 ms of parsing JSON: who would do more in one call doesn't begin it on the loop.
constexpr std::int64_t kLoopWorkAtOnce = 64 * 1024;
// For so long a snapshot that nobody makes old is kept over turns: to begin and end one costs about ten reads by key,
// to keep it a place in the log.
constexpr auto kSnapshotLife = std::chrono::milliseconds(10);
// Preparing so much text alone takes a loop's budget.
constexpr std::size_t kHeavyText = 16 * 1024;

Budget::Limits loop_limits(const SqliteOptions& options, bool has_lane) {
  if (!has_lane) return {.time = options.read_budget.count()};
  return {.time = options.loop_budget.count(), .at_once = kLoopWorkAtOnce};
}

}  // namespace

Result<std::unique_ptr<Session>> SqliteSession::open(const SqliteOptions& options, std::shared_ptr<Writer> writer,
                                                     std::shared_ptr<HeavyLane> lane, std::shared_ptr<HeavyLane> slices,
                                                     net::Loop& loop) {
  BP_TRY(auto connection, Connection::open(options, Connection::Role::kReader));
  std::unique_ptr<SqliteSession> session(
      new SqliteSession(options, std::move(connection), std::move(writer), std::move(lane), std::move(slices), loop));
  BP_TRY(session->begin_, session->connection_->prepare("BEGIN"));
  BP_TRY(session->commit_, session->connection_->prepare("COMMIT"));
  return session;
}

SqliteSession::SqliteSession(const SqliteOptions& options, std::unique_ptr<Connection> connection,
                             std::shared_ptr<Writer> writer, std::shared_ptr<HeavyLane> lane,
                             std::shared_ptr<HeavyLane> slices, net::Loop& loop)
    : writer_(std::move(writer)),
      lane_(std::move(lane)),
      limits_(loop_limits(options, lane_ != nullptr)),
      number_(writer_->number_session()),
      loop_(loop),
      streams_(options, std::move(slices), loop),
      connection_(std::move(connection)),
      held_(writer_->snapshots(), loop),
      expiry_(loop, [this] { leave_snapshot(); }),
      turn_end_(loop, [this] {
        if (in_snapshot_ && !writer_->commits().is_fresh(snapshot_)) leave_snapshot();
      }) {}

Task<Result<void>> SqliteSession::read(const Execution& execution, rows::Visitor& visitor) {
  PreparedProgram& prepared = prepared_in(programs_, execution.program);
  if (!lane_) co_return read_now(execution, prepared, visitor);
  if (!prepared.cost().heavy() && prepared.text_bytes() <= kHeavyText) [[likely]] {
    auto result = read_now(execution, prepared, visitor);
    if (result || connection_->budget().end() == Budget::End::kNone) [[likely]]
      co_return result;
  }
  co_return co_await read_heavy(execution, visitor);
}

Task<Result<void>> SqliteSession::read_heavy(const Execution& execution, rows::Visitor& visitor) {
  if (execution.cancel.requested()) co_return failure(Reason::kCancelled, "The caller went away.");
  const auto read = std::make_shared<HeavyRead>(execution, visitor, number_, loop_);
  HeavyLane::Stop stop(*lane_, read);
  stop.listen(execution.cancel);
  co_await lane_->run(read);
  // The cache may have dropped it meanwhile.
  if (read->took >= 0) prepared_in(programs_, execution.program).cost().measured(read->took, limits_.time);
  co_return std::move(read->outcome);
}

Result<void> SqliteSession::read_now(const Execution& execution, PreparedProgram& prepared, rows::Visitor& visitor) {
  BP_ASSERT(!reading_);  // a visitor must not read through the same session
  BP_TRY_VOID(enter_snapshot());
  connection_->restart_budget(limits_);
  reading_ = true;
  auto result = [&]() -> Result<void> {
    RowSource source(*connection_, prepared, execution.program,
                     Binding{execution.values, execution.principal, execution.now});
    return visitor.visit(source);
  }();
  reading_ = false;
  return result;
}

Result<std::unique_ptr<RowStream>> SqliteSession::stream(const Execution& execution) {
  return streams_.open(execution);
}

Result<void> SqliteSession::enter_snapshot() {
  if (in_snapshot_) {
    if (writer_->commits().is_fresh(snapshot_)) [[likely]]
      return {};
    leave_snapshot();
  }
  // Read first: BEGIN takes no snapshot, the first statement does, and it may only see more.
  snapshot_ = writer_->commits().seen();
  held_.entered(snapshot_);
  in_snapshot_ = true;
  expiry_.arm(loop_.now() + kSnapshotLife);
  auto begun = connection_->run(begin_.get());
  if (!begun) leave_snapshot();
  return begun;
}

void SqliteSession::leave_snapshot() {
  if (!in_snapshot_) return;
  in_snapshot_ = false;
  // A failed statement may have ended the transaction itself.
  if (connection_->in_transaction() && !connection_->run(commit_.get()))
    sqlite3_exec(connection_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  held_.left();
}

Task<Result<void>> SqliteSession::write(const WriteExecution& execution) {
  auto job = std::make_shared<WriteJob>(execution, number_, loop_);
  co_await writer_->run(job);
  co_return std::move(job->outcome);
}

}  // namespace bedplate::store::sqlite
