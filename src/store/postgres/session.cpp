#include "store/postgres/session.hpp"

#include "store/postgres/errors.hpp"
#include "store/postgres/result_source.hpp"
#include "store/postgres/transaction.hpp"

namespace bedplate::store::postgres {

/// A writing connection for one write: `co_await lease`, which says whether there is one. Given back at its end; closed
/// where the transaction's end is not known to have come.
class PostgresSession::Lease {
 public:
  Lease(PostgresSession& session, std::uint64_t caller)
      : session_(session), caller_(caller), timer_(session.loop_, [this] { give_up(); }) {}
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease() {
    if (!connection_) {
      std::erase(session_.waiting_, this);
      return;
    }
    if (!clean_) connection_->fail(Error(Reason::kUnavailable, "The write was given up."));
    if (session_.waiting_.empty()) {
      session_.free_writers_.push_back(connection_);
      return;
    }
    Lease* next = session_.waiting_.front();
    session_.waiting_.pop_front();
    next->timer_.cancel();
    next->place_.reset();
    next->connection_ = connection_;
    next->waiter_.resume();
  }

  bool await_ready() {
    if (session_.free_writers_.empty()) return !place_.emplace(session_.writes_waiting_, caller_);
    connection_ = session_.free_writers_.back();
    session_.free_writers_.pop_back();
    return true;
  }
  void await_suspend(std::coroutine_handle<> waiter) {
    waiter_ = waiter;
    session_.waiting_.push_back(this);
    timer_.arm(session_.loop_.now() + session_.options_.write_wait);
  }
  Result<void> await_resume() const {
    if (connection_) return {};
    return failure(Error(Reason::kOverloaded, "Too many writes are waiting.").with_hint("Try again shortly."));
  }

  Connection& connection() { return *connection_; }
  void begin() { clean_ = false; }
  void end() { clean_ = true; }

 private:
  void give_up() {
    std::erase(session_.waiting_, this);
    place_.reset();
    waiter_.resume();
  }

  PostgresSession& session_;
  const std::uint64_t caller_;
  std::optional<Place> place_;  // while it waits
  Connection* connection_ = nullptr;
  std::coroutine_handle<> waiter_;
  net::Timer timer_;
  bool clean_ = true;
};

PostgresSession::PostgresSession(const PostgresOptions& options, net::Loop& loop)
    : options_(options),
      loop_(loop),
      streams_(options, loop),
      reads_(options.read_queue),
      writes_waiting_(options.write_queue) {
  for (int i = 0; i < std::max(1, options.read_connections); ++i)
    readers_.push_back(std::make_unique<Connection>(options, loop));
  for (int i = 0; i < std::max(1, options.write_connections); ++i) {
    writers_.push_back(std::make_unique<Connection>(options, loop));
    free_writers_.push_back(writers_.back().get());
  }
}

Result<std::unique_ptr<Session>> PostgresSession::open(const PostgresOptions& options, net::Loop& loop) {
  std::unique_ptr<PostgresSession> session(new PostgresSession(options, loop));
  for (const auto& connection : session->readers_) BP_TRY_VOID(connection->connect_blocking());
  for (const auto& connection : session->writers_) BP_TRY_VOID(connection->connect_blocking());
  return session;
}

Task<Result<Connection*>> PostgresSession::reader() {
  Connection* best = nullptr;
  for (const auto& connection : readers_)
    if (connection->usable() && (!best || connection->in_flight() < best->in_flight())) best = connection.get();
  if (best) co_return best;
  for (const auto& connection : readers_)
    if (!connection->connecting()) {
      BP_CO_TRY_VOID(co_await connection->connect());
      co_return connection.get();
    }
  co_return failure(Error(Reason::kUnavailable, "The database is not available.").caused_by("connecting"));
}

namespace {

// Rows that libpq gives one by one cost more each. A page of them without lists below them does not: each was written
// within limits.body.
constexpr std::int64_t kFewRows = 100;

bool yields_little(const Execution& execution) {
  const sql::Program& program = execution.program;
  return program.limit_slot && program.statements[0].children.empty() &&
         execution.values[*program.limit_slot].kind() == CellKind::kInteger &&
         execution.values[*program.limit_slot].as_integer() <= kFewRows;
}

}  // namespace

Task<Result<void>> PostgresSession::read(const Execution& execution, rows::Visitor& visitor) {
  const sql::Program& program = execution.program;
  const Binding binding{execution.values, execution.principal, execution.now};
  const Place place(reads_, number_of(execution.caller));
  if (!place)
    co_return failure(Error(Reason::kOverloaded, "Too many reads are under way.").with_hint("Try again shortly."));
  BP_CO_TRY(Connection* const connection, co_await reader());
  // Two statements under READ COMMITTED would see two snapshots.
  if (program.count) BP_CO_TRY_VOID(connection->run_text("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
  auto sent = yields_little(execution)
                  ? connection->run(program, 0, binding)
                  : connection->run_by_row(program, 0, binding, options_.result_bytes, execution.cancel);
  if (sent && program.count) sent = connection->run(program, *program.count, binding);
  if (program.count) BP_CO_TRY_VOID(connection->run_text(sent ? "COMMIT" : "ROLLBACK"));
  const auto exchange = co_await connection->sync();
  if (!sent) co_return std::unexpected(std::move(sent).error());
  if (exchange->error) {
    if (program.count && connection->usable()) {
      BP_CO_TRY_VOID(connection->run_text("ROLLBACK"));
      co_await connection->sync();
    }
    co_return failure(Error(*exchange->error));
  }
  const std::size_t root = program.count ? 1 : 0;
  BP_ASSERT(exchange->results.size() == (program.count ? 4u : 1u));
  ResultSource source(program, exchange->results[root].get(),
                      program.count ? exchange->results[root + 1].get() : nullptr, exchange->rows.get());
  co_return visitor.visit(source);
}

Task<Result<void>> PostgresSession::write(const WriteExecution& execution) {
  Lease lease(*this, number_of(execution.caller));
  BP_CO_TRY_VOID(co_await lease);
  Connection& connection = lease.connection();
  // All of it, however many statements and attempts.
  const auto until = loop_.read_clock() + options_.statement_timeout;
  constexpr int kAttempts = 5;  // of what lost against concurrent writes (a deadlock, a serialization failure)
  for (int attempt = 1;; ++attempt) {
    if (!connection.usable()) BP_CO_TRY_VOID(co_await connection.connect());
    lease.begin();
    auto written = co_await run_once(connection, execution, until);
    if (!written && connection.usable()) {
      BP_CO_TRY_VOID(connection.run_text("ROLLBACK"));
      const auto exchange = co_await connection.sync();
      if (exchange->error) co_return written;
    }
    if (connection.usable()) lease.end();
    if (written || written.error().reason() != Reason::kConflict || attempt == kAttempts) co_return written;
  }
}

Task<Result<void>> PostgresSession::run_once(Connection& connection, const WriteExecution& execution,
                                             net::TimePoint until) {
  PostgresTransaction transaction(connection, execution.principal, execution.now, loop_, until);
  BP_CO_TRY_VOID(connection.run_text("BEGIN"));  // travels with the script's first statement
  BP_CO_TRY_VOID(co_await execution.script.run(transaction));
  BP_CO_TRY_VOID(connection.run_text("COMMIT"));
  const auto exchange = co_await connection.sync();
  if (exchange->error) co_return failure(Error(*exchange->error));
  co_return Result<void>{};
}

}  // namespace bedplate::store::postgres
