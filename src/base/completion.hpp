#pragma once
// From callbacks to coroutines. `co_await leaf<T>(token, start)` calls start(Completion<T>) once and gives the
// Result<T> that the completion is called with, at once or later, on the same thread. No allocation: the state lies
// in the awaiting frame. Either side may end first: a completion whose frame is gone does nothing, a completion
// dropped uncalled leaves the frame suspended for its owner to destroy.
#include <coroutine>
#include <optional>
#include <utility>

#include "base/assert.hpp"
#include "base/cancel.hpp"
#include "base/result.hpp"

namespace bedplate {

template <class T>
class LeafState;

/// The right to resume one waiting coroutine, once. Moved, never copied; one thread.
template <class T>
class Completion {
 public:
  Completion() = default;
  Completion(Completion&& other) noexcept : state_(std::exchange(other.state_, nullptr)) { relink(); }
  Completion& operator=(Completion&& other) noexcept {
    if (this == &other) return *this;
    unlink();
    state_ = std::exchange(other.state_, nullptr);
    relink();
    return *this;
  }
  ~Completion() { unlink(); }

  /// Someone still waits.
  explicit operator bool() const { return state_ != nullptr; }
  /// Resumes the coroutine on this stack; anything may be destroyed when it returns. Nothing if nobody waits.
  void operator()(Result<T> result);

 private:
  friend class LeafState<T>;
  explicit Completion(LeafState<T>* state) : state_(state) { relink(); }
  void relink();
  void unlink();
  LeafState<T>* state_ = nullptr;
};

template <class T>
class LeafState {
 public:
  LeafState() = default;
  LeafState(const LeafState&) = delete;
  LeafState& operator=(const LeafState&) = delete;
  ~LeafState() { disown(); }

 protected:
  Completion<T> completion() { return Completion<T>(this); }
  bool has_result() const { return result_.has_value(); }
  void suspended(std::coroutine_handle<> awaiter) { awaiter_ = awaiter; }
  /// From here on the completion does nothing.
  void disown() {
    if (owner_) std::exchange(owner_, nullptr)->state_ = nullptr;
  }
  void finish(Result<T> result) {
    disown();
    result_.emplace(std::move(result));
    if (awaiter_) std::exchange(awaiter_, {}).resume();
  }
  Result<T> take() { return *std::move(result_); }

 private:
  friend class Completion<T>;
  Completion<T>* owner_ = nullptr;
  std::coroutine_handle<> awaiter_;  // null while start() runs: a completion then is not a resumption
  std::optional<Result<T>> result_;
};

template <class T>
void Completion<T>::operator()(Result<T> result) {
  if (state_) state_->finish(std::move(result));
}
template <class T>
void Completion<T>::relink() {
  if (state_) state_->owner_ = this;
}
template <class T>
void Completion<T>::unlink() {
  if (state_) std::exchange(state_, nullptr)->owner_ = nullptr;
}

/// What `leaf` without a cancel function does: the wait ends at once, the operation's completion comes to nothing.
/// Right for waits (timers, queues, locks); wrong where the operation still uses the frame's memory.
struct Abandon {};

template <class T, class Start, class Cancel>
class [[nodiscard]] Leaf final : private LeafState<T>, private CancelHook {
 public:
  Leaf(CancelToken token, Start start, Cancel cancel)
      : token_(token), start_(std::move(start)), cancel_(std::move(cancel)) {}

  bool await_ready() {
    if (!token_.requested()) return false;
    this->finish(cancelled());
    return true;
  }
  bool await_suspend(std::coroutine_handle<> awaiter) {
    start_(this->completion());
    if (this->has_result()) return false;
    // start() itself may have led to the cancellation.
    if (token_.requested()) {
      on_cancel();
      if (this->has_result()) return false;
    } else {
      listen(token_);
    }
    this->suspended(awaiter);
    return true;
  }
  Result<T> await_resume() {
    forget();
    return this->take();
  }

 private:
  static Result<T> cancelled() { return failure(Reason::kCancelled, "the operation was cancelled"); }
  void on_cancel() override {
    if constexpr (std::is_same_v<Cancel, Abandon>)
      this->finish(cancelled());
    else
      std::exchange(cancel_, std::nullopt).value()();  // out of the frame, which it may end
  }

  CancelToken token_;
  Start start_;
  std::optional<Cancel> cancel_;
};

/// Waits for `start(Completion<T>)` to be completed; a cancelled token ends the wait with kCancelled at once.
template <class T, class Start>
auto leaf(CancelToken token, Start start) {
  return Leaf<T, Start, Abandon>(token, std::move(start), Abandon{});
}
/// The same, but a cancelled token calls `cancel()`, which asks the operation to complete soon, and the wait goes on
/// until it has. For operations that hold pointers into the frame.
template <class T, class Start, class Cancel>
auto leaf(CancelToken token, Start start, Cancel cancel) {
  return Leaf<T, Start, Cancel>(token, std::move(start), std::move(cancel));
}

}  // namespace bedplate
