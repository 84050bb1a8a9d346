#include "store/sqlite/heavy_lane.hpp"

#include <gtest/gtest.h>
#include <thread>

#include "sql/type_code.hpp"
#include "store/sqlite/cost.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;
using std::chrono::milliseconds;

sql::Program one(std::string text, std::vector<sql::Bind> binds, std::vector<sql::Column> columns) {
  return program(sql::Dialect::kSqlite, {{std::move(text), std::move(binds), std::move(columns), {}}});
}
/// Adds up to `n`: some 60 ns a number.
sql::Program numbers(std::string n) {
  return one("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT " + n + ") SELECT max(i) FROM n", {},
             {column(Scalar::kBigInt)});
}
const sql::Program kEndless = numbers("-1");

class HeavyLaneTest : public testing::Test {
 protected:
  StoreRig open(SqliteOptions options = {}, std::vector<std::string> script = {}) {
    options.path = dir_ / "h.db";
    if (options.heavy_readers == 0) options.heavy_readers = 1;
    auto opened = open_sqlite(std::move(options));
    EXPECT_TRUE(opened) << opened.error().message() << " " << opened.error().cause();
    if (!script.empty()) {
      const auto result = (*opened)->run_script(script);
      EXPECT_TRUE(result) << result.error().cause();
    }
    return StoreRig(std::move(opened).value());
  }
  TempDir dir_;
};

/// A read that was begun and not awaited.
struct Begun {
  Begun(StoreRig& rig, sql::Program of, CancelToken cancel = {})
      : program(std::move(of)),
        dump(program),
        execution{.program = program, .values = {}, .principal = *rig.anonymous, .now = 0, .cancel = cancel},
        task(rig.session->read(execution, dump)) {
    task.start();
  }
  std::string outcome() {
    auto result = std::move(task).take();
    return result ? dump.text : "error " + word(result.error());
  }
  const sql::Program program;
  Dump dump;
  const Execution execution;
  Task<Result<void>> task;
};

template <class Condition>
bool turn_until(StoreRig& rig, Condition condition) {
  for (int i = 0; i < 1000 && !condition(); ++i) rig.loop->run_turn(milliseconds(5));
  return condition();
}

TEST_F(HeavyLaneTest, Threat144_ALongReadLeavesTheLoopToOthers) {
  auto rig = open({.read_budget = std::chrono::seconds(20)});
  const auto quick = one("SELECT 1", {}, {column(Scalar::kInt)});
  const auto before = std::chrono::steady_clock::now();
  Begun slow(rig, numbers("3000000"));
  EXPECT_FALSE(slow.task.done());
  EXPECT_LT(std::chrono::steady_clock::now() - before, milliseconds(50));
  EXPECT_EQ(rig.read_in_turn(quick), "[(1)]");
  ASSERT_TRUE(turn_until(rig, [&] { return slow.task.done(); }));
  EXPECT_EQ(slow.outcome(), "[(3000000)]");
}

TEST_F(HeavyLaneTest, WhatWasWrittenOnTheLoopIsDropped) {
  auto rig = open();
  // Rows come at once, the end doesn't: the loop's run has written some of them.
  const auto rows = one("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT i FROM n",
                        {}, {column(Scalar::kBigInt)});
  const std::string text = rig.read(rows);
  EXPECT_TRUE(text.starts_with("[(1),(2),(3)")) << text.substr(0, 40);
  EXPECT_TRUE(text.ends_with("(99999),(100000)]"));
  EXPECT_EQ(std::ranges::count(text, '('), 100000);
}

