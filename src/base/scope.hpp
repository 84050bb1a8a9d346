#pragma once
// Scope: owns tasks that run beside their maker: a connection's requests, a request's parallel reads. spawn() takes
// a function and values; both live in the scope's own frame as long as the task. Before a Scope ends it is joined:
// its destructor asserts that nothing runs. cancel() asks all its tasks, and those of scopes below, to end soon.
// One thread, the loop's.
#include <coroutine>
#include <exception>
#include <functional>
#include <utility>

#include "base/cancel.hpp"
#include "base/task.hpp"

namespace bedplate {

class Scope final : private CancelHook {
 public:
  /// `parent` cancelled cancels this scope.
  explicit Scope(CancelToken parent = {});
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  /// Calls function(arguments…) → Task<void> and runs it until it first waits. Takes values: what the task needs
  /// by reference is passed by pointer and outlives the scope. An exception the task lets out cancels the scope and
  /// is kept for take_exception(). Throws std::bad_alloc, with nothing spawned.
  template <class Function, class... Arguments>
  void spawn(Function function, Arguments... arguments) {
    static_assert(std::is_same_v<std::invoke_result_t<Function&, Arguments&&...>, Task<void>>);
    start(own(this, std::move(function), std::move(arguments)...));
  }

  /// Completes when no task runs any more. At most one waits at a time.
  auto join() {
    struct Join {
      Scope& scope;
      bool await_ready() const noexcept { return scope.running_ == 0; }
      void await_suspend(std::coroutine_handle<> joiner) const {
        BP_ASSERT(!scope.joiner_);
        scope.joiner_ = joiner;
      }
      void await_resume() const noexcept {}
    };
    return Join{*this};
  }

  void cancel() { source_.cancel(); }
  CancelToken token() { return source_.token(); }
  std::size_t running() const { return running_; }
  /// The first exception that a task let out, or null.
  std::exception_ptr take_exception() { return std::exchange(exception_, nullptr); }

 private:
  // The frame that owns a spawned function, its arguments and its task; destroys itself at the end.
  struct Owner {
    struct promise_type {
      Scope* scope;
      template <class... Rest>
      explicit promise_type(Scope* of, Rest&...) : scope(of) {}
      static void* operator new(std::size_t size) { return FrameCache::take(size); }
      static void operator delete(void* frame, std::size_t size) noexcept { FrameCache::give(frame, size); }
      Owner get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
      std::suspend_always initial_suspend() const noexcept { return {}; }
      auto final_suspend() const noexcept { return Leave{}; }
      void return_void() const noexcept {}
      void unhandled_exception() noexcept { scope->caught(std::current_exception()); }
    };
    struct Leave {
      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> ended) const noexcept {
        Scope* scope = ended.promise().scope;
        ended.destroy();  // first: what it held may refer to the joiner's
        return scope->left();
      }
      void await_resume() const noexcept {}
    };
    std::coroutine_handle<promise_type> frame;
  };

  template <class Function, class... Arguments>
  static Owner own(Scope*, Function function, Arguments... arguments) {
    co_await function(std::move(arguments)...);
  }
  void start(Owner owner) {
    ++running_;
    owner.frame.resume();
  }
  std::coroutine_handle<> left() noexcept;
  void caught(std::exception_ptr exception) noexcept;
  void on_cancel() override { source_.cancel(); }

  CancelSource source_;
  std::size_t running_ = 0;
  std::coroutine_handle<> joiner_;
  std::exception_ptr exception_;
};

}  // namespace bedplate
