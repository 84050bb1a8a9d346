#include "store/postgres/connection.hpp"

#include "store/postgres/codec.hpp"
#include "store/postgres/errors.hpp"

namespace bedplate::store::postgres {
namespace {

Error closed() { return Error(Reason::kUnavailable, "The database is not available.").caused_by("not connected"); }

std::string name_of(const sql::Program& program, std::uint16_t statement) {
  return "bp" + std::to_string(program.id) + "_" + std::to_string(statement);
}

}  // namespace

Connection::~Connection() { unwatch(); }

ConnectionHandle Connection::open(bool blocking) const {
  const std::string timeout = "-c statement_timeout=" + std::to_string(options_.statement_timeout.count()) +
                              " -c timezone=UTC -c jit=off -c standard_conforming_strings=on";
  const char* keys[] = {"dbname", "client_encoding", "fallback_application_name", "options", nullptr};
  const char* values[] = {options_.url.c_str(), "UTF8", "bedplate", timeout.c_str(), nullptr};
  return ConnectionHandle(blocking ? PQconnectdbParams(keys, values, 1) : PQconnectStartParams(keys, values, 1));
}

Result<void> Connection::connect_blocking() {
  handle_ = open(true);
  if (PQstatus(handle_.get()) != CONNECTION_OK) return failure(connection_error(handle_.get()));
  start_pipeline();
  return {};
}

void Connection::start_pipeline() {
  PQsetNoticeProcessor(handle_.get(), [](void*, const char*) {}, nullptr);
  PQsetnonblocking(handle_.get(), 1);
  PQenterPipelineMode(handle_.get());
  programs_.clear();
  state_ = State::kUsable;
  interest_ = {.read = true, .write = false};
  watched_ = PQsocket(handle_.get());
  if (!loop_.watch(watched_, interest_, *this)) fail(closed());
}

/// Waits until the descriptor is ready in one way; a connection under way may change its descriptor between two.
struct Connection::ReadyWait {
  Connection& connection;
  net::Interest interest;
  bool await_ready() const { return false; }
  bool await_suspend(std::coroutine_handle<> waiter) {
    connection.watched_ = PQsocket(connection.handle_.get());
    if (!connection.loop_.watch(connection.watched_, interest, connection)) {
      connection.watched_ = -1;
      return false;
    }
    connection.ready_waiter_ = waiter;
    return true;
  }
  void await_resume() const {}
  ~ReadyWait() { connection.ready_waiter_ = {}; }
};

Task<Result<void>> Connection::connect() {
  unwatch();
  state_ = State::kConnecting;
  handle_ = open(false);
  auto polled = PGRES_POLLING_WRITING;
  while (handle_ && PQstatus(handle_.get()) != CONNECTION_BAD && polled != PGRES_POLLING_FAILED) {
    if (polled == PGRES_POLLING_OK) {
      start_pipeline();
      if (usable()) co_return Result<void>{};
      break;
    }
    const bool reads = polled == PGRES_POLLING_READING;
    co_await ReadyWait{*this, {.read = reads, .write = !reads}};
    unwatch();
    polled = PQconnectPoll(handle_.get());
  }
  Error error = connection_error(handle_.get());
  state_ = State::kClosed;
  handle_.reset();
  co_return failure(std::move(error));
}

void Connection::unwatch() {
  // Before libpq closes it.
  if (watched_ >= 0) loop_.unwatch(std::exchange(watched_, -1), *this);
}

Connection::Prepared& Connection::prepared_for(const sql::Program& program) {
  if (Prepared* found = programs_.find(program.id)) return *found;
  auto made = std::make_unique<Prepared>();
  made->id = program.id;
  made->statements.resize(program.statements.size());
  Prepared& result = *made;
  if (const auto evicted = programs_.insert(program.id, std::move(made)))
    for (std::size_t i = 0; i < evicted->statements.size(); ++i)
      if (evicted->statements[i]) {
        const std::string text = "DEALLOCATE bp" + std::to_string(evicted->id) + "_" + std::to_string(i);
        (void)sent(PQsendQueryParams(handle_.get(), text.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1),
                   {.wanted = false});
      }
  return result;
}

Result<void> Connection::sent(int ok, Exchange::Command command) {
  if (!ok) return failure(connection_error(handle_.get()));
  open_->commands.push_back(command);
  return {};
}

Result<void> Connection::prepare(const sql::Program& program, std::uint16_t statement, const std::string& name) {
  const sql::Statement& text = program.statements[statement];
  std::vector<Oid> types;
  for (const auto& bind : text.binds) types.push_back(parameter_oid(bind));
  return sent(
      PQsendPrepare(handle_.get(), name.c_str(), text.text.c_str(), static_cast<int>(types.size()), types.data()),
      {.wanted = false, .program = program.id});
}

// Everything is encoded before anything is sent: a value without a form must leave the exchange as it was.
Result<void> Connection::encode_values(const sql::Statement& statement, const Binding& binding) {
  bytes_.clear();
  offsets_.clear();
  values_.assign(statement.binds.size(), nullptr);
  lengths_.assign(statement.binds.size(), -1);
  formats_.assign(statement.binds.size(), 1);
  for (std::size_t i = 0; i < statement.binds.size(); ++i) {
    const Cell cell = value_of(statement.binds[i], binding, {});
    offsets_.push_back(bytes_.size());
    if (cell.is_null()) continue;
    BP_TRY_VOID(encode(bytes_, cell, statement.binds[i]));
    lengths_[i] = static_cast<int>(bytes_.size() - offsets_[i]);
  }
  for (std::size_t i = 0; i < values_.size(); ++i)
    if (lengths_[i] >= 0) values_[i] = bytes_.data() + offsets_[i];
  return {};
}

Result<void> Connection::run(const sql::Program& program, std::uint16_t number, const Binding& binding) {
  if (!usable()) return failure(closed());
  BP_TRY_VOID(encode_values(program.statements[number], binding));
  const std::string name = name_of(program, number);
  Prepared& prepared = prepared_for(program);
  if (!prepared.statements[number]) {
    BP_TRY_VOID(prepare(program, number, name));
    prepared.statements[number] = true;
  }
  return sent(PQsendQueryPrepared(handle_.get(), name.c_str(), static_cast<int>(values_.size()), values_.data(),
                                  lengths_.data(), formats_.data(), 1),
              {});
}

Result<void> Connection::run_by_row(const sql::Program& program, std::uint16_t number, const Binding& binding,
                                    std::size_t max_bytes, CancelToken cancel) {
  BP_TRY_VOID(run(program, number, binding));
  BP_ASSERT(!open_->rows);
  open_->commands.back().by_row = true;
  open_->rows = std::make_unique<ReceivedRows>(max_bytes);
  open_->cancel = cancel;
  return {};
}

Result<void> Connection::declare(const char* cursor, const sql::Program& program, std::uint16_t number,
                                 const Binding& binding) {
  if (!usable()) return failure(closed());
  const sql::Statement& statement = program.statements[number];
  BP_TRY_VOID(encode_values(statement, binding));
  std::vector<Oid> types;
  for (const auto& bind : statement.binds) types.push_back(parameter_oid(bind));
  const std::string text = std::string("DECLARE ") + cursor + " NO SCROLL CURSOR FOR " + statement.text;
  return sent(PQsendQueryParams(handle_.get(), text.c_str(), static_cast<int>(values_.size()), types.data(),
                                values_.data(), lengths_.data(), formats_.data(), 1),
              {});
}

Result<void> Connection::run_text(const char* text) {
  if (!usable()) return failure(closed());
  return sent(PQsendQueryParams(handle_.get(), text, 0, nullptr, nullptr, nullptr, nullptr, 1), {});
}

Connection::Wait Connection::sync() {
  auto exchange = std::exchange(open_, std::make_shared<Exchange>());
  if (!usable() || !PQpipelineSync(handle_.get())) {
    exchange->error = usable() ? connection_error(handle_.get()) : closed();
    exchange->done = true;
    return Wait(std::move(exchange));
  }
  exchanges_.push_back(exchange);
  update_interest();
  return Wait(std::move(exchange));
}

void Connection::update_interest() {
  const net::Interest wanted{.read = true, .write = PQflush(handle_.get()) == 1};
  if (wanted == interest_) return;
  interest_ = wanted;
  loop_.change(watched_, interest_, *this);
}

void Connection::on_ready(net::Ready ready) {
  if (state_ == State::kConnecting) {
    if (ready_waiter_) std::exchange(ready_waiter_, {}).resume();
    return;
  }
  if (ready.readable && !PQconsumeInput(handle_.get())) return fail(connection_error(handle_.get()));
  std::vector<std::shared_ptr<Exchange>> finished;
  drain(finished);
  update_interest();
  // Whoever is resumed may send more, or end this connection's session: nothing of it is touched afterwards.
  for (const auto& exchange : finished)
    if (exchange->waiter) std::exchange(exchange->waiter, {}).resume();
}

// libpq hears of it when the command has its turn, and before it looks at the first of its rows.
void Connection::begin_rows(Exchange& exchange) {
  if (exchange.finished == exchange.commands.size()) return;
  Exchange::Command& command = exchange.commands[exchange.finished];
  if (command.by_row && !command.begun) command.begun = PQsetSingleRowMode(handle_.get()) == 1;
}

void Connection::drain(std::vector<std::shared_ptr<Exchange>>& finished) {
  while (!exchanges_.empty()) {
    Exchange& exchange = *exchanges_.front();
    begin_rows(exchange);
    if (PQisBusy(handle_.get())) return;
    ResultHandle result(PQgetResult(handle_.get()));
    if (!result) {
      ++exchange.finished;  // the end of one command
      continue;
    }
    if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) {
      exchange.done = true;
      finished.push_back(std::move(exchanges_.front()));
      exchanges_.pop_front();
      continue;
    }
    take(exchange, std::move(result));
  }
}