TEST_F(HeavyLaneTest, KnownHeavyProgramsGoThereAtOnceAndComeBackWhenTheyAreCheap) {
  sqlite::Cost cost;
  EXPECT_FALSE(cost.heavy());
  cost.measured(400, 500);
  EXPECT_FALSE(cost.heavy());
  cost.measured(9000, 500);
  EXPECT_TRUE(cost.heavy());
  for (int i = 0; i < 3; ++i) cost.measured(50, 500);
  EXPECT_TRUE(cost.heavy());  // one cheap run among dear ones changes nothing
  for (int i = 0; i < 20; ++i) cost.measured(50, 500);
  EXPECT_FALSE(cost.heavy());

  auto rig = open({}, {"CREATE TABLE t(a)"});
  const auto of_size =
      one("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
          "(SELECT count(*) * 200000 + 1 FROM t)) SELECT max(i) FROM n",
          {}, {column(Scalar::kBigInt)});
  const auto at_once = [&] {
    Begun begun(rig, of_size);
    const bool done = begun.task.done();
    EXPECT_TRUE(turn_until(rig, [&] { return begun.task.done(); }));
    return done;
  };
  EXPECT_TRUE(at_once());
  const auto insert = one("INSERT INTO t VALUES (?1)", {slot(0, of(Scalar::kInt))}, {});
  ASSERT_TRUE(rig.write(insert, {Cell::integer(1)}));
  EXPECT_FALSE(at_once());
  const auto clear = one("DELETE FROM t WHERE a = ?1", {slot(0, of(Scalar::kInt))}, {});
  ASSERT_TRUE(rig.write(clear, {Cell::integer(1)}));
  EXPECT_FALSE(at_once()) << "known to be heavy";
  int runs = 0;
  while (!at_once() && runs < 100) ++runs;
  EXPECT_LT(runs, 100);
}

TEST_F(HeavyLaneTest, Threat077_AHeavyReadEndsAtItsDeadline) {
  auto rig = open({.read_budget = milliseconds(50)});
  EXPECT_EQ(rig.read(kEndless), "error DEADLINE_EXCEEDED");
  EXPECT_EQ(rig.read(numbers("10")), "[(10)]");
}

