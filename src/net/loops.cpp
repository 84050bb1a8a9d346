#include "net/loops.hpp"

#include <cerrno>
#include <cstring>
#include <sys/signalfd.h>
#include <thread>

#include "base/assert.hpp"

namespace bedplate::net {

class Loops::SignalWatcher final : public Watcher {
 public:
  explicit SignalWatcher(Loops& loops) : loops_(loops) {}
  void on_ready(Ready) override {
    signalfd_siginfo info{};
    while (::read(loops_.signals_.get(), &info, sizeof info) == sizeof info) {
      if (loops_.on_signal_) {
        loops_.on_signal_(static_cast<int>(info.ssi_signo));
      } else {
        loops_.stop();
      }
    }
  }

 private:
  Loops& loops_;
};

Loops::Loops() : watcher_(std::make_unique<SignalWatcher>(*this)) {}

Result<std::unique_ptr<Loops>> Loops::create(std::size_t count) {
  BP_ASSERT(count > 0);
  std::unique_ptr<Loops> loops(new Loops);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &set, &loops->former_mask_);
  loops->signals_ = Descriptor(signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!loops->signals_)
    return failure(Error(Reason::kUnavailable, "The event loops could not be set up")
                       .caused_by(std::string("signalfd: ") + std::strerror(errno)));
  for (std::size_t i = 0; i < count; ++i) {
    BP_TRY(auto loop, Loop::create());
    loops->loops_.push_back(std::move(loop));
  }
  BP_TRY_VOID(loops->at(0).watch(loops->signals_.get(), {.read = true}, *loops->watcher_));
  return loops;
}

Loops::~Loops() {
  if (signals_ && !loops_.empty()) loops_[0]->unwatch(signals_.get(), *watcher_);
  pthread_sigmask(SIG_SETMASK, &former_mask_, nullptr);
}

void Loops::run() {
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < loops_.size(); ++i) threads.emplace_back([loop = loops_[i].get()] { loop->run(); });
  loops_[0]->run();
}

void Loops::stop() {
  for (auto& loop : loops_) loop->stop();
}

void Loops::post_all(const std::function<void(Loop&, std::size_t)>& work) {
  for (std::size_t i = 0; i < loops_.size(); ++i) {
    loops_[i]->post([work, loop = loops_[i].get(), i] { work(*loop, i); });
  }
}

}  // namespace bedplate::net
