#include "store/postgres/session.hpp"

#include "store/postgres/errors.hpp"
#include "store/postgres/result_source.hpp"
#include "store/violation.hpp"
#include "store/write_values.hpp"

namespace bedplate::store::postgres {

/// A writing connection for one write: `co_await lease`. Given back at its end; closed where the transaction's end
/// is not known to have come.
class PostgresSession::Lease {
 public:
  explicit Lease(PostgresSession& session) : session_(session) {}
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
    next->connection_ = connection_;
    next->waiter_.resume();
  }

  bool await_ready() {
    if (session_.free_writers_.empty()) return false;
    connection_ = session_.free_writers_.back();
    session_.free_writers_.pop_back();
    return true;
  }
  void await_suspend(std::coroutine_handle<> waiter) {
    waiter_ = waiter;
    session_.waiting_.push_back(this);
  }
  void await_resume() const {}

  Connection& connection() { return *connection_; }
  void begin() { clean_ = false; }
  void end() { clean_ = true; }

 private:
  PostgresSession& session_;
  Connection* connection_ = nullptr;
  std::coroutine_handle<> waiter_;
  bool clean_ = true;
};

PostgresSession::PostgresSession(const PostgresOptions& options, net::Loop& loop) {
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

Task<Result<void>> PostgresSession::read(const Execution& execution, rows::Visitor& visitor) {
  const sql::Program& program = execution.program;
  const Binding binding{execution.values, execution.principal, execution.now};
  BP_CO_TRY(Connection* const connection, co_await reader());
  // Two statements under READ COMMITTED would see two snapshots.
  if (program.count) BP_CO_TRY_VOID(connection->run_text("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
  auto sent = connection->run(program, 0, binding);
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
                      program.count ? exchange->results[root + 1].get() : nullptr);
  co_return visitor.visit(source);
}

Task<Result<Written>> PostgresSession::write(const WriteExecution& execution, rows::Visitor* visitor) {
  Lease lease(*this);
  co_await lease;
  Connection& connection = lease.connection();
  if (!connection.usable()) BP_CO_TRY_VOID(co_await connection.connect());
  lease.begin();
  auto written = co_await run_steps(connection, execution, visitor);
  if (!written && connection.usable()) {
    BP_CO_TRY_VOID(connection.run_text("ROLLBACK"));
    const auto exchange = co_await connection.sync();
    if (exchange->error) co_return written;
  }
  if (connection.usable()) lease.end();
  co_return written;
}

namespace {

/// The first row's first cell of a step, an integer or else null.
Result<Cell> first_cell(const sql::Program& program, std::uint16_t statement, const PGresult* result) {
  if (PQntuples(result) == 0 || program.statements[statement].columns.empty()) return Cell::null();
  sql::Program only;
  only.statements.push_back(program.statements[statement]);
  only.statements[0].children.clear();
  ResultSource source(only, result, nullptr);
  BP_TRY(const Cell* cells, source.next(0));
  return cells && cells[0].kind() == CellKind::kInteger ? cells[0] : Cell::null();
}

std::uint64_t affected(PGresult* result) {
  const std::string_view text = PQcmdTuples(result);
  std::uint64_t rows = 0;
  std::from_chars(text.data(), text.data() + text.size(), rows);
  return std::string_view(PQcmdStatus(result)).starts_with("SELECT") ? 0 : rows;
}

}  // namespace

Task<Result<Written>> PostgresSession::run_steps(Connection& connection, const WriteExecution& execution,
                                                 rows::Visitor* visitor) {
  Written written;
  WriteValues values(execution);
  BP_CO_TRY_VOID(connection.run_text("BEGIN"));
  for (std::size_t i = 0; i < execution.steps.size(); ++i) {
    const Step& step = execution.steps[i];
    const auto sent =
        connection.run(execution.program, step.statement, {values.of_step(i), execution.principal, execution.now});
    const auto exchange = co_await connection.sync();
    if (!sent) co_return failure(Error(sent.error()));
    if (exchange->error) co_return failure(Error(*exchange->error));
    PGresult* result = exchange->results.back().get();
    BP_CO_TRY(const Cell first, first_cell(execution.program, step.statement, result));
    if (step.expect == Step::Expect::kOneRowTrue && first != Cell::integer(1))
      co_return failure(refusal(step.otherwise, i));
    written.rows += affected(result);
    if (i == 0 && values.has_sequence()) {
      written.last_sequence = first.as_integer();
      values.set_sequence(written.last_sequence);
    }
  }
  const sql::Program* returning = visitor ? execution.returning : nullptr;
  if (returning) {
    const Binding binding{values.returning(), execution.principal, execution.now};
    BP_CO_TRY_VOID(connection.run(*returning, 0, binding));
    if (returning->count) BP_CO_TRY_VOID(connection.run(*returning, *returning->count, binding));
  }
  BP_CO_TRY_VOID(connection.run_text("COMMIT"));
  const auto exchange = co_await connection.sync();
  if (exchange->error) co_return failure(Error(*exchange->error));
  if (returning) {
    ResultSource source(*returning, exchange->results[0].get(),
                        returning->count ? exchange->results[1].get() : nullptr);
    BP_CO_TRY_VOID(visitor->visit(source));
  }
  co_return written;
}

}  // namespace bedplate::store::postgres
