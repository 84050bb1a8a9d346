#include "base/task.hpp"

#include <deque>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "base/allocation_probe.hpp"
#include "base/completion.hpp"
#include "base/scope.hpp"

namespace bedplate {
namespace {

// What waits for the outside in these tests: completions held until a test calls or drops them.
using Waiting = std::vector<Completion<int>>;

Task<Result<int>> wait(CancelToken token, Waiting& waiting) {
  co_return co_await leaf<int>(token, [&](Completion<int> completion) { waiting.push_back(std::move(completion)); });
}
Task<Result<int>> nested(CancelToken token, Waiting& waiting, int depth) {
  if (depth == 0) co_return co_await wait(token, waiting);
  BP_CO_TRY(const int below, co_await nested(token, waiting, depth - 1));
  co_return below + 1;
}
Task<int> inline_sum(int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += *co_await leaf<int>({}, [](Completion<int> done) { done(1); });
  co_return sum;
}
Task<int> long_chain(int count) {
  const auto one = []() -> Task<int> { co_return 1; };
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += co_await one();
  co_return sum;
}

TEST(Task, StartsOnlyWhenAwaited) {
  bool started = false;
  const auto body = [&]() -> Task<void> {
    started = true;
    co_return;
  };
  auto task = body();
  EXPECT_FALSE(started);
  run_ready(std::move(task));
  EXPECT_TRUE(started);
}

TEST(Task, PassesErrorsAndValuesUp) {
  Waiting waiting;
  auto good = nested({}, waiting, 5);
  auto bad = nested({}, waiting, 5);
  EXPECT_FALSE(good.start());
  EXPECT_FALSE(bad.start());
  waiting[1](failure(Reason::kNotFound, "gone"));
  waiting[0](37);
  EXPECT_EQ(std::move(good).take().value(), 42);
  EXPECT_EQ(std::move(bad).take().error().reason(), Reason::kNotFound);
}

TEST(Task, NeitherLoopsNorInlineCompletionsGrowTheStack) {
  EXPECT_EQ(run_ready(inline_sum(200'000)), 200'000);
  EXPECT_EQ(run_ready(long_chain(200'000)), 200'000);
}

TEST(Task, ExceptionsReachWhoeverAwaits) {
  const auto thrower = []() -> Task<int> {
    throw std::runtime_error("from a library");
    co_return 0;
  };
  const auto catcher = [&]() -> Task<std::string> {
    try {
      co_await thrower();
    } catch (const std::exception& exception) {
      co_return exception.what();
    }
    co_return "nothing";
  };
  EXPECT_EQ(run_ready(catcher()), "from a library");
}

TEST(Task, EitherSideOfALeafMayEndFirst) {
  Waiting waiting;
  const auto live = FrameCache::live();
  {
    auto task = nested({}, waiting, 3);
    EXPECT_FALSE(task.start());
    EXPECT_TRUE(static_cast<bool>(waiting[0]));
  }
  EXPECT_EQ(FrameCache::live(), live);
  EXPECT_FALSE(static_cast<bool>(waiting[0]));
  waiting[0](1);
  auto task = nested({}, waiting, 3);
  EXPECT_FALSE(task.start());
  waiting.clear();
  EXPECT_FALSE(task.done());
}

TEST(Task, FramesComeFromTheCache) {
  if (!BP_CACHE_FRAMES) GTEST_SKIP();
  const auto request = [] {
    Waiting waiting;
    waiting.reserve(1);
    auto task = nested({}, waiting, 8);
    task.start();
    AllocationProbe probe;
    waiting[0](1);
    return probe.count();
  };
  EXPECT_EQ(request(), 0);
  AllocationProbe probe;
  {
    auto chain = long_chain(1000);
    chain.start();
  }
  EXPECT_LE(probe.count(), 2);
  FrameCache::trim();
  EXPECT_EQ(FrameCache::kept(), 0u);
}

TEST(Task, TenThousandWaitingTasksAreSmall) {
  constexpr int kTasks = 10'000;
  FrameCache::trim();
  Waiting waiting;
  waiting.reserve(kTasks);
  const auto live = FrameCache::live();
  Scope scope;
  AllocationProbe probe;
  for (int i = 0; i < kTasks; ++i) scope.spawn([&waiting]() -> Task<void> { co_await nested({}, waiting, 2); });
  const double each = static_cast<double>(probe.bytes()) / kTasks;
  RecordProperty("bytes_per_waiting_task", static_cast<int>(each));
  EXPECT_LT(each, 2048) << "a handler, three calls deep, and its leaf (at -O0)";
  EXPECT_EQ(scope.running(), static_cast<std::size_t>(kTasks));
  for (auto& one : waiting) one(0);
  EXPECT_EQ(scope.running(), 0u);
  EXPECT_EQ(FrameCache::live(), live);
}

// Every allocation of a small program fails once: whatever the place, it ends cleanly and leaks no frame.
TEST(Task, SurvivesEachFailingAllocation) {
  if (!AllocationProbe::works()) GTEST_SKIP();
  const auto handler = [](CancelToken token, Waiting* waiting) -> Task<void> {
    const auto result = co_await nested(token, *waiting, 4);
    const Result<int> other = failure(Reason::kNotFound, "a text that is too long for a small string");
    EXPECT_NE(result.has_value(), other.has_value());
  };
  const auto program = [&](Waiting& waiting) {
    Scope scope;
    bool spawned = true;
    try {
      scope.spawn(handler, scope.token(), &waiting);
    } catch (const std::bad_alloc&) {
      spawned = false;
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i](1);
    EXPECT_EQ(scope.running(), 0u);
    return spawned && !scope.take_exception();
  };
  const auto live = FrameCache::live();
  bool failed = true;
  int survived = 0;
  for (std::int64_t nth = 1; failed; ++nth) {
    FrameCache::trim();
    Waiting waiting;
    AllocationProbe probe(nth);
    const bool fine = program(waiting);
    failed = probe.failed();
    EXPECT_EQ(fine, !failed);
    if (failed) ++survived;
    waiting.clear();
    ASSERT_EQ(FrameCache::live(), live) << "at allocation " << nth;
    ASSERT_LT(nth, 100);
  }
  EXPECT_GE(survived, 6);
}

}  // namespace
}  // namespace bedplate
