#include "store/fair_queue.hpp"

#include <gtest/gtest.h>
#include <map>
#include <string>

namespace bedplate::store {
namespace {

struct Job {
  std::shared_ptr<Job> next;
  std::uint64_t caller = 0;
  std::int64_t queued_at = 0;
  int number = 0;
};

constexpr FairLimits kLimits{.places = 64, .own = {.target = 100'000, .interval = 100'000}, .longest = 1'000'000};

struct Simulated {
  FairQueue<Job> queue{kLimits};
  std::int64_t now = 0;
  std::map<std::uint64_t, int> refused, served;
  std::map<std::uint64_t, std::int64_t> longest;

  std::shared_ptr<Job> arrive(std::uint64_t caller, int number = 0) {
    auto job = std::make_shared<Job>();
    job->caller = caller;
    job->queued_at = now;
    job->number = number;
    if (!queue.refusal(caller, now).empty()) {
      ++refused[caller];
      return nullptr;
    }
    queue.push(job);
    return job;
  }
  void serve() {
    if (queue.empty()) return;
    const auto job = queue.pop(now);
    ++served[job->caller];
    longest[job->caller] = std::max(longest[job->caller], now - job->queued_at);
  }
};

TEST(FairQueue, CallersTakeTurnsEachInItsOwnOrder) {
  Simulated lane;
  for (int i = 0; i < 4; ++i) lane.arrive(1, i);
  for (int i = 0; i < 2; ++i) lane.arrive(2, i);
  std::string order;
  while (!lane.queue.empty()) {
    const auto job = lane.queue.pop(lane.now);
    order += std::to_string(job->caller) + std::to_string(job->number) + " ";
  }
  EXPECT_EQ(order, "10 20 11 21 12 13 ");
}

TEST(FairQueue, Threat139_OneCallerFillsHalfOfThePlacesAndMakesOthersWaitForOne) {
  Simulated lane;
  for (int i = 0; i < 100; ++i) lane.arrive(1);
  EXPECT_EQ(lane.queue.size(), 32u);
  EXPECT_TRUE(lane.arrive(2));
  for (int i = 0; i < 2; ++i) lane.serve();
  EXPECT_EQ(lane.served[2], 1);
  for (int i = 0; i < 100; ++i) lane.arrive(2);
  EXPECT_EQ(lane.queue.size(), 31u + 17u);  // as many more as there are places left
  for (int i = 0; i < 100; ++i) lane.arrive(0);
  EXPECT_EQ(lane.queue.size(), 64u);
}

TEST(FairQueue, Threat138_UnderTenTimesTheWorkEachIsServedSoonOrRefusedAtOnceAndNobodysTurnIsLost) {
  Simulated lane;
  for (; lane.now < 20'000'000; lane.now += 1000) {  // one each 2 ms by 1, one each 100 ms by 2; one each 20 ms is done
    if (lane.now % 2000 == 0) lane.arrive(1);
    if (lane.now % 100'000 == 0) lane.arrive(2);
    if (lane.now % 20'000 == 0) lane.serve();
    if (lane.now == 5'000'000) lane.longest.clear();
  }
  EXPECT_GE(lane.served[1] + lane.served[2], 999);
  EXPECT_EQ(lane.refused[2], 0);
  EXPECT_GE(lane.served[2], 199);
  EXPECT_LE(lane.longest[2], 40'000);
  EXPECT_LE(lane.longest[1], 2 * kLimits.own.target);
}

TEST(FairQueue, WhoLeavesIsForgottenWhereverItWaits) {
  Simulated lane;
  std::vector<std::shared_ptr<Job>> jobs;
  for (int i = 0; i < 6; ++i) jobs.push_back(lane.arrive(static_cast<std::uint64_t>(1 + i % 2), i));
  for (const int i : {4, 1, 3, 5}) EXPECT_TRUE(lane.queue.remove(*jobs[static_cast<std::size_t>(i)]));
  EXPECT_FALSE(lane.queue.remove(*jobs[1]));
  jobs.push_back(lane.arrive(2, 6));
  jobs.push_back(lane.arrive(1, 7));
  std::string order;
  while (!lane.queue.empty()) order += std::to_string(lane.queue.pop(lane.now)->number) + " ";
  EXPECT_EQ(order, "0 6 2 7 ");
  EXPECT_EQ(jobs[4].use_count(), 1);
}

}  // namespace
}  // namespace bedplate::store
