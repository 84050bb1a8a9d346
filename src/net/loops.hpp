#pragma once
// Loops: a loop a thread, and the process's signals. The caller's thread runs loop 0. SIGTERM, SIGINT and SIGHUP are
// blocked for the process from create() on and delivered as a callback on loop 0; the mask is restored at the end.
// Create it before other threads. Lifetime: outlives all that lives on its loops.
#include <csignal>
#include <memory>
#include <vector>

#include "net/descriptor.hpp"
#include "net/loop.hpp"

namespace bedplate::net {

class Loops {
 public:
  static Result<std::unique_ptr<Loops>> create(std::size_t count);
  ~Loops();
  Loops(const Loops&) = delete;
  Loops& operator=(const Loops&) = delete;

  std::size_t size() const { return loops_.size(); }
  Loop& at(std::size_t index) { return *loops_[index]; }
  /// SIGTERM, SIGINT or SIGHUP; on loop 0. Without it a signal calls stop().
  void on_signal(std::move_only_function<void(int)> handler) { on_signal_ = std::move(handler); }
  /// Runs until stop(); joins the other threads before it returns.
  void run();
  /// From any thread.
  void stop();
  /// Runs `work` once on every loop, on its own thread; from any thread.
  void post_all(const std::function<void(Loop&, std::size_t)>& work);

 private:
  class SignalWatcher;
  Loops();

  std::vector<std::unique_ptr<Loop>> loops_;
  Descriptor signals_;
  sigset_t former_mask_{};
  std::unique_ptr<SignalWatcher> watcher_;
  std::move_only_function<void(int)> on_signal_;
};

}  // namespace bedplate::net
