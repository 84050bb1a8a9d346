#include "base/scope.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <thread>
#include <vector>

#include "base/completion.hpp"

namespace bedplate {
namespace {

// A simulated outside: operations complete in random order, and those asked to abort complete later with an error.
struct Outside {
  struct Operation {
    Completion<int> completion;
    int* memory;  // in the waiting frame, as a read's buffer would be
    bool aborted = false;
  };
  std::vector<std::shared_ptr<Operation>> operations;

  void step(std::mt19937_64& random) {
    if (operations.empty()) return;
    std::swap(operations[random() % operations.size()], operations.back());
    const auto operation = std::move(operations.back());
    operations.pop_back();
    if (operation->completion && operation->memory) *operation->memory = 7;
    if (operation->aborted)
      operation->completion(failure(Reason::kCancelled, "aborted"));
    else
      operation->completion(1);
  }
};

struct Tally {
  int values = 0;
  int cancelled = 0;
};

Task<Result<int>> abandonable(CancelToken token, Outside& outside) {
  co_return co_await leaf<int>(token, [&](Completion<int> completion) {
    outside.operations.push_back(std::make_shared<Outside::Operation>(std::move(completion), nullptr));
  });
}
Task<Result<int>> abortable(CancelToken token, Outside& outside) {
  int memory = 0;
  std::shared_ptr<Outside::Operation> operation;
  co_return co_await leaf<int>(
      token,
      [&](Completion<int> completion) {
        operation = std::make_shared<Outside::Operation>(std::move(completion), &memory);
        outside.operations.push_back(operation);
      },
      [&] { operation->aborted = true; });
}
Task<void> worker(CancelToken token, Outside* outside, Tally* tally, std::string text) {
  for (int i = 0; i < 3; ++i) {
    auto result = i % 2 ? co_await abandonable(token, *outside) : co_await abortable(token, *outside);
    ++(result ? tally->values : tally->cancelled);
    EXPECT_TRUE(result || result.error().reason() == Reason::kCancelled);
    if (!result) break;
  }
  EXPECT_EQ(text, "a value that the task owns, too long for a small string");
}

void random_cancels(std::uint64_t seed, int leaves) {
  std::mt19937_64 random(seed);
  Outside outside;
  Tally tally;
  const auto live = FrameCache::live();
  int spawned = 0;
  while (spawned < leaves) {
    CancelSource above;
    std::vector<std::unique_ptr<Scope>> scopes;
    for (int i = 0; i < 8; ++i)
      scopes.push_back(std::make_unique<Scope>(i % 2 ? scopes.back()->token() : above.token()));
    for (int i = 0; i < 200; ++i, ++spawned) {
      Scope& scope = *scopes[random() % scopes.size()];
      scope.spawn(worker, scope.token(), &outside, &tally,
                  std::string("a value that the task owns, too long for a small string"));
      if (random() % 3 == 0) outside.step(random);
      if (random() % 64 == 0) scopes[random() % scopes.size()]->cancel();
    }
    if (random() % 2) above.cancel();
    while (!outside.operations.empty()) {
      outside.step(random);
      if (random() % 50 == 0) scopes[random() % scopes.size()]->cancel();
    }
    for (const auto& scope : scopes) ASSERT_EQ(scope->running(), 0u);
    while (!scopes.empty()) scopes.pop_back();
  }
  EXPECT_GT(tally.values, leaves / 10);
  EXPECT_GT(tally.cancelled, leaves / 10);
  EXPECT_EQ(FrameCache::live(), live);
}

TEST(Scope, RandomCancelsOfTenThousandLeaves) { random_cancels(20261122, 10'000); }

TEST(Scope, ThreadsHaveTheirOwnCaches) {
  std::vector<std::jthread> threads;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) threads.emplace_back([seed] { random_cancels(seed, 2'000); });
}

TEST(Scope, JoinWaitsForAll) {
  Outside outside;
  std::mt19937_64 random(1);
  Tally tally;
  bool joined = false;
  const auto parent = [&]() -> Task<void> {
    Scope scope;
    for (int i = 0; i < 5; ++i)
      scope.spawn(worker, scope.token(), &outside, &tally,
                  std::string("a value that the task owns, too long for a small string"));
    co_await scope.join();
    joined = true;
  };
  auto task = parent();
  task.start();
  while (!outside.operations.empty()) {
    EXPECT_FALSE(joined);
    outside.step(random);
  }
  EXPECT_TRUE(joined);
  EXPECT_EQ(tally.values, 15);
}

// The canceller resumes the last task, that the joiner, and the joiner destroys scope and source on this stack.
TEST(Scope, MayEndWithinItsOwnCancellation) {
  Outside outside;
  Scope* inner = nullptr;
  const auto parent = [&]() -> Task<void> {
    Scope scope;
    inner = &scope;
    for (int i = 0; i < 3; ++i)
      scope.spawn([&outside](CancelToken token) -> Task<void> { co_await abandonable(token, outside); }, scope.token());
    co_await scope.join();
  };
  auto task = parent();
  task.start();
  inner->cancel();
  EXPECT_TRUE(task.done());
}

TEST(Scope, ExceptionOfATaskCancelsTheRest) {
  Outside outside;
  Scope scope;
  int cancelled = 0;
  scope.spawn([&](CancelToken token) -> Task<void> { cancelled += !co_await abandonable(token, outside); },
              scope.token());
  scope.spawn([]() -> Task<void> {
    throw std::bad_alloc();
    co_return;
  });
  EXPECT_EQ(cancelled, 1);
  EXPECT_EQ(scope.running(), 0u);
  EXPECT_THROW(std::rethrow_exception(scope.take_exception()), std::bad_alloc);
  EXPECT_FALSE(scope.take_exception());
}

TEST(Scope, CancelledBeforeTheStartNeverStarts) {
  CancelSource above;
  above.cancel();
  Scope scope(above.token());
  Outside outside;
  Result<int> result = 0;
  scope.spawn([&](CancelToken token) -> Task<void> { result = co_await abandonable(token, outside); }, scope.token());
  EXPECT_EQ(result.error().reason(), Reason::kCancelled);
  EXPECT_TRUE(outside.operations.empty());
}

TEST(ScopeDeathTest, MustBeJoined) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(
      {
        Outside outside;
        Scope scope;
        scope.spawn([&](CancelToken token) -> Task<void> { co_await abandonable(token, outside); }, scope.token());
      },
      "running_ == 0");
}

}  // namespace
}  // namespace bedplate