namespace {

// Bytes: who sends no more may still wait for the reply, which a short read gives.
constexpr std::size_t kShortRead = 256 * 1024;

void keep_rows(Exchange& exchange, const PGresult* result) {
  ReceivedRows& rows = *exchange.rows;
  if (rows.dropped()) return;
  const bool cancelled = rows.bytes() > kShortRead && exchange.cancel.requested();
  if (!cancelled && rows.add(result)) return;
  rows.drop();
  if (exchange.error) return;
  exchange.error = cancelled
                       ? Error(Reason::kCancelled, "The caller went away.")
                       : Error(Reason::kLimitExceeded, "The rows are too large for one reply.")
                             .with_hint("ask for fewer rows (limit) or fewer fields (select), in several requests");
}

}  // namespace

void Connection::take(Exchange& exchange, ResultHandle result) {
  BP_ASSERT(exchange.finished < exchange.commands.size());
  const Exchange::Command& command = exchange.commands[exchange.finished];
  const auto status = PQresultStatus(result.get());
  if (command.by_row && (status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK)) keep_rows(exchange, result.get());
  if (status == PGRES_SINGLE_TUPLE) return;
  const bool good = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
  if (status == PGRES_FATAL_ERROR && !exchange.error) exchange.error = error_of(result.get());
  // What was not prepared after all is prepared again by the next who needs it.
  if (!good && command.program != 0)
    if (Prepared* prepared = programs_.find(command.program))
      prepared->statements.assign(prepared->statements.size(), false);
  if (command.wanted && good) exchange.results.push_back(std::move(result));
}

void Connection::fail(const Error& error) {
  unwatch();
  state_ = State::kClosed;
  auto lost = std::exchange(exchanges_, {});
  open_ = std::make_shared<Exchange>();
  handle_.reset();
  for (const auto& exchange : lost) {
    if (!exchange->error) exchange->error = error;
    exchange->done = true;
  }
  for (const auto& exchange : lost)
    if (exchange->waiter) std::exchange(exchange->waiter, {}).resume();
}

}  // namespace bedplate::store::postgres
