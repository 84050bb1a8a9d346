#pragma once
// HeavyLane: a few threads, each with a connection of its own, on which reads run that would hold a loop, from a
// bounded queue in which callers take turns. Whoever waits is resumed on its own loop. Shared by a store and its
// sessions; the last one out ends the threads. docs/adr/0006-lanes.md says how a read gets here.
#include <atomic>
#include <condition_variable>
#include <coroutine>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "net/loop.hpp"
#include "store/fair_queue.hpp"
#include "store/program_cache.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/prepared.hpp"
#include "store/store.hpp"

namespace bedplate::store::sqlite {

/// A read on its way through the lane. What it refers to is its waiter's, who stays until it is finished; while it
/// runs, the visitor is the worker's alone.
struct HeavyRead {
  enum class State : std::uint8_t { kQueued, kRunning, kFinished, kAbandoned };
  /// What runs on a connection of its own; it is to look at `stop`.
  using Own = std::move_only_function<Result<void>(const std::atomic<bool>& stop)>;

  HeavyRead(const Execution& what, rows::Visitor& into, std::uint64_t from_session, net::Loop& home)
      : execution(&what), visitor(&into), session(from_session), loop(&home), caller(number_of(what.caller)) {}
  HeavyRead(Own what, std::uint64_t its_caller, net::Loop& home)
      : own(std::move(what)), loop(&home), caller(its_caller) {}

  const Execution* execution = nullptr;
  rows::Visitor* visitor = nullptr;
  Own own;  // instead of these two
  std::uint64_t session = 0;
  net::Loop* loop;
  std::coroutine_handle<> waiter;
  State state = State::kQueued;  // guarded by the lane's mutex
  // Of the queue:
  std::uint64_t caller = 0;
  std::int64_t queued_at = 0;
  std::shared_ptr<HeavyRead> next;
  std::atomic<bool> stop = false;
  std::int64_t took = -1;  ///< µs on the worker; -1: it did not run to its end
  Result<void> outcome;
};

class HeavyLane {
 public:
  /// Takes its read off the lane when the caller goes away.
  class Stop final : public CancelHook {
   public:
    Stop(HeavyLane& lane, const std::shared_ptr<HeavyRead>& read) : lane_(lane), read_(read) {}

   private:
    void on_cancel() override { lane_.cancel(read_); }
    HeavyLane& lane_;
    const std::shared_ptr<HeavyRead>& read_;
  };

  /// The file exists already. The counters outlive the lane.
  static Result<std::shared_ptr<HeavyLane>> open(const SqliteOptions& options, telemetry::StoreCounters& counters);
  HeavyLane(const SqliteOptions& options, telemetry::StoreCounters& counters)
      : options_(options), clock_(clock_of(options)), counters_(counters), queue_(limits(options)) {}
  ~HeavyLane();
  HeavyLane(const HeavyLane&) = delete;
  HeavyLane& operator=(const HeavyLane&) = delete;

  /// `co_await lane.run(read)`: afterwards read->outcome is there. Destroyed while suspended it takes the read back,
  /// or stops the one that runs and waits for its end.
  class Wait {
   public:
    Wait(HeavyLane& lane, std::shared_ptr<HeavyRead> read) : lane_(lane), read_(std::move(read)) {}
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;
    ~Wait() { lane_.abandon(*read_); }
    bool await_ready() const { return false; }
    bool await_suspend(std::coroutine_handle<> waiter) {
      read_->waiter = waiter;
      return lane_.submit(read_);
    }
    void await_resume() const {}

   private:
    HeavyLane& lane_;
    std::shared_ptr<HeavyRead> read_;
  };
  Wait run(std::shared_ptr<HeavyRead> read) { return Wait(*this, std::move(read)); }
  /// Nobody wants it any more: it finishes soon, with kCancelled. On its waiter's loop.
  void cancel(const std::shared_ptr<HeavyRead>& read);

 private:
  struct Worker {
    std::unique_ptr<Connection> connection;
    StatementHandle begin, commit;
    ProgramCache<PreparedProgram> programs;
    std::thread thread;
  };

  static FairLimits limits(const SqliteOptions& options);
  bool submit(const std::shared_ptr<HeavyRead>& read);  // false: refused, outcome is set
  void abandon(HeavyRead& read);
  void serve(Worker& worker);
  void run_one(Worker& worker, HeavyRead& read);
  Result<void> run_in_transaction(Worker& worker, HeavyRead& read);
  void finish(const std::shared_ptr<HeavyRead>& read);  // under the mutex

  const SqliteOptions options_;
  const Clock& clock_;
  telemetry::StoreCounters& counters_;  // its part guarded by the mutex
  std::mutex mutex_;
  std::condition_variable work_, finished_;
  FairQueue<HeavyRead> queue_;
  bool ending_ = false;
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace bedplate::store::sqlite
