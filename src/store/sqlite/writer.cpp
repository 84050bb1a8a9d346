#include "store/sqlite/writer.hpp"

#include <pthread.h>

#include "store/sqlite/errors.hpp"
#include "store/sqlite/write_run.hpp"

namespace bedplate::store::sqlite {

Writer::Writer(SqliteOptions options, std::optional<OwnerLock> lock, std::unique_ptr<Connection> connection)
    : options_(std::move(options)), lock_(std::move(lock)), connection_(std::move(connection)) {
  thread_ = std::thread([this] { serve(); });
  ::pthread_setname_np(thread_.native_handle(), "bp-writer");
}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  work_.notify_one();
  thread_.join();
  // Statements end before their connection, the connection (with its last checkpoint) before the lock.
  programs_.clear();
  begin_.reset();
  commit_.reset();
  rollback_.reset();
  connection_.reset();
}

bool Writer::submit(const std::shared_ptr<WriteJob>& job) {
  const std::lock_guard lock(mutex_);
  if (jobs_.size() >= options_.queue_limit) {
    job->state = WriteJob::State::kFinished;
    job->outcome = failure(Error(Reason::kOverloaded, "Too many writes are waiting.").with_hint("Try again shortly."));
    return false;
  }
  jobs_.push_back(job);
  work_.notify_one();
  return true;
}

void Writer::abandon(WriteJob& job) {
  std::unique_lock lock(mutex_);
  if (job.state == WriteJob::State::kQueued)
    std::erase_if(jobs_, [&](const auto& queued) { return queued.get() == &job; });
  finished_.wait(lock, [&] { return job.state != WriteJob::State::kRunning; });
  job.state = WriteJob::State::kAbandoned;
}

void Writer::run_blocking(Work work) {
  Blocking entry{std::move(work)};
  std::unique_lock lock(mutex_);
  blocking_.push_back(&entry);
  work_.notify_one();
  finished_.wait(lock, [&] { return entry.done; });
}

void Writer::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    work_.wait(lock, [&] { return ending_ || !jobs_.empty() || !blocking_.empty(); });
    if (!blocking_.empty()) {
      Blocking* entry = blocking_.front();
      blocking_.pop_front();
      lock.unlock();
      connection_->restart_budget();
      entry->work(*connection_);
      commits_.raise();  // whatever it did, readers look again
      lock.lock();
      entry->done = true;
      finished_.notify_all();
    } else if (!jobs_.empty()) {
      // Groups of one: each write has a transaction of its own.
      const std::shared_ptr<WriteJob> group[] = {std::move(jobs_.front())};
      jobs_.pop_front();
      group[0]->state = WriteJob::State::kRunning;
      lock.unlock();
      run_group(group);
      acknowledge(group);
      checkpoint();
      lock.lock();
    } else {
      return;
    }
  }
}

void Writer::run_group(std::span<const std::shared_ptr<WriteJob>> group) {
  for (const auto& job : group) {
    if (poisoned_) {
      job->outcome = failure(Error(*poisoned_));
      continue;
    }
    connection_->restart_budget();
    try {
      job->outcome = run_alone(*job);
    } catch (const std::bad_alloc&) {
      roll_back();
      job->outcome = failure(Reason::kOverloaded, "The server is out of memory.");
    }
  }
}

Result<Written> Writer::run_alone(WriteJob& job) {
  if (!begin_) {
    BP_TRY(begin_, connection_->prepare("BEGIN IMMEDIATE"));
    BP_TRY(commit_, connection_->prepare("COMMIT"));
    BP_TRY(rollback_, connection_->prepare("ROLLBACK"));
  }
  BP_TRY_VOID(connection_->run(begin_.get()));
  auto written = run_steps(*connection_, programs_, job.session, job.execution, job.wants_rows ? &job.rows : nullptr);
  if (written) {
    if (auto committed = commit(); !committed) written = std::unexpected(std::move(committed).error());
  }
  if (!written) roll_back();
  return written;
}

Result<void> Writer::commit() {
  int outstanding = 0, high = 0;
  sqlite3_db_status(connection_->handle(), SQLITE_DBSTATUS_DEFERRED_FKS, &outstanding, &high, 0);
  if (outstanding != 0) return failure(error_of(nullptr, SQLITE_CONSTRAINT_FOREIGNKEY));
  const int code = sqlite3_step(commit_.get());
  if (code == SQLITE_DONE) {
    sqlite3_reset(commit_.get());
    commits_.raise();
    return {};
  }
  Error error = error_of(connection_->handle(), code);
  sqlite3_reset(commit_.get());
  if (outcome_unknown(code) && error.reason() != Reason::kStorageFull) poison(error);
  return failure(std::move(error));
}

void Writer::roll_back() {
  if (connection_->in_transaction()) (void)connection_->run(rollback_.get());
}

void Writer::acknowledge(std::span<const std::shared_ptr<WriteJob>> group) {
  // One message a loop, whatever the group's size.
  std::vector<std::pair<net::Loop*, std::vector<std::shared_ptr<WriteJob>>>> messages;
  const std::lock_guard lock(mutex_);
  for (const auto& job : group) {
    job->state = WriteJob::State::kFinished;
    auto at = std::find_if(messages.begin(), messages.end(), [&](const auto& m) { return m.first == job->loop; });
    if (at == messages.end()) at = messages.insert(at, {job->loop, {}});
    at->second.push_back(job);
  }
  // Under the mutex: after abandon() nobody touches the loop on a job's behalf.
  for (auto& [loop, waiting] : messages)
    loop->post([finished = std::move(waiting)] {
      for (const auto& job : finished)
        if (job->state != WriteJob::State::kAbandoned) job->waiter.resume();
    });
  finished_.notify_all();
}

void Writer::checkpoint() {
  const int pages = connection_->wal_pages();
  if (poisoned_ || pages < options_.checkpoint_pages) return;
  if (pages < 8 * options_.checkpoint_pages) {
    const std::lock_guard lock(mutex_);
    if (!jobs_.empty()) return;  // rather between bursts
  }
  connection_->restart_budget();
  const int code =
      sqlite3_wal_checkpoint_v2(connection_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (code == SQLITE_OK)
    connection_->checkpointed();
  else if (outcome_unknown(code))
    poison(error_of(connection_->handle(), code));
}

void Writer::poison(const Error& error) {
  poisoned_ = Error(Reason::kUnavailable, "The database cannot be written.").caused_by(error.cause());
  // What the log holds is for recovery to judge.
  sqlite3_db_config(connection_->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  if (options_.on_fatal) options_.on_fatal(error.cause());
}

}  // namespace bedplate::store::sqlite
