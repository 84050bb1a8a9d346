#include "store/sqlite/session.hpp"

#include "store/sqlite/row_source.hpp"

namespace bedplate::store::sqlite {

Result<std::unique_ptr<Session>> SqliteSession::open(const SqliteOptions& options, std::shared_ptr<Writer> writer,
                                                     net::Loop& loop) {
  BP_TRY(auto connection, Connection::open(options, Connection::Role::kReader));
  std::unique_ptr<SqliteSession> session(new SqliteSession(std::move(connection), std::move(writer), loop));
  BP_TRY(session->begin_, session->connection_->prepare("BEGIN"));
  BP_TRY(session->commit_, session->connection_->prepare("COMMIT"));
  return session;
}

SqliteSession::SqliteSession(std::unique_ptr<Connection> connection, std::shared_ptr<Writer> writer, net::Loop& loop)
    : writer_(std::move(writer)),
      number_(writer_->number_session()),
      loop_(loop),
      connection_(std::move(connection)),
      turn_end_(loop, [this] { leave_snapshot(); }) {}

Task<Result<void>> SqliteSession::read(const Execution& execution, rows::Visitor& visitor) {
  co_return read_now(execution, visitor);
}

Result<void> SqliteSession::read_now(const Execution& execution, rows::Visitor& visitor) {
  BP_ASSERT(!reading_);  // a visitor must not read through the same session
  BP_TRY_VOID(enter_snapshot());
  connection_->restart_budget();
  reading_ = true;
  auto result = [&]() -> Result<void> {
    RowSource source(*connection_, prepared_in(programs_, execution.program), execution.program,
                     Binding{execution.values, execution.principal, execution.now});
    return visitor.visit(source);
  }();
  reading_ = false;
  return result;
}

Result<void> SqliteSession::enter_snapshot() {
  if (in_snapshot_) {
    if (snapshot_ == writer_->commits().seen()) [[likely]]
      return {};
    leave_snapshot();
  }
  // Read first: BEGIN takes no snapshot, the first statement does, and it may only see more.
  snapshot_ = writer_->commits().seen();
  BP_TRY_VOID(connection_->run(begin_.get()));
  in_snapshot_ = true;
  return {};
}

void SqliteSession::leave_snapshot() {
  if (!in_snapshot_) return;
  in_snapshot_ = false;
  // A failed statement may have ended the transaction itself.
  if (connection_->in_transaction() && !connection_->run(commit_.get()))
    sqlite3_exec(connection_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Task<Result<Written>> SqliteSession::write(const WriteExecution& execution, rows::Visitor* visitor) {
  auto job = std::make_shared<WriteJob>(execution, visitor != nullptr, number_, loop_);
  co_await writer_->run(job);
  BP_CO_TRY(const Written written, std::move(job->outcome));
  if (visitor && execution.returning) BP_CO_TRY_VOID(visitor->visit(job->rows));
  co_return written;
}

}  // namespace bedplate::store::sqlite
