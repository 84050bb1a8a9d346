#pragma once
// Cooperative cancellation: a CancelSource is asked once, its CancelHooks are called once each, latest first.
// A CancelToken is the right to listen, copied freely, valid while its source lives; a default one never cancels.
// One thread (the loop's). A hook may resume coroutines that destroy other hooks, or the source itself.
#include "base/assert.hpp"

namespace bedplate {

class CancelSource;

class CancelToken {
 public:
  constexpr CancelToken() = default;
  bool requested() const;

 private:
  friend class CancelSource;
  friend class CancelHook;
  explicit constexpr CancelToken(CancelSource* source) : source_(source) {}
  CancelSource* source_ = nullptr;
};

/// Listens from construction (or `listen`) until it is called or destroyed. Intrusive: no allocation.
class CancelHook {
 public:
  CancelHook() = default;
  CancelHook(const CancelHook&) = delete;
  CancelHook& operator=(const CancelHook&) = delete;
  /// The token must not be requested yet.
  void listen(CancelToken token);
  void forget() {
    if (!previous_) return;
    *previous_ = next_;
    if (next_) next_->previous_ = previous_;
    previous_ = nullptr;
  }

 protected:
  ~CancelHook() { forget(); }
  virtual void on_cancel() = 0;

 private:
  friend class CancelSource;
  CancelHook** previous_ = nullptr;  // what points here; null when not listening
  CancelHook* next_ = nullptr;
};

class CancelSource {
 public:
  CancelSource() = default;
  CancelSource(const CancelSource&) = delete;
  CancelSource& operator=(const CancelSource&) = delete;
  /// No hook may listen any more.
  ~CancelSource() {
    BP_ASSERT(first_ == nullptr);
    if (destroyed_) *destroyed_ = true;
  }

  CancelToken token() { return CancelToken(this); }
  bool requested() const { return requested_; }
  /// Calls every hook, on this stack. Again: nothing.
  void cancel() {
    if (requested_) return;
    requested_ = true;
    bool destroyed = false;
    destroyed_ = &destroyed;
    while (!destroyed && first_) {
      CancelHook* hook = first_;
      hook->forget();
      hook->on_cancel();
    }
    if (!destroyed) destroyed_ = nullptr;
  }

 private:
  friend class CancelHook;
  CancelHook* first_ = nullptr;
  bool* destroyed_ = nullptr;
  bool requested_ = false;
};

inline bool CancelToken::requested() const { return source_ && source_->requested(); }

inline void CancelHook::listen(CancelToken token) {
  forget();
  if (!token.source_) return;
  BP_ASSERT(!token.requested());
  previous_ = &token.source_->first_;
  next_ = token.source_->first_;
  if (next_) next_->previous_ = &next_;
  token.source_->first_ = this;
}

}  // namespace bedplate
