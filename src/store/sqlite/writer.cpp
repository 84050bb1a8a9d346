#include "store/sqlite/writer.hpp"

#include <pthread.h>

#include "store/sqlite/errors.hpp"
#include "store/sqlite/transaction.hpp"

namespace bedplate::store::sqlite {
namespace {

// A turn's end is rarely as far away; a loop that takes longer only makes the checkpoint copy less.
constexpr std::int64_t kTurnPatience = 5'000;
// For a log that has grown long all the same, where cores are short.
constexpr std::int64_t kLongPatience = 50'000;

}  // namespace

Writer::Writer(SqliteOptions options, std::optional<OwnerLock> lock, std::unique_ptr<Connection> connection)
    : options_(std::move(options)),
      lock_(std::move(lock)),
      connection_(std::move(connection)),
      clock_(clock_of(options_)),
      checkpoint_at_(options_.checkpoint_pages),
      jobs_({.places = options_.queue_limit,
             .own = {.target = options_.queue_target.count(),
                     .interval = options_.queue_target.count(),
                     .few = options_.queue_few},
             .longest = options_.queue_wait.count()}) {
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
  for (auto* statement : {&begin_, &commit_, &rollback_, &savepoint_, &release_, &rollback_to_}) statement->reset();
  connection_.reset();
}

bool Writer::submit(const std::shared_ptr<WriteJob>& job) {
  job->queued_at = clock_.monotonic();
  const std::lock_guard lock(mutex_);
  const auto why =
      late_.size() >= options_.queue_limit ? "too many run alone" : jobs_.refusal(job->caller, job->queued_at);
  if (!why.empty()) {
    counters_.writes_refused.add();
    job->state = WriteJob::State::kFinished;
    job->outcome = failure(Error(Reason::kOverloaded, "Too many writes are waiting.")
                               .with_hint("Try again shortly.")
                               .caused_by("writes: " + std::string(why)));
    return false;
  }
  jobs_.push(job);
  counters_.writes_waiting.set(waiting());
  work_.notify_one();
  return true;
}

void Writer::abandon(WriteJob& job) {
  std::unique_lock lock(mutex_);
  // One that runs may be queued again, to run alone.
  finished_.wait(lock, [&] { return job.state != WriteJob::State::kRunning; });
  if (job.state == WriteJob::State::kQueued && !jobs_.remove(job))
    std::erase_if(late_, [&](const auto& queued) { return queued.get() == &job; });
  counters_.writes_waiting.set(waiting());
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
    work_.wait(lock, [&] { return ending_ || !jobs_.empty() || !late_.empty() || !blocking_.empty(); });
    if (!blocking_.empty()) {
      Blocking* entry = blocking_.front();
      blocking_.pop_front();
      lock.unlock();
      connection_->restart_budget();
      connection_->grant(Grant::kSchema);
      commits_.begin();  // whatever it does, readers look again
      entry->work(*connection_);
      commits_.end();
      connection_->grant(Grant::kData);
      lock.lock();
      entry->done = true;
      finished_.notify_all();
    } else if (!jobs_.empty() || !late_.empty()) {
      Group group;
      take_group(group);
      lock.unlock();
      run_group(group);
      put_back(group);
      acknowledge(group);
      checkpoint();
      lock.lock();
    } else {
      return;
    }
  }
}

// Called under the mutex. Late members and groups take turns, so that neither waits for all of the other.
void Writer::take_group(Group& group) {
  after_late_ = !late_.empty() && (jobs_.empty() || !after_late_);
  if (after_late_) {
    group.push_back(std::move(late_.front()));
    late_.pop_front();
  }
  const std::int64_t now = clock_.monotonic();
  while (!after_late_ && !jobs_.empty() && group.size() < options_.group_limit) group.push_back(jobs_.pop(now));
  for (const auto& job : group) job->state = WriteJob::State::kRunning;
  counters_.writes_waiting.set(waiting());
}

// Those that took too long for a group wait for one of their own.
void Writer::put_back(Group& group) {
  const auto late = [](const auto& job) { return !job->outcome && job->again; };
  const std::lock_guard lock(mutex_);
  for (auto& job : group) {
    if (!late(job)) continue;
    job->again = false;
    job->state = WriteJob::State::kQueued;
    late_.push_back(std::move(job));
  }
  counters_.writes_waiting.set(waiting());
  if (std::erase(group, nullptr) > 0) finished_.notify_all();
}

void Writer::run_group(std::span<const std::shared_ptr<WriteJob>> group) {
  if (auto ran = run_transaction(group); ran || group.size() == 1) return;
  // The transaction is gone, for the sake of one or of COMMIT: each that had succeeded runs again, once, alone.
  for (const auto& job : group)
    if (job->outcome && job->again) {
      job->again = false;
      [[maybe_unused]] const auto again = run_transaction({&job, 1});  // the job has its outcome
    }
}

// On failure no member has been committed: members that had succeeded are marked `again`, or failed with it.
Result<void> Writer::run_transaction(std::span<const std::shared_ptr<WriteJob>> group) {
  const auto fail_all = [&](const Error& error) {
    for (const auto& job : group)
      if (job->outcome) job->outcome = failure(Error(error));
    return Result<void>(failure(Error(error)));
  };
  if (poisoned_) return fail_all(*poisoned_);
  if (auto begun = prepare(); !begun) return fail_all(begun.error());
  if (auto begun = connection_->run(begin_.get()); !begun) return fail_all(begun.error());
  std::size_t done = 0;
  bool any = false;
  const auto give_up = [&] {
    roll_back();
    for (std::size_t i = 0; i < group.size(); ++i)
      if (i >= done || group[i]->outcome) {
        group[i]->outcome = {};
        group[i]->again = true;
      }
  };
  for (const auto& job : group) {
    job->outcome = run_member(*job, group.size() > 1);
    ++done;
    any = any || job->outcome;
    if (connection_->in_transaction()) continue;
    // What failed ended the whole transaction.
    Error cause = job->outcome ? Error(Reason::kUnavailable, "The transaction ended.") : Error(job->outcome.error());
    if (group.size() > 1) give_up();
    return failure(std::move(cause));
  }
  if (!any) {
    roll_back();
    return {};
  }
  auto committed = commit();
  if (committed) return {};
  if (group.size() == 1 || poisoned_) {
    roll_back();
    return fail_all(committed.error());
  }
  give_up();
  return committed;
}