TEST_F(HeavyLaneTest, SeesEveryAcknowledgedWrite) {
  auto rig = open({}, {"CREATE TABLE t(a)"});
  const auto insert = one("INSERT INTO t VALUES (?1)", {slot(0, of(Scalar::kInt))}, {});
  const auto heavy =
      one("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) "
          "SELECT max(i) + (SELECT count(*) FROM t) FROM n",
          {}, {column(Scalar::kBigInt)});
  for (int i = 1; i <= 20; ++i) {
    ASSERT_TRUE(rig.write(insert, {Cell::integer(i)}));
    ASSERT_EQ(rig.read(heavy), "[(" + std::to_string(100'000 + i) + ")]");
  }
}

TEST_F(HeavyLaneTest, Threat138_ItsQueueIsBounded) {
  auto rig = open({.read_budget = std::chrono::seconds(20), .heavy_queue = 2, .heavy_wait = std::chrono::seconds(20)});
  CancelSource left;
  std::vector<std::unique_ptr<Begun>> begun;
  for (int i = 0; i < 8; ++i) begun.push_back(std::make_unique<Begun>(rig, kEndless, left.token()));
  std::size_t refused = 0;
  for (const auto& read : begun) refused += read->task.done();
  EXPECT_GE(refused, 5u);
  left.cancel();
  ASSERT_TRUE(
      turn_until(rig, [&] { return std::ranges::all_of(begun, [](auto& read) { return read->task.done(); }); }));
  std::size_t overloaded = 0, cancelled = 0;
  for (const auto& read : begun) {
    const auto outcome = read->outcome();
    overloaded += outcome == "error OVERLOADED";
    cancelled += outcome == "error CANCELLED";
  }
  EXPECT_EQ(overloaded, refused);
  EXPECT_EQ(overloaded + cancelled, begun.size());
  EXPECT_EQ(rig.read(numbers("100000")), "[(100000)]");
}

TEST_F(HeavyLaneTest, Threat138_WhatWaitedTooLongIsRefused) {
  auto rig = open({.read_budget = milliseconds(300), .heavy_wait = milliseconds(20)});
  Begun first(rig, kEndless);
  Begun second(rig, kEndless);
  std::this_thread::sleep_for(milliseconds(60));
  Begun third(rig, kEndless);
  ASSERT_TRUE(third.task.done()) << "the first of the queue waits too long already";
  EXPECT_EQ(third.outcome(), "error OVERLOADED");
  ASSERT_TRUE(turn_until(rig, [&] { return first.task.done() && second.task.done(); }));
  EXPECT_EQ(first.outcome(), "error DEADLINE_EXCEEDED");
  EXPECT_EQ(second.outcome(), "error OVERLOADED");
}

TEST_F(HeavyLaneTest, ACallerWhoLeavesInterruptsItsRead) {
  auto rig = open({.read_budget = std::chrono::seconds(60)});
  CancelSource left;
  Begun running(rig, kEndless, left.token());
  rig.loop->run_turn(milliseconds(20));
  EXPECT_FALSE(running.task.done());
  left.cancel();
  ASSERT_TRUE(turn_until(rig, [&] { return running.task.done(); }));
  EXPECT_EQ(running.outcome(), "error CANCELLED");
}

TEST_F(HeavyLaneTest, ATaskThatEndsTakesItsReadBack) {
  auto rig = open({.read_budget = std::chrono::seconds(60)});
  for (int i = 0; i < 20; ++i) {
    Begun running(rig, kEndless), queued(rig, kEndless);
    if (i % 2) std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_EQ(rig.read(numbers("100000")), "[(100000)]");
}

TEST_F(HeavyLaneTest, Threat077_ADearFunctionIsNotBegunOnTheLoopAndEndsAtTheDeadline) {
  auto rig = open({.read_budget = milliseconds(100)});
  std::string document = "{\"a\":[1";
  while (document.size() < 300'000) document += ",\"" + std::to_string(document.size()) + "\"";
  document += "]}";
  const auto path = one("SELECT bp_json(?1, 1, 'a', 0)", {slot(0, of(Scalar::kJson))}, {column(Scalar::kString)});
  const std::initializer_list<Cell> values = {Cell::text(document)};
  Dump dump(path);
  const Execution execution{path, {values.begin(), 1}, *rig.anonymous, 0};
  auto task = rig.session->read(execution, dump);
  task.start();
  EXPECT_FALSE(task.done());
  ASSERT_TRUE(turn_until(rig, [&] { return task.done(); }));
  EXPECT_EQ(dump.text, "[('1')]");

  // Few steps of SQLite's machine, each dear: patterns of many `_` tried at each of many places.
  std::string text(2'000'000, 'a'), pattern = "%";
  for (int i = 0; i < 4000; ++i) pattern += "_a";
  pattern += "b%";
  const auto like = one("SELECT bp_like(?1, ?2, 0)", {slot(0, of(Scalar::kString)), slot(1, of(Scalar::kString))},
                        {column(Scalar::kInt)});
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(rig.read(like, {Cell::text(text), Cell::text(pattern)}), "error DEADLINE_EXCEEDED");
  EXPECT_LT(std::chrono::steady_clock::now() - before, milliseconds(1000));

  const auto contains = one("SELECT bp_list_contains(?1, ?1, ?2, ?1, ?2)",
                            {slot(0, of(Scalar::kInt)), slot(1, of(Scalar::kJson))}, {column(Scalar::kInt)});
  std::string list = "[[]";
  for (int i = 0; i < 40'000; ++i) list += "," + std::to_string(i);
  list += "]";
  const auto json = Cell::integer(sql::type_code({.scalar = Scalar::kJson}));
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(rig.read(contains, {json, Cell::text(list)}), "error DEADLINE_EXCEEDED");
  EXPECT_LT(std::chrono::steady_clock::now() - start, milliseconds(1000));
}

}  // namespace
}  // namespace bedplate::store
