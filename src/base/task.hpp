#pragma once
// Task<T>: a lazy coroutine. It starts when awaited, hands control over by symmetric transfer (no stack growth), and
// ends in its awaiter. Awaited once, by its caller at once (`co_await f(x)`), or owned by a Scope (scope.hpp): there
// is no way to let one go. Arguments taken by reference must outlive the await. Destroying a suspended Task destroys
// what it awaits. One thread at a time; a frame comes from that thread's FrameCache.
//
// Failures are values (Task<Result<T>>). An exception, which only memory running out should cause (a frame that
// cannot be had throws std::bad_alloc where the coroutine is called), passes through awaits to the Scope's or
// connection's handler.
#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

#include "base/assert.hpp"
#include "base/frame_cache.hpp"
#include "base/result.hpp"

namespace bedplate {

template <class T>
class Task;

namespace task_detail {

struct PromiseBase {
  struct ToAwaiter {
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> ended) const noexcept {
      return ended.promise().awaiter_;
    }
    void await_resume() const noexcept {}
  };

  static void* operator new(std::size_t size) { return FrameCache::take(size); }
  static void operator delete(void* frame, std::size_t size) noexcept { FrameCache::give(frame, size); }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  ToAwaiter final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { exception_ = std::current_exception(); }
  void rethrow() {
    if (exception_) [[unlikely]]
      std::rethrow_exception(std::move(exception_));
  }

  std::coroutine_handle<> awaiter_ = std::noop_coroutine();
  std::exception_ptr exception_;
};

template <class T>
struct Promise : PromiseBase {
  Task<T> get_return_object() noexcept;
  template <class U = T>
    requires std::convertible_to<U&&, T>
  void return_value(U&& value) {
    value_.emplace(std::forward<U>(value));
  }
  T take() {
    rethrow();
    return *std::move(value_);
  }
  std::optional<T> value_;
};

template <>
struct Promise<void> : PromiseBase {
  Task<void> get_return_object() noexcept;
  void return_void() const noexcept {}
  void take() { rethrow(); }
};

}  // namespace task_detail

template <class T = void>
class [[nodiscard, clang::coro_return_type, clang::coro_lifetimebound]] Task {
 public:
  using promise_type = task_detail::Promise<T>;

  Task(Task&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(frame_, other.frame_);
    return *this;
  }
  ~Task() {
    if (frame_) frame_.destroy();
  }

  auto operator co_await() && noexcept {
    struct Start {
      std::coroutine_handle<promise_type> frame;
      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter) const noexcept {
        frame.promise().awaiter_ = awaiter;
        return frame;
      }
      T await_resume() const { return frame.promise().take(); }
    };
    BP_ASSERT(frame_ && !frame_.done());
    return Start{frame_};
  }

  /// Runs a Task outside of any coroutine up to its first suspension or its end; false if it is suspended.
  /// For programs' edges and tests: keep the Task until whatever it waits for has come.
  bool start() {
    frame_.resume();
    return frame_.done();
  }
  bool done() const { return frame_ && frame_.done(); }
  /// The value of a Task that was started and is done.
  T take() && {
    BP_ASSERT(done());
    return frame_.promise().take();
  }

 private:
  friend promise_type;
  explicit Task(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}
  std::coroutine_handle<promise_type> frame_;
};

template <class T>
Task<T> task_detail::Promise<T>::get_return_object() noexcept {
  return Task<T>(std::coroutine_handle<Promise>::from_promise(*this));
}
inline Task<void> task_detail::Promise<void>::get_return_object() noexcept {
  return Task<void>(std::coroutine_handle<Promise>::from_promise(*this));
}

/// The value of a Task that never waits for anything outside (pure code, tests over in-memory doubles).
template <class T>
[[clang::coro_wrapper]] T run_ready(Task<T> task) {
  BP_ASSERT(task.start());
  return std::move(task).take();
}

}  // namespace bedplate