Result<void> Writer::run_member(WriteJob& job, bool shared) {
  connection_->restart_budget({.time = (shared ? options_.group_budget : options_.write_budget).count()});
  if (!shared) {
    BP_TRY_VOID(run_script(job));
    return connection_->no_foreign_keys_outstanding();
  }
  BP_TRY_VOID(connection_->run(savepoint_.get()));
  auto ran = run_script(job);
  if (ran) ran = connection_->no_foreign_keys_outstanding();
  if (ran) ran = connection_->run(release_.get());
  if (ran) return ran;
  if (ran.error().reason() == Reason::kDeadlineExceeded) job.again = true;
  if (!connection_->in_transaction()) return ran;
  connection_->restart_budget();
  // A member that can't be undone alone takes the transaction with it.
  if (!connection_->run(rollback_to_.get()) || !connection_->run(release_.get())) roll_back();
  return ran;
}

Result<void> Writer::run_script(WriteJob& job) {
  try {
    SqliteTransaction transaction(*connection_, programs_, job.session, job.execution.principal, job.execution.now);
    return run_ready(job.execution.script.run(transaction));
  } catch (const std::bad_alloc&) {
    return failure(Reason::kOverloaded, "The server is out of memory.");
  }
}

Result<void> Writer::prepare() {
  if (rollback_to_) return {};
  BP_TRY(begin_, connection_->prepare("BEGIN IMMEDIATE"));
  BP_TRY(commit_, connection_->prepare("COMMIT"));
  BP_TRY(rollback_, connection_->prepare("ROLLBACK"));
  BP_TRY(savepoint_, connection_->prepare("SAVEPOINT member"));
  BP_TRY(release_, connection_->prepare("RELEASE member"));
  BP_TRY(rollback_to_, connection_->prepare("ROLLBACK TO member"));
  return {};
}

Result<void> Writer::commit() {
  connection_->restart_budget();
  const std::int64_t began = clock_.monotonic();
  commits_.begin();
  const int code = sqlite3_step(commit_.get());
  commits_.end();
  if (code == SQLITE_DONE) {
    counters_.commits.add();
    counters_.commit_times.observe(static_cast<std::uint64_t>(clock_.monotonic() - began));
    sqlite3_reset(commit_.get());
    return {};
  }
  Error error = error_of(connection_->handle(), code);
  sqlite3_reset(commit_.get());
  if (outcome_unknown(code) && error.reason() != Reason::kStorageFull) poison(error);
  return failure(std::move(error));
}

void Writer::roll_back() {
  if (!connection_->in_transaction()) return;
  [[maybe_unused]] const auto undone = connection_->run(rollback_.get());  // what fails here ended it before
}

void Writer::acknowledge(std::span<const std::shared_ptr<WriteJob>> group) {
  // One message a loop, whatever the group's size.
  std::vector<std::pair<net::Loop*, std::vector<std::shared_ptr<WriteJob>>>> messages;
  if (!group.empty()) counters_.groups.observe(group.size());
  const std::int64_t now = clock_.monotonic();
  const std::lock_guard lock(mutex_);
  for (const auto& job : group) {
    job->state = WriteJob::State::kFinished;
    counters_.writes.observe(static_cast<std::uint64_t>(now - job->queued_at));
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
  counters_.log_pages.set(static_cast<std::uint64_t>(pages));
  if (pages < options_.checkpoint_pages) checkpoint_at_ = options_.checkpoint_pages;
  if (poisoned_ || pages < checkpoint_at_) return;
  const bool is_long = pages >= 8 * options_.checkpoint_pages;
  const std::int64_t patience = is_long ? kLongPatience : kTurnPatience;
  if (!is_long) {
    const std::lock_guard lock(mutex_);
    if (!jobs_.empty()) return;  // rather between bursts
  }
  connection_->restart_budget();
  // What is copied ends at the oldest snapshot; loops renew theirs when they see a commit, idle ones when woken.
  snapshots_.await_older(commits_.seen(), patience, clock_of(options_));
  int in_log = 0, copied = 0;
  const int code =
      sqlite3_wal_checkpoint_v2(connection_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &in_log, &copied);
  counters_.checkpoints.add();
  if (code != SQLITE_OK && outcome_unknown(code)) return poison(error_of(connection_->handle(), code));
  // The next commit starts the log anew if nobody reads from it any more: snapshots from here on need the file alone.
  if (code == SQLITE_OK && copied == in_log) {
    commits_.begin();
    commits_.end();
    snapshots_.await_older(commits_.seen(), patience, clock_of(options_));
  }
  checkpoint_at_ = pages + options_.checkpoint_pages / 4;
}

void Writer::poison(const Error& error) {
  poisoned_ = Error(Reason::kUnavailable, "The database cannot be written.").caused_by(error.cause());
  // What the log holds is for recovery to judge.
  sqlite3_db_config(connection_->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  if (options_.on_fatal) options_.on_fatal(error.cause());
}

}  // namespace bedplate::store::sqlite
