#include "http/backlog.hpp"

#include <deque>
#include <gtest/gtest.h>
#include <map>
#include <vector>

#include "http/refusals.hpp"

namespace bedplate::http {
namespace {

using net::TimePoint;
using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr std::uint64_t kGreedy = 1, kModest = 2;

struct Waiting : Backlog::Entry {
  std::uint64_t caller = 0;
  microseconds work{};
};

/// A loop that does nothing but answer, by a clock of its own.
struct Simulated {
  Backlog backlog;
  TimePoint now{std::chrono::hours(1)};
  std::deque<Waiting> entries;
  std::map<std::uint64_t, std::vector<microseconds>> waits;
  std::map<std::uint64_t, int> refused;

  void arrive(std::uint64_t caller, microseconds work) {
    Waiting& entry = entries.emplace_back();
    entry.caller = caller;
    entry.work = work;
    if (!backlog.add(entry, caller, now)) ++refused[caller];
  }
  bool serve() {
    auto* entry = static_cast<Waiting*>(backlog.take(now));
    if (!entry) return false;
    waits[entry->caller].push_back(std::chrono::duration_cast<microseconds>(now - entry->since));
    now += entry->work;
    backlog.charge(entry->work);
    return true;
  }
};

TEST(Backlog, Threat125_DrainingItRefusesNobodyForTheTimeItTakes) {
  Simulated busy, draining;
  draining.backlog.drain();
  for (Simulated* loop : {&busy, &draining}) {
    for (int i = 0; i < 1000; ++i) {
      loop->arrive(kGreedy, milliseconds(2));
      if (i % 10 == 0) loop->serve();
    }
    while (loop->serve()) {
    }
  }
  EXPECT_GT(busy.refused[kGreedy], 0);
  EXPECT_EQ(draining.refused[kGreedy], 0);
}

TEST(Backlog, OneCallersRequestsKeepTheirOrder) {
  Simulated loop;
  for (int i = 0; i < 5; ++i) loop.arrive(kGreedy, microseconds(100 + i));
  std::vector<microseconds> order;
  while (auto* entry = static_cast<Waiting*>(loop.backlog.take(loop.now))) {
    order.push_back(entry->work);
    loop.backlog.charge(entry->work);
  }
  EXPECT_TRUE(std::ranges::is_sorted(order));
  EXPECT_EQ(order.size(), 5u);
  EXPECT_TRUE(loop.backlog.empty());
}

TEST(Backlog, Threat139_WhoAsksLittleWaitsForNoneOfAHundredTimesAsMuch) {
  Simulated loop;
  for (int i = 0; i < 200; ++i) loop.arrive(kGreedy, microseconds(500));
  for (int i = 0; i < 100; ++i) {
    loop.arrive(kModest, microseconds(15));
    for (int k = 0; k < 4; ++k) {
      loop.serve();
      loop.arrive(kGreedy, microseconds(500));
    }
  }
  ASSERT_EQ(loop.waits[kModest].size(), 100u);
  EXPECT_LE(std::ranges::max(loop.waits[kModest]), milliseconds(2));
}

TEST(Backlog, TurnsAreByTimeNotByNumber) {
  Simulated loop;
  for (int i = 0; i < 300; ++i) {
    loop.arrive(kGreedy, microseconds(500));
    loop.arrive(kModest, microseconds(50));
  }
  const TimePoint end = loop.now + milliseconds(20);
  while (loop.now < end) loop.serve();
  const auto greedy = loop.waits[kGreedy].size() * 500, modest = loop.waits[kModest].size() * 50;
  EXPECT_NEAR(static_cast<double>(greedy) / static_cast<double>(greedy + modest), 0.5, 0.06);
}

TEST(Backlog, Threat138_UnderTenTimesTheLoadTheLoopWorksOnAndWhoIsRefusedIsToldAtOnce) {
  Simulated loop;
  const TimePoint begin = loop.now;
  int served = 0, come = 0;
  while (loop.now < begin + std::chrono::seconds(2)) {
    // One each 10 µs comes, one each 100 µs can be done.
    for (; come < (loop.now - begin) / microseconds(10); ++come) loop.arrive(kGreedy, microseconds(100));
    if (loop.serve()) {
      ++served;
    } else {
      loop.now += microseconds(10);
    }
  }
  EXPECT_GE(served, 19'900);
  EXPECT_GT(loop.refused[kGreedy], 0);
  auto& waits = loop.waits[kGreedy];
  EXPECT_LE(std::ranges::max(waits), milliseconds(160));  // the burst that is let in
  std::ranges::sort(waits.begin() + 10'000, waits.end());
  EXPECT_LE(waits[waits.size() - 100], 2 * microseconds(Backlog::kLimits.target));
}

TEST(Backlog, Threat139_OneCallerFillsHalfOfThePlaces) {
  Simulated loop;
  for (std::size_t i = 0; i < Backlog::kMost; ++i) loop.arrive(kGreedy, microseconds(100));
  EXPECT_EQ(loop.backlog.size(), Backlog::kMost / 2);
  loop.arrive(kModest, microseconds(15));
  EXPECT_EQ(loop.refused[kModest], 0);
}

TEST(Backlog, WhoLeavesIsForgotten) {
  Simulated loop;
  for (int i = 0; i < 3; ++i) loop.arrive(kGreedy, microseconds(100));
  loop.arrive(kModest, microseconds(100));
  loop.backlog.remove(loop.entries[1]);
  loop.backlog.remove(loop.entries[3]);
  EXPECT_EQ(loop.backlog.size(), 2u);
  EXPECT_EQ(loop.backlog.take(loop.now), &loop.entries[0]);
  EXPECT_EQ(loop.backlog.take(loop.now), &loop.entries[2]);
  EXPECT_EQ(loop.backlog.take(loop.now), nullptr);
}

TEST(Refusals, Threat138_WhoAsksAgainAtOnceRestsAndNoLongerThanTold) {
  Refusals refusals;
  TimePoint now{std::chrono::hours(1)};
  std::vector<Refusals::Entry> connections(5000);
  int given = 0;
  const auto give = [&](Refusals::Entry& connection) {
    ++given;
    refusals.given(connection, now);
  };
  for (auto& connection : connections) give(connection);
  EXPECT_EQ(std::ranges::count(connections, true, &Refusals::Entry::rests), 5000 - Refusals::kAtOnce);
  given = 0;
  for (int i = 0; i < 240; ++i) {  // all of them ask again whenever they are read
    now += milliseconds(4);
    while (auto* connection = refusals.next(now)) give(*connection);
    for (int k = 0; k < Refusals::kAtOnce; ++k)
      if (!connections[static_cast<std::size_t>(k)].rests) give(connections[static_cast<std::size_t>(k)]);
  }
  EXPECT_LE(given, 2000);
  for (auto& connection : connections)
    if (connection.rests) EXPECT_LE(connection.until, now + Refusals::kLongest);
}

TEST(Refusals, AFewLetNobodyRest) {
  Refusals refusals;
  TimePoint now{std::chrono::hours(1)};
  Refusals::Entry connection;
  for (int i = 0; i < 1000; ++i) {
    refusals.given(connection, now += milliseconds(2));
    EXPECT_FALSE(connection.rests);
  }
  EXPECT_FALSE(refusals.any());
}

}  // namespace
}  // namespace bedplate::http
