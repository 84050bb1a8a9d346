#pragma once
// Writer: the one thread that writes and checkpoints a database file. Sessions queue writes and wait; whoever waits
// is resumed on its own loop, after COMMIT and after `commits()` tells of its end. All writes that wait when one begins
// share its transaction and its synchronisation (group commit), each in a SAVEPOINT of its own, so that the failure
// of one takes nothing from another. Blocking work of start and commands (DDL, description) passes through the same
// thread. Shared by the store and its sessions; the last one out ends the thread, after what is queued. A failed
// fsync ends all writing: nothing is acknowledged afterwards.
#include <atomic>
#include <condition_variable>
#include <coroutine>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "net/loop.hpp"
#include "store/fair_queue.hpp"
#include "store/program_cache.hpp"
#include "store/sqlite/commits.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/owner_lock.hpp"
#include "store/sqlite/prepared.hpp"
#include "store/sqlite/snapshots.hpp"
#include "store/store.hpp"

namespace bedplate::store::sqlite {

/// A write on its way through the writer. The execution's views are its waiter's, who stays until it is finished.
struct WriteJob {
  enum class State : std::uint8_t { kQueued, kRunning, kFinished, kAbandoned };
  WriteJob(const WriteExecution& what, std::uint64_t from_session, net::Loop& home)
      : execution(what), session(from_session), loop(&home), caller(number_of(what.caller)) {}

  const WriteExecution& execution;
  std::uint64_t session;
  net::Loop* loop;
  std::coroutine_handle<> waiter;
  State state = State::kQueued;  // guarded by the writer's mutex
  // Of the queue:
  std::uint64_t caller;
  std::int64_t queued_at = 0;
  std::shared_ptr<WriteJob> next;
  bool again = false;  // it runs once more, alone: it was late, or its transaction ended for another's sake
  Result<void> outcome;
};

class Writer {
 public:
  using Work = std::move_only_function<void(Connection&)>;

  Writer(SqliteOptions options, std::optional<OwnerLock> lock, std::unique_ptr<Connection> connection);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  const Commits& commits() const { return commits_; }
  Snapshots& snapshots() { return snapshots_; }
  /// The whole store's: the lane's part is written by the lane.
  telemetry::StoreCounters& counters() { return counters_; }
  /// A number for a new session. Any thread.
  std::uint64_t number_session() { return ++sessions_; }

  /// `co_await writer.run(job)`: afterwards job->outcome is there. Destroyed while suspended it takes
  /// the job back, or waits for the end of the one that runs.
  class Wait {
   public:
    Wait(Writer& writer, std::shared_ptr<WriteJob> job) : writer_(writer), job_(std::move(job)) {}
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;
    ~Wait() { writer_.abandon(*job_); }
    bool await_ready() const { return false; }
    bool await_suspend(std::coroutine_handle<> waiter) {
      job_->waiter = waiter;
      return writer_.submit(job_);
    }
    void await_resume() const {}

   private:
    Writer& writer_;
    std::shared_ptr<WriteJob> job_;
  };
  Wait run(std::shared_ptr<WriteJob> job) { return Wait(*this, std::move(job)); }

  /// Runs `work` on the writer's thread between transactions and waits for it. Not on a loop.
  void run_blocking(Work work);

 private:
  struct Blocking {
    Work work;
    bool done = false;
  };

  bool submit(const std::shared_ptr<WriteJob>& job);  // false: refused, outcome is set
  void abandon(WriteJob& job);
  void serve();
  using Group = std::vector<std::shared_ptr<WriteJob>>;
  void take_group(Group& group);
  std::size_t waiting() const { return jobs_.size() + late_.size(); }  // under the mutex
  void put_back(Group& group);
  void run_group(std::span<const std::shared_ptr<WriteJob>> group);
  Result<void> run_transaction(std::span<const std::shared_ptr<WriteJob>> group);
  Result<void> run_member(WriteJob& job, bool shared);
  Result<void> run_script(WriteJob& job);
  Result<void> prepare();
  Result<void> commit();
  void roll_back();
  void acknowledge(std::span<const std::shared_ptr<WriteJob>> group);
  void checkpoint();
  void poison(const Error& error);

  const SqliteOptions options_;
  std::optional<OwnerLock> lock_;  // given back after the connection is closed
  std::unique_ptr<Connection> connection_;
  StatementHandle begin_, commit_, rollback_, savepoint_, release_, rollback_to_;
  ProgramCache<PreparedProgram> programs_;
  Commits commits_;
  Snapshots snapshots_;
  const Clock& clock_;
  telemetry::StoreCounters counters_;
  std::atomic<std::uint64_t> sessions_{0};
  // The writer's thread alone:
  std::optional<Error> poisoned_;
  int checkpoint_at_;  // pages of the log

  std::mutex mutex_;
  std::condition_variable work_, finished_;
  FairQueue<WriteJob> jobs_;
  std::deque<std::shared_ptr<WriteJob>> late_;  // took longer than their share of a group: each runs alone
  bool after_late_ = false;                     // the last group was one of those
  std::deque<Blocking*> blocking_;
  bool ending_ = false;
  std::thread thread_;  // last: everything is there when it starts
};

}  // namespace bedplate::store::sqlite
