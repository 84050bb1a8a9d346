#pragma once
// Connection: one connection in pipeline mode on a loop. Commands are sent one after the other and closed by a Sync,
// which makes them one Exchange; several exchanges may be under way, each awaited by the coroutine that sent it.
// Exchanges after a failed one go on; a lost connection fails all of them. Loop's thread only.
#include <coroutine>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/cancel.hpp"
#include "base/task.hpp"
#include "net/loop.hpp"
#include "sql/program.hpp"
#include "store/binding.hpp"
#include "store/postgres/handles.hpp"
#include "store/postgres/postgres_store.hpp"
#include "store/postgres/received_rows.hpp"
#include "store/program_cache.hpp"

namespace bedplate::store::postgres {

/// What one Sync closed. `results` holds those of run…() in order; after a failure `error` is the first.
struct Exchange {
  struct Command {
    bool wanted = true;
    std::uint64_t program = 0;  // prepares that program's statement where not 0
    bool by_row = false;        // its rows go to `rows` one by one
    bool begun = false;         // libpq knows that
  };
  std::vector<Command> commands;
  std::size_t finished = 0;
  std::vector<ResultHandle> results;
  std::unique_ptr<ReceivedRows> rows;  // of the command of run_by_row(), whose result has none
  CancelToken cancel;                  // its reader went away
  std::optional<Error> error;
  std::coroutine_handle<> waiter;
  bool done = false;
};

class Connection final : net::Watcher {
 public:
  explicit Connection(const PostgresOptions& options, net::Loop& loop) : options_(options), loop_(loop) {}
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Connects and waits for it on this thread. For start alone.
  Result<void> connect_blocking();
  /// Connects (anew) without blocking the loop.
  Task<Result<void>> connect();

  bool usable() const { return state_ == State::kUsable; }
  bool connecting() const { return state_ == State::kConnecting; }
  std::size_t in_flight() const { return exchanges_.size(); }

  /// Adds a statement of a program to the open exchange, preparing it first where this connection has not.
  Result<void> run(const sql::Program& program, std::uint16_t statement, const Binding& binding);
  /// The same for a statement of many rows, once in an exchange: they are kept one by one, and no more of them are
  /// where they are above `max_bytes` (kLimitExceeded), or `cancel` asked for it while there are many (kCancelled).
  Result<void> run_by_row(const sql::Program& program, std::uint16_t statement, const Binding& binding,
                          std::size_t max_bytes, CancelToken cancel);
  /// Adds the declaration of a cursor over a statement of a program; only inside of a transaction.
  Result<void> declare(const char* cursor, const sql::Program& program, std::uint16_t statement,
                       const Binding& binding);
  /// Adds a fixed text: BEGIN, COMMIT …
  Result<void> run_text(const char* text);

  /// `co_await connection.sync()` closes the open exchange and gives it back when all its results are there.
  class Wait {
   public:
    explicit Wait(std::shared_ptr<Exchange> exchange) : exchange_(std::move(exchange)) {}
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;
    ~Wait() {
      exchange_->waiter = {};
      if (exchange_->done) return;
      // Gone: the results are dropped when they come.
      exchange_->cancel = {};
      if (exchange_->rows) exchange_->rows->drop();
    }
    bool await_ready() const { return exchange_->done; }
    void await_suspend(std::coroutine_handle<> waiter) { exchange_->waiter = waiter; }
    std::shared_ptr<Exchange> await_resume() { return exchange_; }

   private:
    std::shared_ptr<Exchange> exchange_;
  };
  Wait sync();

  /// Closes the connection: what is under way fails with `error`.
  void fail(const Error& error);

 private:
  enum class State : std::uint8_t { kClosed, kConnecting, kUsable };
  struct Prepared {
    std::vector<bool> statements;
    std::uint64_t id = 0;
  };
  struct ReadyWait;

  void on_ready(net::Ready ready) override;
  void start_pipeline();
  void update_interest();
  void drain(std::vector<std::shared_ptr<Exchange>>& finished);
  void begin_rows(Exchange& exchange);
  void take(Exchange& exchange, ResultHandle result);
  Prepared& prepared_for(const sql::Program& program);
  Result<void> prepare(const sql::Program& program, std::uint16_t statement, const std::string& name);
  Result<void> sent(int ok, Exchange::Command command);
  /// Into `bytes_` and below.
  Result<void> encode_values(const sql::Statement& statement, const Binding& binding);
  void unwatch();
  ConnectionHandle open(bool blocking) const;

  const PostgresOptions& options_;
  net::Loop& loop_;
  ConnectionHandle handle_;
  State state_ = State::kClosed;
  int watched_ = -1;
  net::Interest interest_;
  std::coroutine_handle<> ready_waiter_;
  std::shared_ptr<Exchange> open_ = std::make_shared<Exchange>();
  std::deque<std::shared_ptr<Exchange>> exchanges_;
  ProgramCache<Prepared> programs_;
  // Of the parameters being sent:
  std::string bytes_;
  std::vector<std::size_t> offsets_;
  std::vector<const char*> values_;
  std::vector<int> lengths_, formats_;
};

}  // namespace bedplate::store::postgres
