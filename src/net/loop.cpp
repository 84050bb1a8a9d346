// epoll, level-triggered. Why not Asio's reactor underneath: docs/adr/0004-event-loop.md.
#include "net/loop.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <vector>

#include "base/assert.hpp"
#include "net/descriptor.hpp"
#include "net/wheel.hpp"

namespace bedplate::net {
namespace {

std::unexpected<Error> system_failure(const char* call) {
  return failure(Error(Reason::kUnavailable, "The event loop could not be set up")
                     .caused_by(std::string(call) + ": " + std::strerror(errno)));
}

std::uint32_t bits_of(Interest interest) {
  return (interest.read ? std::uint32_t{EPOLLIN | EPOLLRDHUP} : 0u) | (interest.write ? std::uint32_t{EPOLLOUT} : 0u);
}

std::int64_t coarse_unix_seconds() {
  timespec time{};
  clock_gettime(CLOCK_REALTIME_COARSE, &time);
  return time.tv_sec;
}

}  // namespace

struct Loop::State {
  static constexpr int kBatch = 256;

  Descriptor epoll;
  Descriptor wake;
  std::atomic<bool> stopping = false;

  std::mutex mutex;
  std::vector<Callback> posted;  // guarded by mutex
  bool woken = false;            // guarded by mutex: a wake-up is already on its way

  std::vector<Callback> running;
  std::vector<Callback> deferred;
  std::vector<TurnWork*> works;
  std::vector<TurnHook*> hooks;
  std::array<epoll_event, kBatch> events;
  int event = 0;
  int event_count = 0;
  bool crowded = false;
  bool more_work = false;  // some work has more to do
  TimePoint now = std::chrono::steady_clock::now();
  std::int64_t unix_seconds = coarse_unix_seconds();
  std::uint64_t turn = 0;
  Wheel wheel{now};

  void read_clocks() {
    now = std::chrono::steady_clock::now();
    unix_seconds = coarse_unix_seconds();
  }
  int timeout(Duration at_most) const {
    if (!deferred.empty() || more_work || stopping.load(std::memory_order_relaxed)) return 0;
    Duration wait = at_most;
    const TimePoint from = std::chrono::steady_clock::now();
    if (const auto next = wheel.next()) wait = std::min(wait, *next > from ? *next - from : Duration::zero());
    if (wait > std::chrono::hours(1)) return wheel.next() || at_most != Duration::max() ? 3'600'000 : -1;
    return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(wait).count());
  }
  void take_posted() {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto size = ::read(wake.get(), &count, sizeof count);
    {
      const std::lock_guard lock(mutex);
      running.swap(posted);
      woken = false;
    }
    for (auto& work : running) work();
    running.clear();
  }
  void dispatch() {
    for (event = 0; event < event_count; ++event) {
      const epoll_event& one = events[static_cast<std::size_t>(event)];
      auto* watcher = static_cast<Watcher*>(one.data.ptr);
      if (watcher == nullptr) continue;
      if (one.data.ptr == this) {
        take_posted();
        continue;
      }
      const bool hangup = (one.events & (EPOLLHUP | EPOLLERR)) != 0;
      const bool ended = (one.events & EPOLLRDHUP) != 0;
      watcher->on_ready({.readable = hangup || ended || (one.events & EPOLLIN) != 0,
                         .writable = (one.events & EPOLLOUT) != 0,
                         .hangup = hangup,
                         .ended = ended});
    }
    event_count = 0;
  }
  void end_turn() {
    more_work = false;
    for (std::size_t i = 0; i < works.size(); ++i) more_work |= works[i]->slice_();
    // What a deferred function defers runs in this turn too; hooks may defer for the next.
    for (std::size_t i = 0; i < deferred.size(); ++i) {
      auto work = std::move(deferred[i]);
      work();
    }
    deferred.clear();
    for (std::size_t i = 0; i < hooks.size(); ++i) hooks[i]->at_end_();
  }
};

Loop::Loop(std::unique_ptr<State> state) : state_(std::move(state)) {}
Loop::~Loop() { BP_ASSERT(state_->hooks.empty() && state_->works.empty()); }

