#include "base/sojourn.hpp"

#include <deque>
#include <gtest/gtest.h>

namespace bedplate {
namespace {

constexpr Sojourn::Limits kLimits{.target = 20'000, .interval = 100'000};

/// A queue of one server: each takes `work` µs.
struct Queue {
  Sojourn sojourn;
  std::deque<std::int64_t> waiting;
  int served = 0, refused = 0;
  std::int64_t longest = 0;

  void arrive(std::int64_t now) {
    if (!waiting.empty() && sojourn.refuses(waiting.size(), now - waiting.front(), kLimits)) {
      ++refused;
    } else {
      waiting.push_back(now);
    }
  }
  void serve(std::int64_t now) {
    if (waiting.empty()) return;
    const std::int64_t waited = now - waiting.front();
    waiting.pop_front();
    longest = std::max(longest, waited);
    sojourn.taken(waited, now, waiting.empty(), kLimits);
    ++served;
  }
};

TEST(Sojourn, ABurstIsServedWhole) {
  Queue queue;
  for (int i = 0; i < 90; ++i) queue.arrive(0);
  for (std::int64_t now = 1000; !queue.waiting.empty(); now += 1000) {
    queue.serve(now);
    if (now % 10'000 == 0) queue.arrive(now);
  }
  EXPECT_EQ(queue.refused, 0);
  EXPECT_GE(queue.longest, 90'000);
}

TEST(Sojourn, Threat138_UnderTenTimesTheLoadThoseLetInWaitAboutTheTargetAndNoTurnIsLost) {
  Queue queue;
  std::int64_t settled = 0;
  for (std::int64_t now = 0; now < 5'000'000; now += 100) {  // one each 100 µs comes, one each 1000 µs goes
    queue.arrive(now);
    if (now % 1000 == 0) queue.serve(now);
    if (now == 2'500'000) settled = std::exchange(queue.longest, 0);
  }
  EXPECT_GE(queue.served, 4990);
  EXPECT_GT(settled, 0);
  EXPECT_LE(queue.longest, 2 * kLimits.target);
}

TEST(Sojourn, RefusesWhileNothingIsTakenAndForgetsOnceTheQueueDrains) {
  Queue queue;
  queue.arrive(0);
  queue.arrive(110'000);
  EXPECT_EQ(queue.refused, 0);
  queue.arrive(121'000);
  EXPECT_EQ(queue.refused, 1);
  for (std::int64_t now = 130'000; !queue.waiting.empty(); now += 1000) queue.serve(now);
  queue.arrive(200'000);
  EXPECT_EQ(queue.refused, 1);
  EXPECT_FALSE(queue.sojourn.refusing());
}

TEST(Sojourn, AMachineThatStoppedForAMomentIsNoOverload) {
  const Sojourn sojourn;
  const Sojourn::Limits limits{.target = 10'000, .interval = 20'000, .stuck = 1'000'000};
  EXPECT_FALSE(sojourn.refuses(1, 900'000, limits));
  EXPECT_TRUE(sojourn.refuses(1, 1'100'000, limits));
}

}  // namespace
}  // namespace bedplate
