#pragma once
// Awaitables that give up the loop: a coroutine of one loop goes on there after a while, or in the loop's next turn. It
// must not be destroyed meanwhile but where its loop turns no more.
#include <coroutine>

#include "net/loop.hpp"

namespace bedplate::net {

/// `co_await Pause(loop, duration)`.
class Pause {
 public:
  Pause(Loop& loop, Duration duration) : loop_(loop), duration_(duration), timer_(loop, [this] { waiter_.resume(); }) {}
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> waiter) {
    waiter_ = waiter;
    timer_.arm(loop_.now() + duration_);
  }
  void await_resume() const {}

 private:
  Loop& loop_;
  const Duration duration_;
  std::coroutine_handle<> waiter_;
  Timer timer_;
};

/// `co_await NextTurn(loop)`: others come first.
class NextTurn {
 public:
  explicit NextTurn(Loop& loop) : loop_(loop) {}
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> waiter) const {
    loop_.post([waiter] { waiter.resume(); });
  }
  void await_resume() const {}

 private:
  Loop& loop_;
};

}  // namespace bedplate::net