Result<std::unique_ptr<Loop>> Loop::create() {
  auto state = std::make_unique<State>();
  state->epoll = Descriptor(epoll_create1(EPOLL_CLOEXEC));
  if (!state->epoll) return system_failure("epoll_create1");
  state->wake = Descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!state->wake) return system_failure("eventfd");
  epoll_event event{.events = EPOLLIN, .data = {.ptr = state.get()}};
  if (epoll_ctl(state->epoll.get(), EPOLL_CTL_ADD, state->wake.get(), &event) != 0) return system_failure("epoll_ctl");
  return std::unique_ptr<Loop>(new Loop(std::move(state)));
}

void Loop::run() {
  while (!state_->stopping.load(std::memory_order_relaxed)) run_turn(Duration::max());
  state_->stopping = false;
}

void Loop::run_turn(Duration at_most) {
  State& state = *state_;
  const int count = epoll_wait(state.epoll.get(), state.events.data(), State::kBatch, state.timeout(at_most));
  state.read_clocks();
  ++state.turn;
  state.event_count = std::max(count, 0);
  state.crowded = count == State::kBatch;
  state.dispatch();
  state.wheel.advance(state.now);
  state.end_turn();
}

void Loop::stop() {
  state_->stopping = true;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto size = ::write(state_->wake.get(), &one, sizeof one);
}

void Loop::post(Callback work) {
  bool wake = false;
  {
    const std::lock_guard lock(state_->mutex);
    state_->posted.push_back(std::move(work));
    wake = !std::exchange(state_->woken, true);
  }
  if (!wake) return;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto size = ::write(state_->wake.get(), &one, sizeof one);
}

void Loop::defer(Callback work) { state_->deferred.push_back(std::move(work)); }

Result<> Loop::watch(int descriptor, Interest interest, Watcher& watcher) {
  epoll_event event{.events = bits_of(interest), .data = {.ptr = &watcher}};
  if (epoll_ctl(state_->epoll.get(), EPOLL_CTL_ADD, descriptor, &event) == 0) return {};
  return failure(Error(Reason::kOverloaded, "The server cannot watch another connection")
                     .caused_by(std::string("epoll_ctl: ") + std::strerror(errno)));
}

void Loop::change(int descriptor, Interest interest, Watcher& watcher) {
  epoll_event event{.events = bits_of(interest), .data = {.ptr = &watcher}};
  BP_ASSERT(epoll_ctl(state_->epoll.get(), EPOLL_CTL_MOD, descriptor, &event) == 0);
}

void Loop::unwatch(int descriptor, Watcher& watcher) {
  epoll_event event{};
  epoll_ctl(state_->epoll.get(), EPOLL_CTL_DEL, descriptor, &event);
  // Events of this turn that were already fetched must not reach a watcher that may be gone.
  for (int i = state_->event + 1; i < state_->event_count; ++i) {
    epoll_event& event_of_turn = state_->events[static_cast<std::size_t>(i)];  // packed: its members bind no reference
    if (event_of_turn.data.ptr == &watcher) event_of_turn.data.ptr = nullptr;
  }
}

TimePoint Loop::now() const { return state_->now; }
std::int64_t Loop::unix_seconds() const { return state_->unix_seconds; }
TimePoint Loop::read_clock() const { return std::chrono::steady_clock::now(); }
bool Loop::crowded() const { return state_->crowded; }
std::uint64_t Loop::turn() const { return state_->turn; }

void Timer::arm(TimePoint deadline) { loop_.state_->wheel.arm(*this, deadline); }
void Timer::cancel() { loop_.state_->wheel.cancel(*this); }

TurnHook::TurnHook(Loop& loop, std::move_only_function<void()> at_end) : loop_(loop), at_end_(std::move(at_end)) {
  loop_.state_->hooks.push_back(this);
}
TurnWork::TurnWork(Loop& loop, std::move_only_function<bool()> slice) : loop_(loop), slice_(std::move(slice)) {
  loop_.state_->works.push_back(this);
}
TurnWork::~TurnWork() { std::erase(loop_.state_->works, this); }

TurnHook::~TurnHook() { std::erase(loop_.state_->hooks, this); }

}  // namespace bedplate::net
