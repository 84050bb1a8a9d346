#include "store/sqlite/heavy_lane.hpp"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include "store/sqlite/row_source.hpp"

namespace bedplate::store::sqlite {
namespace {

// Loops go first where cores are short: they have a third of a loop's weight.
constexpr int kNiceness = 5;

Error overloaded(std::string cause) {
  return Error(Reason::kOverloaded, "Too many long reads are waiting.")
      .with_hint("Try again shortly, or ask for fewer rows by indexed fields.")
      .caused_by(std::move(cause));
}

Error cancelled() { return Error(Reason::kCancelled, "The caller went away."); }

}  // namespace

Result<std::shared_ptr<HeavyLane>> HeavyLane::open(const SqliteOptions& options, telemetry::StoreCounters& counters) {
  auto lane = std::make_shared<HeavyLane>(options, counters);
  for (std::size_t i = 0; i < options.heavy_readers; ++i) {
    auto worker = std::make_unique<Worker>();
    BP_TRY(worker->connection, Connection::open(options, Connection::Role::kReader));
    BP_TRY(worker->begin, worker->connection->prepare("BEGIN"));
    BP_TRY(worker->commit, worker->connection->prepare("COMMIT"));
    lane->workers_.push_back(std::move(worker));
  }
  for (const auto& worker : lane->workers_) {
    worker->thread = std::thread([lane = lane.get(), worker = worker.get()] { lane->serve(*worker); });
    ::pthread_setname_np(worker->thread.native_handle(), "bp-heavy");
  }
  return lane;
}

HeavyLane::~HeavyLane() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  work_.notify_all();
  for (const auto& worker : workers_)
    if (worker->thread.joinable()) worker->thread.join();
  // Statements end before their connection.
  for (const auto& worker : workers_) worker->programs.clear();
}

FairLimits HeavyLane::limits(const SqliteOptions& options) {
  return {.places = options.heavy_queue,
          .own = {.target = options.heavy_target.count(), .interval = options.heavy_target.count()},
          .longest = options.heavy_wait.count()};
}

bool HeavyLane::submit(const std::shared_ptr<HeavyRead>& read) {
  read->queued_at = clock_.monotonic();
  const std::lock_guard lock(mutex_);
  if (const auto why = queue_.refusal(read->caller, read->queued_at); !why.empty()) {
    counters_.heavy_refused.add();
    read->state = HeavyRead::State::kFinished;
    read->outcome = failure(overloaded("long reads: " + std::string(why)));
    return false;
  }
  queue_.push(read);
  counters_.heavy_waiting.set(queue_.size());
  work_.notify_one();
  return true;
}

void HeavyLane::abandon(HeavyRead& read) {
  std::unique_lock lock(mutex_);
  read.stop.store(true, std::memory_order_relaxed);
  if (read.state == HeavyRead::State::kQueued) queue_.remove(read);
  counters_.heavy_waiting.set(queue_.size());
  finished_.wait(lock, [&] { return read.state != HeavyRead::State::kRunning; });
  read.state = HeavyRead::State::kAbandoned;
}

void HeavyLane::cancel(const std::shared_ptr<HeavyRead>& read) {
  const std::lock_guard lock(mutex_);
  read->stop.store(true, std::memory_order_relaxed);
  if (read->state != HeavyRead::State::kQueued) return;
  queue_.remove(*read);
  counters_.heavy_waiting.set(queue_.size());
  read->outcome = failure(cancelled());
  finish(read);
}

void HeavyLane::serve(Worker& worker) {
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNiceness);
  std::unique_lock lock(mutex_);
  for (;;) {
    work_.wait(lock, [&] { return ending_ || !queue_.empty(); });
    if (queue_.empty()) return;
    const std::int64_t now = clock_.monotonic();
    const auto read = queue_.pop(now);
    counters_.heavy_waiting.set(queue_.size());
    if (now - read->queued_at > options_.heavy_wait.count()) {
      counters_.heavy_refused.add();
      read->outcome = failure(overloaded("it waited too long"));
    } else {
      read->state = HeavyRead::State::kRunning;
      lock.unlock();
      run_one(worker, *read);
      read->took = clock_.monotonic() - now;
      lock.lock();
      counters_.heavy_reads.observe(static_cast<std::uint64_t>(read->took));
    }
    finish(read);
  }
}

void HeavyLane::run_one(Worker& worker, HeavyRead& read) {
  try {
    read.outcome = read.own ? read.own(read.stop) : run_in_transaction(worker, read);
  } catch (const std::bad_alloc&) {
    read.outcome = failure(Reason::kOverloaded, "The server is out of memory.");
  }
  if (read.own) {
    if (!read.outcome && read.stop.load(std::memory_order_relaxed)) read.outcome = failure(cancelled());
    return;
  }
  Connection& connection = *worker.connection;
  if (!read.outcome && connection.budget().end() == Budget::End::kStopped) read.outcome = failure(cancelled());
  if (connection.in_transaction() && !connection.run(worker.commit.get()))
    sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  connection.json_texts().trim();
}

Result<void> HeavyLane::run_in_transaction(Worker& worker, HeavyRead& read) {
  Connection& connection = *worker.connection;
  connection.restart_budget({.time = options_.read_budget.count(), .stop = &read.stop});
  // A transaction of its own, begun after the read was asked for: it sees whatever was acknowledged before.
  BP_TRY_VOID(connection.run(worker.begin.get()));
  const Execution& execution = *read.execution;
  RowSource source(connection, prepared_in(worker.programs, execution.program, read.session), execution.program,
                   Binding{execution.values, execution.principal, execution.now});
  return read.visitor->visit(source);
}

void HeavyLane::finish(const std::shared_ptr<HeavyRead>& read) {
  // After abandon() nobody touches the loop on its behalf; before it the state is no longer kRunning.
  if (read->state != HeavyRead::State::kAbandoned) {
    read->state = HeavyRead::State::kFinished;
    read->loop->post([read] {
      if (read->state != HeavyRead::State::kAbandoned) read->waiter.resume();
    });
  }
  finished_.notify_all();
}

}  // namespace bedplate::store::sqlite
