#pragma once
// Loop: one thread's events: descriptors, timers, functions posted by others, and the end of each turn. A turn
// takes whatever is ready, runs it, then a slice of each work that is done in slices, then the hooks registered for its
// end (read transactions close there, batches leave), then waits. Threading: everything but post() and stop() is called
// on the loop's own thread (or before run()). Lifetime: watchers, timers and hooks are owned by their callers and end
// before the loop.
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "base/result.hpp"

namespace bedplate::net {

using TimePoint = std::chrono::steady_clock::time_point;
using Duration = std::chrono::steady_clock::duration;
using Callback = std::move_only_function<void()>;

/// What a descriptor became ready for. `hangup` and `ended` (the peer sends no more; told while reading is of interest)
/// also set readable, so that a read tells why.
struct Ready {
  bool readable = false;
  bool writable = false;
  bool hangup = false;
  bool ended = false;
};
struct Interest {
  bool read = false;
  bool write = false;
  friend bool operator==(const Interest&, const Interest&) = default;
};

/// One who waits for a descriptor. It may unwatch any descriptor, its own too, inside the call.
class Watcher {
 public:
  virtual void on_ready(Ready ready) = 0;

 protected:
  ~Watcher() = default;
};

class Loop;
class Wheel;

/// A deadline on the loop's one wheel; fires once, not early, late by up to a tick of 4 ms. Moving a deadline back
/// costs two stores. Cancelled by destruction.
class Timer {
 public:
  Timer(Loop& loop, std::move_only_function<void()> on_expiry) : loop_(loop), on_expiry_(std::move(on_expiry)) {}
  ~Timer() { cancel(); }
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  void arm(TimePoint deadline);
  void cancel();
  TimePoint deadline() const { return deadline_; }

 private:
  friend class Wheel;
  Loop& loop_;
  std::move_only_function<void()> on_expiry_;
  TimePoint deadline_ = TimePoint::max();
  std::int64_t slot_tick_ = -1;  // where it is linked; -1: nowhere
  Timer* previous_ = nullptr;
  Timer* next_ = nullptr;
};

/// Runs at the end of every turn in which anything happened, in the order of registration; removed by destruction.
class TurnHook {
 public:
  TurnHook(Loop& loop, std::move_only_function<void()> at_end);
  ~TurnHook();
  TurnHook(const TurnHook&) = delete;
  TurnHook& operator=(const TurnHook&) = delete;

 private:
  friend class Loop;
  Loop& loop_;
  std::move_only_function<void()> at_end_;
};

/// Work that is done a slice a turn, after events and timers, so that neither waits for all of it; true: there is more,
/// the next turn doesn't wait for events. Removed by destruction.
class TurnWork {
 public:
  TurnWork(Loop& loop, std::move_only_function<bool()> slice);
  ~TurnWork();
  TurnWork(const TurnWork&) = delete;
  TurnWork& operator=(const TurnWork&) = delete;

 private:
  friend class Loop;
  Loop& loop_;
  std::move_only_function<bool()> slice_;
};

class Loop {
 public:
  static Result<std::unique_ptr<Loop>> create();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Turns until stop().
  void run();
  /// One turn; waits for something to do at most that long. For tests and for a loop driven by another.
  void run_turn(Duration at_most);
  /// From any thread, and from a signal handler's thread: run() returns after its present turn.
  void stop();
  /// From any thread: runs on the loop's thread, in the order posted. What is posted after the last turn is
  /// destroyed with the loop, never run.
  void post(Callback work);
  /// On the loop's thread: runs in this turn, before its end hooks.
  void defer(Callback work);

  /// Readiness of a descriptor, level-triggered; also a foreign one (libpq). Unwatch before closing it.
  Result<> watch(int descriptor, Interest interest, Watcher& watcher);
  void change(int descriptor, Interest interest, Watcher& watcher);
  void unwatch(int descriptor, Watcher& watcher);

  /// The time at which the present turn began; no system call.
  TimePoint now() const;
  /// Seconds since the epoch at the present turn, for the Date field.
  std::int64_t unix_seconds() const;
  /// The time as it is, however long the present turn goes on.
  TimePoint read_clock() const;
  /// As many events as a turn takes were ready when it began: more may be.
  bool crowded() const;
  /// Turns so far; a cheap stamp for "still the same turn".
  std::uint64_t turn() const;

 private:
  friend class Timer;
  friend class TurnHook;
  friend class TurnWork;
  struct State;
  explicit Loop(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace bedplate::net
