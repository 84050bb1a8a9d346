#include "net/loop.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>

#include "net/descriptor.hpp"
#include "net/loops.hpp"
#include "net/wheel.hpp"

namespace bedplate::net {
namespace {

using std::chrono::milliseconds;

std::unique_ptr<Loop> make_loop() { return std::move(Loop::create()).value(); }

TEST(Loop, RunsPostedWorkInOrderFromOtherThreads) {
  auto loop = make_loop();
  std::vector<int> seen;
  std::thread other([&] {
    for (int i = 0; i < 100; ++i) loop->post([&seen, i] { seen.push_back(i); });
    loop->post([&] { loop->stop(); });
  });
  loop->run();
  other.join();
  ASSERT_EQ(seen.size(), 100u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST(Loop, EndsEachTurnWithDeferredWorkThenHooks) {
  auto loop = make_loop();
  std::string order;
  TurnHook hook(*loop, [&] { order += 'h'; });
  loop->post([&] {
    order += 'p';
    loop->defer([&] {
      order += 'd';
      loop->defer([&] { order += 'e'; });
    });
  });
  loop->run_turn(milliseconds(100));
  EXPECT_EQ(order, "pdeh");
}

TEST(Loop, DoesASliceOfWorkATurnAndDoesNotWaitBetween) {
  auto loop = make_loop();
  std::string order;
  int left = 0;
  TurnWork work(*loop, [&] {
    if (left == 0) return false;
    order += 'w';
    return --left > 0;
  });
  TurnHook hook(*loop, [&] { order += 'h'; });
  loop->post([&] {
    left = 3;
    loop->defer([&] { order += 'd'; });
  });
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 3; ++i) loop->run_turn(std::chrono::seconds(10));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  EXPECT_EQ(order, "wdhwhwh");
}

TEST(Loop, FiresTimersInTimeAndNotBefore) {
  auto loop = make_loop();
  const auto start = std::chrono::steady_clock::now();
  Timer late(*loop, [&] { loop->stop(); });
  bool cancelled_fired = false;
  Timer cancelled(*loop, [&] { cancelled_fired = true; });
  cancelled.arm(start + milliseconds(5));
  late.arm(start + milliseconds(30));
  cancelled.cancel();
  loop->run();
  const auto took = std::chrono::steady_clock::now() - start;
  EXPECT_GE(took, milliseconds(30));
  EXPECT_LT(took, milliseconds(300));
  EXPECT_FALSE(cancelled_fired);
}

struct OneShot final : Watcher {
  std::function<void(Ready)> run;
  void on_ready(Ready ready) override { run(ready); }
};

TEST(Loop, AWatcherMayEndAnotherThatIsReadyInTheSameTurn) {
  auto loop = make_loop();
  int pairs[2][2];
  std::vector<Descriptor> open;
  for (auto& pair : pairs) {
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    open.emplace_back(pair[0]);
    open.emplace_back(pair[1]);
    ASSERT_EQ(write(pair[1], "x", 1), 1);
  }
  OneShot first;
  OneShot second;
  int calls = 0;
  first.run = [&](Ready) {
    ++calls;
    loop->unwatch(pairs[1][0], second);
    loop->unwatch(pairs[0][0], first);
  };
  second.run = [&](Ready) {
    ++calls;
    loop->unwatch(pairs[0][0], first);
    loop->unwatch(pairs[1][0], second);
  };
  ASSERT_TRUE(loop->watch(pairs[0][0], {.read = true}, first));
  ASSERT_TRUE(loop->watch(pairs[1][0], {.read = true}, second));
  loop->run_turn(milliseconds(100));
  loop->run_turn(milliseconds(1));
  EXPECT_EQ(calls, 1);
}

TEST(Loop, TellsAHangUp) {
  auto loop = make_loop();
  int pair[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
  Descriptor mine(pair[0]);
  Descriptor other(pair[1]);
  OneShot watcher;
  bool hangup = false;
  watcher.run = [&](Ready ready) { hangup = ready.hangup && ready.readable; };
  ASSERT_TRUE(loop->watch(mine.get(), {}, watcher));
  other.reset();
  loop->run_turn(milliseconds(100));
  EXPECT_TRUE(hangup);
  loop->unwatch(mine.get(), watcher);
}

TEST(Wheel, KeepsManyDeadlinesOverRoundsAndMoves) {
  auto loop = make_loop();
  const TimePoint start{};
  Wheel wheel(start);
  struct Entry {
    std::unique_ptr<Timer> timer;
    TimePoint due;
    TimePoint fired;
  };
  std::vector<Entry> entries(500);
  TimePoint now = start;
  std::uint32_t seed = 1;
  const auto random = [&](std::uint32_t below) { return (seed = seed * 1664525u + 1013904223u) % below; };
  for (auto& entry : entries) {
    entry.timer = std::make_unique<Timer>(*loop, [&entry, &now] { entry.fired = now; });
    wheel.arm(*entry.timer, start + milliseconds(1 + random(20'000)));
    entry.due = start + milliseconds(1 + random(20'000));
    wheel.arm(*entry.timer, entry.due);
  }
  while (now < start + std::chrono::seconds(21)) {
    now += milliseconds(1 + random(40));
    wheel.advance(now);
  }
  for (const auto& entry : entries) {
    EXPECT_GE(entry.fired, entry.due);
    EXPECT_LT(entry.fired, entry.due + milliseconds(50));
  }
  EXPECT_EQ(wheel.next(), std::nullopt);
}

TEST(Wheel, ACallbackMayDestroyItsNeighbours) {
  auto loop = make_loop();
  std::vector<std::unique_ptr<Timer>> neighbours;
  int fired = 0;
  Timer killer(*loop, [&] {
    neighbours.clear();
    loop->stop();
  });
  const TimePoint due = loop->now() + milliseconds(8);
  for (int i = 0; i < 8; ++i) neighbours.emplace_back(std::make_unique<Timer>(*loop, [&] { ++fired; }))->arm(due);
  killer.arm(due);  // a slot fires the newest first
  loop->run();
  EXPECT_EQ(fired, 0);
}

TEST(Loops, RunOneThreadEachAndStopOnASignal) {
  auto loops = std::move(Loops::create(2)).value();
  std::atomic<int> ran = 0;
  int signal = 0;
  loops->on_signal([&](int number) {
    signal = number;
    loops->stop();
  });
  loops->post_all([&](Loop&, std::size_t) {
    if (++ran == 2) kill(getpid(), SIGTERM);
  });
  loops->run();
  EXPECT_EQ(ran, 2);
  EXPECT_EQ(signal, SIGTERM);
}

}  // namespace
}  // namespace bedplate::net
