#include "store/sqlite/sqlite_store.hpp"

#include <deque>
#include <filesystem>
#include <future>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "store/violation.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;
using sql::Dialect;

class SqliteStoreTest : public testing::Test {
 protected:
  std::unique_ptr<Store> open(std::string_view name, SqliteOptions options = {}) {
    options.path = dir_ / name;
    auto opened = open_sqlite(std::move(options));
    EXPECT_TRUE(opened) << opened.error().message() << " " << opened.error().cause();
    return std::move(opened).value();
  }
  StoreRig chinook() {
    std::filesystem::copy_file(BP_TEST_DATA "/chinook/Chinook_Sqlite.sqlite", dir_ / "c.db");
    std::filesystem::permissions(dir_ / "c.db", std::filesystem::perms::owner_all);
    return StoreRig(open("c.db"));
  }
  StoreRig empty(std::vector<std::string> script, SqliteOptions options = {}) {
    auto opened = open("e.db", std::move(options));
    const auto result = opened->run_script(script);
    EXPECT_TRUE(result) << result.error().cause();
    return StoreRig(std::move(opened));
  }

  TempDir dir_;
};

sql::Program one(std::string text, std::vector<sql::Bind> binds, std::vector<sql::Column> columns) {
  return program(Dialect::kSqlite, {{std::move(text), std::move(binds), std::move(columns), {}}});
}

TEST_F(SqliteStoreTest, ReadsARowById) {
  auto rig = chinook();
  const auto by_id = one("SELECT ArtistId, Name FROM Artist WHERE ArtistId = ?1", {slot(0, of(Scalar::kInt))},
                         {column(Scalar::kInt), column(Scalar::kString)});
  EXPECT_EQ(rig.read(by_id, {Cell::integer(1)}), "[(1,'AC/DC')]");
  EXPECT_EQ(rig.read(by_id, {Cell::integer(999'999)}), "[]");
  EXPECT_EQ(rig.read(by_id, {Cell::null()}), "[]");
}

sql::Program artist_tree() {
  auto made = program(
      Dialect::kSqlite,
      {{"SELECT ArtistId, Name FROM Artist WHERE ArtistId <= ?1 ORDER BY ArtistId",
        {slot(0, of(Scalar::kInt))},
        {column(Scalar::kInt), column(Scalar::kString)},
        {1}},
       {"SELECT AlbumId, Title FROM Album WHERE ArtistId = ?1 ORDER BY AlbumId",
        {parent(0)},
        {column(Scalar::kInt), column(Scalar::kString)},
        {2}},
       {"SELECT TrackId, Name, UnitPrice FROM Track WHERE AlbumId = ?1 ORDER BY TrackId LIMIT 2",
        {parent(0)},
        {column(Scalar::kInt), column(Scalar::kString), column(decimal(10, 2), model::ColumnForm::kNumericReal)},
        {}},
       {"SELECT count(*) FROM Artist", {}, {column(Scalar::kBigInt)}, {}}});
  made.count = 3;
  return made;
}

TEST_F(SqliteStoreTest, ReadsThreeLevelsDepthFirstAndTheCount) {
  auto rig = chinook();
  EXPECT_EQ(rig.read(artist_tree(), {Cell::integer(2)}),
            "[(1,'AC/DC',[(1,'For Those About To Rock We Salute You',[(1,'For Those About To Rock (We Salute You)',99),"
            "(6,'Put The Finger On You',99)]),(4,'Let There Be Rock',[(15,'Go Down',99),(16,'Dog Eat Dog',99)])]),"
            "(2,'Accept',[(2,'Balls to the Wall',[(2,'Balls to the Wall',99)]),(3,'Restless and Wild',"
            "[(3,'Fast As a Shark',99),(4,'Restless and Wild',99)])])] of [(275)]");
}

TEST_F(SqliteStoreTest, AVisitorMayStopEarlyAndReopenChildren) {
  auto rig = chinook();
  const auto tree = artist_tree();
  struct Impatient final : rows::Visitor {
    std::string seen;
    Result<void> visit(rows::Source& source) override {
      BP_TRY_VOID(source.open(0));
      BP_TRY(const Cell* artist, source.next(0));
      for (int again = 0; again < 2; ++again) {
        BP_TRY_VOID(source.open(1));
        BP_TRY(const Cell* album, source.next(1));
        seen += text_of(artist[1]) + text_of(album[0]);
      }
      return {};
    }
  } impatient;
  const Cell values[] = {Cell::integer(2)};
  ASSERT_TRUE(rig.run(rig.session->read({tree, values, *rig.anonymous, 0}, impatient)));
  EXPECT_EQ(impatient.seen, "'AC/DC'1'AC/DC'1");
  EXPECT_EQ(rig.read(tree, {Cell::integer(0)}), "[] of [(275)]");
}

constexpr const char* kPeople =
    "CREATE TABLE people(id INTEGER PRIMARY KEY, email TEXT NOT NULL, tenant INTEGER, age INTEGER CHECK (age >= 0), "
    "boss INTEGER REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED, UNIQUE (tenant, email)) STRICT";

sql::Program insert_person() {
  return one(
      "INSERT INTO people(id, email, tenant, age, boss) VALUES (?1, ?2, 1, ?3, ?4)",
      {slot(0, of(Scalar::kInt)), slot(1, of(Scalar::kString)), slot(2, of(Scalar::kInt)), slot(3, of(Scalar::kInt))},
      {});
}
sql::Program count_people() { return one("SELECT count(*) FROM people", {}, {column(Scalar::kBigInt)}); }

TEST_F(SqliteStoreTest, WritesAndNamesViolationsPrivately) {
  auto rig = empty({kPeople});
  const auto insert = insert_person();
  const auto add = [&](std::int64_t id, Cell email, std::int64_t age, Cell boss) {
    return rig.write(insert, {Cell::integer(id), email, Cell::integer(age), boss});
  };
  const auto written = add(1, Cell::text("a@x"), 3, Cell::null());
  ASSERT_TRUE(written) << written.error().cause();
  EXPECT_EQ(*written, 1u);

  const auto unique = add(2, Cell::text("a@x"), 3, Cell::null());
  ASSERT_FALSE(unique);
  EXPECT_EQ(word(unique.error()), "UNIQUE_VIOLATION");
  EXPECT_EQ(violation_of(unique.error()).table, "people");
  EXPECT_EQ(violation_of(unique.error()).columns, (std::vector<std::string>{"tenant", "email"}));
  EXPECT_EQ((unique.error().message() + unique.error().detail()).find("email"), std::string::npos);

  EXPECT_EQ(word(add(1, Cell::text("b@x"), 3, Cell::null()).error()), "UNIQUE_VIOLATION");
  EXPECT_EQ(word(add(3, Cell::null(), 3, Cell::null()).error()), "NOT_NULL_VIOLATION");
  EXPECT_EQ(word(add(3, Cell::text("c@x"), -1, Cell::null()).error()), "CONSTRAINT_VIOLATION");
  EXPECT_EQ(word(add(3, Cell::text("c@x"), 1, Cell::integer(77)).error()), "FOREIGN_KEY_VIOLATION");
  EXPECT_EQ(rig.read(count_people()), "[(1)]");
  EXPECT_TRUE(add(3, Cell::text("c@x"), 1, Cell::integer(3))) << "deferred: the row is its own boss";
}

TEST_F(SqliteStoreTest, AWriteIsAllItsStepsOrNone) {
  auto rig = empty({kPeople});
  auto steps = program(Dialect::kSqlite, {insert_person().statements[0],
                                          {"SELECT count(*) < 2 FROM people", {}, {column(Scalar::kBoolean)}, {}}});
  const Cell first[] = {Cell::integer(1), Cell::text("a"), Cell::integer(1), Cell::null()};
  const Cell second[] = {Cell::integer(2), Cell::text("b"), Cell::integer(1), Cell::null()};
  const Step good[] = {{.statement = 0, .values = first}, {.statement = 1, .expect_true = true}};
  const Step bad[] = {{.statement = 0, .values = second},
                      {.statement = 1, .expect_true = true, .otherwise = Reason::kForbidden}};
  EXPECT_TRUE(rig.write_steps(steps, good));
  EXPECT_EQ(word(rig.write_steps(steps, bad).error()), "FORBIDDEN");
  EXPECT_EQ(rig.read(count_people()), "[(1)]");
}

TEST_F(SqliteStoreTest, AWriteReturnsItsRowsUnderTheKeyThatTheStoreGave) {
  auto rig = empty({kPeople});
  auto insert =
      program(Dialect::kSqlite, {{"INSERT INTO people(email, tenant) VALUES (?1, 1) RETURNING id",
                                  {slot(1, of(Scalar::kString))},
                                  {column(Scalar::kInt)},
                                  {}},
                                 {"UPDATE people SET boss = ?1 WHERE id = ?1", {slot(0, of(Scalar::kInt))}, {}, {}}});
  const auto back = one("SELECT id, email, boss FROM people WHERE id = ?1", {slot(0, of(Scalar::kInt))},
                        {column(Scalar::kInt), column(Scalar::kString), column(Scalar::kInt)});
  for (int round = 1; round <= 2; ++round) {
    const std::string email = "e" + std::to_string(round);
    const Cell values[] = {Cell::null(), Cell::text(email)};
    const Step steps[] = {{.statement = 0, .values = values}, {.statement = 1, .values = values}};
    Steps script(insert, steps, 0, &back);
    const auto written = rig.write(script);
    ASSERT_TRUE(written) << written.error().cause();
    EXPECT_EQ(script.key, round);
    Dump dump(back);
    ASSERT_TRUE(dump.visit(script.recording));
    EXPECT_EQ(dump.text, "[(" + std::to_string(round) + ",'" + email + "'," + std::to_string(round) + ")]");
  }
}

TEST_F(SqliteStoreTest, AWriteOfManyShortStatementsEndsAtItsBudget) {
  auto rig = empty({kPeople}, {.write_budget = std::chrono::milliseconds(20)});
  const auto add = one("INSERT INTO people(email, tenant) VALUES (hex(randomblob(16)), 1)", {}, {});
  const std::vector<Step> few(10), many(1'000'000);
  EXPECT_EQ(word(rig.write_steps(add, many).error()), "DEADLINE_EXCEEDED");
  EXPECT_EQ(rig.read(count_people()), "[(0)]");
  EXPECT_TRUE(rig.write_steps(add, few));
}

TEST_F(SqliteStoreTest, AReaderSeesAcknowledgedWritesAtItsNextOperationAndNoneInsideOne) {
  auto opened = open("e.db");
  ASSERT_TRUE(opened->run_script(std::vector<std::string>{kPeople}));
  StoreRig rig(std::move(opened));
  const auto insert = insert_person();
  const auto twice = program(Dialect::kSqlite, {{"SELECT count(*) FROM people", {}, {column(Scalar::kBigInt)}, {1}},
                                                {"SELECT count(*) FROM people", {}, {column(Scalar::kBigInt)}, {}}});
  // A write from elsewhere, acknowledged in the middle of this loop's turn and of an operation's visit.
  auto other_loop = std::move(net::Loop::create()).value();
  auto other = std::move(rig.the_store->open_session(*other_loop)).value();
  std::int64_t next_id = 0;
  const auto write_elsewhere = [&] {
    const std::string email = std::to_string(++next_id);
    const Cell values[] = {Cell::integer(next_id), Cell::text(email), Cell::integer(1), Cell::null()};
    const Step steps[] = {{.statement = 0, .values = values}};
    Steps script(insert, steps);
    const WriteExecution execution{script, *rig.anonymous};
    auto task = other->write(execution);
    task.start();
    while (!task.done()) other_loop->run_turn(std::chrono::milliseconds(5));
    ASSERT_TRUE(std::move(task).take());
  };
  struct InTheMiddle final : rows::Visitor {
    std::function<void()> between;
    std::string seen;
    Result<void> visit(rows::Source& source) override {
      BP_TRY_VOID(source.open(0));
      BP_TRY(const Cell* outer, source.next(0));
      seen = text_of(outer[0]);
      between();
      BP_TRY_VOID(source.open(1));
      BP_TRY(const Cell* inner, source.next(1));
      seen += text_of(inner[0]);
      return {};
    }
  } visitor;
  visitor.between = write_elsewhere;
  rig.loop->post([&] {
    EXPECT_EQ(rig.read_in_turn(count_people()), "[(0)]");
    write_elsewhere();
    EXPECT_EQ(rig.read_in_turn(count_people()), "[(1)]") << "in the same turn";
    ASSERT_TRUE(run_ready(rig.session->read({twice, {}, *rig.anonymous, 0}, visitor)));
    EXPECT_EQ(visitor.seen, "11") << "one snapshot within one operation";
    EXPECT_EQ(rig.read_in_turn(count_people()), "[(2)]");
  });
  rig.loop->run_turn(std::chrono::milliseconds(100));
  other.reset();
}

TEST_F(SqliteStoreTest, ManyLoopsWriteThroughOneWriter) {
  auto opened = open("e.db");
  ASSERT_TRUE(opened->run_script(std::vector<std::string>{kPeople}));
  const auto insert = insert_person();
  const model::Model model;
  const auto principal = operation::Principals(model).anonymous();
  std::vector<std::thread> threads;
  std::atomic<int> failures{0};
  for (int t = 0; t < 3; ++t)
    threads.emplace_back([&, t] {
      auto loop = std::move(net::Loop::create()).value();
      auto session = std::move(opened->open_session(*loop)).value();
      for (int i = 0; i < 20; ++i) {
        const std::string email = std::to_string(t * 100 + i);
        const Cell values[] = {Cell::integer(t * 100 + i), Cell::text(email), Cell::integer(1), Cell::null()};
        const Step steps[] = {{.statement = 0, .values = values}};
        Steps script(insert, steps);
        const WriteExecution execution{script, *principal};
        auto task = session->write(execution);
        task.start();
        while (!task.done()) loop->run_turn(std::chrono::milliseconds(5));
        if (!std::move(task).take()) ++failures;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
  StoreRig rig(std::move(opened));
  EXPECT_EQ(rig.read(count_people()), "[(60)]");
}

TEST_F(SqliteStoreTest, SessionsMayGiveTheSameIdToDifferentPrograms) {
  auto opened = open("e.db");
  ASSERT_TRUE(opened->run_script(std::vector<std::string>{"CREATE TABLE t (a TEXT, b TEXT) STRICT"}));
  const model::Model model;
  const auto principal = operation::Principals(model).anonymous();
  const auto loop = std::move(net::Loop::create()).value();
  for (const std::string_view text : {"INSERT INTO t (a) VALUES (?1)", "INSERT INTO t (b) VALUES (?1)"}) {
    auto session = std::move(opened->open_session(*loop)).value();
    auto insert = one(std::string(text), {slot(0, of(Scalar::kString))}, {});
    insert.id = 1;
    const Cell values[] = {Cell::text("x")};
    const Step steps[] = {{.statement = 0, .values = values}};
    Steps script(insert, steps);
    const WriteExecution execution{script, *principal};
    auto task = session->write(execution);
    task.start();
    while (!task.done()) loop->run_turn(std::chrono::milliseconds(5));
    ASSERT_TRUE(std::move(task).take());
  }
  StoreRig rig(std::move(opened));
  EXPECT_EQ(rig.read(one("SELECT a, b FROM t ORDER BY rowid", {}, {column(Scalar::kString), column(Scalar::kString)})),
            "[('x',null),(null,'x')]");
}

/// Holds the writer's thread until it is let go, so that what comes meanwhile waits together.
class Gate final : public WriteScript {
 public:
  Task<Result<void>> run(Transaction&) override {
    entered_.set_value();
    open_.get_future().wait();
    co_return Result<void>{};
  }
  void wait_until_entered() { entered_.get_future().wait(); }
  void let_go() { open_.set_value(); }

 private:
  std::promise<void> entered_, open_;
};

/// `scripts`, all of which wait behind the same write: one group.
std::vector<Result<void>> write_as_a_group(StoreRig& rig, std::span<const std::unique_ptr<Steps>> scripts) {
  Gate gate;
  const WriteExecution gated{gate, *rig.anonymous};
  auto blocking = rig.session->write(gated);
  blocking.start();
  gate.wait_until_entered();
  std::vector<Task<Result<void>>> tasks;
  std::deque<WriteExecution> executions;
  for (const auto& script : scripts) {
    tasks.push_back(rig.session->write(executions.emplace_back(*script, *rig.anonymous)));
    tasks.back().start();
  }
  gate.let_go();
  std::vector<Result<void>> outcomes;
  for (auto& task : tasks) {
    for (int turn = 0; !task.done() && turn < 1000; ++turn) rig.loop->run_turn(std::chrono::milliseconds(10));
    outcomes.push_back(std::move(task).take());
  }
  while (!blocking.done()) rig.loop->run_turn(std::chrono::milliseconds(10));
  return outcomes;
}

TEST_F(SqliteStoreTest, WritesThatWaitShareACommitAndAFailureTakesNothingFromOthers) {
  auto rig = empty({kPeople});
  const auto insert = insert_person();
  std::vector<std::array<Cell, 4>> values;
  for (std::int64_t i = 0; i < 20; ++i) {
    // 3: the e-mail is taken; 7: no such boss, deferred to the end; 8: its boss is the one that 7 would have needed.
    values.push_back({Cell::integer(i),
                      Cell::text(i == 3  ? "a"
                                 : i % 2 ? "odd"
                                         : "even"),
                      Cell::integer(1), i == 7 ? Cell::integer(700) : Cell::null()});
  }
  std::vector<std::string> emails;
  for (std::int64_t i = 0; i < 20; ++i) emails.push_back(i == 3 ? "0@x" : std::to_string(i) + "@x");
  std::vector<std::array<Step, 1>> steps;
  std::vector<std::unique_ptr<Steps>> scripts;
  for (std::size_t i = 0; i < 20; ++i) {
    values[i][1] = Cell::text(emails[i]);
    steps.push_back({{{.statement = 0, .values = values[i]}}});
  }
  for (std::size_t i = 0; i < 20; ++i) scripts.push_back(std::make_unique<Steps>(insert, steps[i]));
  const auto outcomes = write_as_a_group(rig, scripts);
  for (std::size_t i = 0; i < 20; ++i) {
    EXPECT_EQ(outcomes[i].has_value(), i != 3 && i != 7) << i;
    EXPECT_EQ(scripts[i]->runs, 1) << i;
  }
  EXPECT_EQ(word(outcomes[3].error()), "UNIQUE_VIOLATION");
  EXPECT_EQ(word(outcomes[7].error()), "FOREIGN_KEY_VIOLATION");
  EXPECT_EQ(rig.read(count_people()), "[(18)]");
}

TEST_F(SqliteStoreTest, ATableWhoseNumbersAreUsedUpIsNoFullDiskAndNoHarmToOthers) {
  auto rig = empty({"CREATE TABLE \"Odd \"\"notes\"(id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL) STRICT",
                    "INSERT INTO \"Odd \"\"notes\" VALUES (9223372036854775806, 'one before the last')", kPeople});
  const auto insert =
      one("INSERT INTO \"odd \"\"notes\" (body) VALUES ('x') RETURNING id", {}, {column(Scalar::kBigInt)});
  const auto count = one("SELECT count(*) FROM \"Odd \"\"notes\"", {}, {column(Scalar::kBigInt)});
  EXPECT_TRUE(rig.write(insert, {}));
  EXPECT_EQ(word(rig.write(insert, {}).error()), "OUT_OF_RANGE");
  EXPECT_EQ(rig.read(count), "[(2)]");

  const auto person = insert_person();
  const Cell values[] = {Cell::integer(1), Cell::text("a"), Cell::integer(1), Cell::null()};
  const Step other[] = {{.values = values}}, numbered[] = {{}};
  std::vector<std::unique_ptr<Steps>> scripts;
  scripts.push_back(std::make_unique<Steps>(person, other));
  scripts.push_back(std::make_unique<Steps>(insert, numbered));
  const auto outcomes = write_as_a_group(rig, scripts);
  EXPECT_TRUE(outcomes[0]);
  EXPECT_EQ(word(outcomes[1].error()), "OUT_OF_RANGE");
  EXPECT_EQ(scripts[0]->runs, 1);
}

TEST_F(SqliteStoreTest, AMemberThatEndsTheTransactionLetsTheOthersRunAgain) {
  auto rig = empty({kPeople,
                    "CREATE TRIGGER fatal BEFORE INSERT ON people WHEN new.age = 99 "
                    "BEGIN SELECT raise(ROLLBACK, 'no more'); END"});
  const auto insert = insert_person();
  std::vector<std::string> emails;
  std::vector<std::array<Cell, 4>> values;
  for (std::int64_t i = 0; i < 5; ++i) emails.push_back(std::to_string(i));
  for (std::int64_t i = 0; i < 5; ++i)
    values.push_back({Cell::integer(i), Cell::text(emails[static_cast<std::size_t>(i)]), Cell::integer(i == 2 ? 99 : 1),
                      Cell::null()});
  std::vector<std::array<Step, 1>> steps;
  for (std::size_t i = 0; i < 5; ++i) steps.push_back({{{.statement = 0, .values = values[i]}}});
  std::vector<std::unique_ptr<Steps>> scripts;
  for (std::size_t i = 0; i < 5; ++i) scripts.push_back(std::make_unique<Steps>(insert, steps[i]));
  const auto outcomes = write_as_a_group(rig, scripts);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(outcomes[i].has_value(), i != 2) << i;
  EXPECT_EQ(rig.read(count_people()), "[(4)]");
  EXPECT_EQ(scripts[0]->runs, 2) << "it had run when the transaction was lost";
  EXPECT_EQ(scripts[2]->runs, 1);
}

TEST_F(SqliteStoreTest, AWriteThatTakesTooLongForAGroupRunsAlone) {
  auto rig = empty({kPeople}, {.group_budget = std::chrono::milliseconds(5)});
  const auto insert = insert_person();
  const auto slow =
      one("INSERT INTO people(id, email, tenant, age) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
          "i + 1 FROM n WHERE i < 300000) SELECT 100, 'slow', 1, max(i) FROM n",
          {}, {});
  const Cell first[] = {Cell::integer(1), Cell::text("a"), Cell::integer(1), Cell::null()};
  const Cell last[] = {Cell::integer(2), Cell::text("b"), Cell::integer(1), Cell::null()};
  const Step one_step[] = {{.statement = 0, .values = first}}, slow_step[] = {{}},
             last_step[] = {{.statement = 0, .values = last}};
  std::vector<std::unique_ptr<Steps>> scripts;
  scripts.push_back(std::make_unique<Steps>(insert, one_step));
  scripts.push_back(std::make_unique<Steps>(slow, slow_step));
  scripts.push_back(std::make_unique<Steps>(insert, last_step));
  for (const auto& outcome : write_as_a_group(rig, scripts)) EXPECT_TRUE(outcome) << outcome.error().cause();
  EXPECT_EQ(scripts[1]->runs, 2);
  EXPECT_EQ(rig.read(count_people()), "[(3)]");
}

TEST_F(SqliteStoreTest, AWriteWhoseWaiterGoesIsTakenBackOrFinished) {
  auto rig = empty({kPeople});
  const auto insert = insert_person();
  for (int i = 1; i <= 20; ++i) {
    const std::string email = std::to_string(i);
    const Cell values[] = {Cell::integer(i), Cell::text(email), Cell::integer(1), Cell::null()};
    const Step steps[] = {{.statement = 0, .values = values}};
    Steps script(insert, steps);
    const WriteExecution execution{script, *rig.anonymous};
    auto task = rig.session->write(execution);
    task.start();
    if (i % 2) std::this_thread::yield();
    // The task, its frame and the values end here, the loop turns on.
  }
  for (int turn = 0; turn < 3; ++turn) rig.loop->run_turn(std::chrono::milliseconds(1));
  EXPECT_TRUE(rig.write(insert, {Cell::integer(100), Cell::text("z"), Cell::integer(1), Cell::null()}));
}

TEST_F(SqliteStoreTest, ALongStatementEndsAtItsBudget) {
  auto rig = empty({}, {.read_budget = std::chrono::milliseconds(20)});
  const auto endless = one("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", {},
                           {column(Scalar::kBigInt)});
  const auto quick = one("SELECT 1", {}, {column(Scalar::kInt)});
  EXPECT_EQ(rig.read(endless), "error DEADLINE_EXCEEDED");
  EXPECT_EQ(rig.read(quick), "[(1)]");
}

TEST_F(SqliteStoreTest, ReadersCannotWriteAndTheSchemaIsNotTrusted) {
  auto rig = empty({"CREATE TABLE t(a)"});
  EXPECT_EQ(rig.read(one("INSERT INTO t VALUES (1) RETURNING a", {}, {column(Scalar::kInt)})), "error INTERNAL");
  EXPECT_FALSE(rig.the_store->run_script(std::vector<std::string>{"UPDATE sqlite_schema SET sql = ''"}));
}

TEST_F(SqliteStoreTest, Threat132_ASecondOwnerIsRefusedByName) {
  auto opened = open("e.db");
  const auto second = open_sqlite({.path = dir_ / "e.db"});
  ASSERT_FALSE(second);
  EXPECT_EQ(word(second.error()), "DATABASE_OWNED");
  EXPECT_NE(second.error().message().find("process " + std::to_string(::getpid())), std::string::npos)
      << second.error().message();
  // By another name of the same file too, and from another process.
  std::filesystem::create_symlink(dir_ / "e.db", dir_ / "link.db");
  EXPECT_FALSE(open_sqlite({.path = dir_ / "link.db"}));
  const pid_t child = ::fork();
  if (child == 0) {
    const auto third = open_sqlite({.path = dir_ / "e.db"});
    ::_exit(!third && third.error().reason() == Reason::kDatabaseOwned ? 7 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 7);
  opened.reset();
  EXPECT_TRUE(open_sqlite({.path = dir_ / "e.db"}));
}

TEST_F(SqliteStoreTest, RefusesWhatIsNoDatabase) {
  {
    std::FILE* file = std::fopen((dir_ / "text.db").c_str(), "w");
    std::fputs(
        "this is not a database, it is a text file that goes on for a while and then some more, "
        "long enough to be read as a header of a hundred bytes",
        file);
    std::fclose(file);
  }
  EXPECT_EQ(word(open_sqlite({.path = dir_ / "text.db"}).error()), "DATABASE_MISMATCH");
  EXPECT_EQ(word(open_sqlite({.path = dir_ / "none.db", .create = false}).error()), "DATABASE_MISMATCH");
  EXPECT_EQ(word(open_sqlite({.path = dir_ / "no/folder.db"}).error()), "UNAVAILABLE");
}

TEST_F(SqliteStoreTest, DescribesRunsScriptsAndAsksSystemTables) {
  auto opened = open("e.db");
  ASSERT_TRUE(
      opened->run_script(std::vector<std::string>{"CREATE TABLE pairs(b TEXT NOT NULL, a NUMERIC(10,2), PRIMARY KEY "
                                                  "(a, b)) WITHOUT ROWID; CREATE VIEW v AS SELECT 1 x",
                                                  "INSERT INTO pairs VALUES ('x', 1.5), ('y', 2)"}));
  EXPECT_FALSE(opened->run_script(std::vector<std::string>{"DELETE FROM pairs", "nonsense"}));
  const auto tables = opened->describe();
  ASSERT_TRUE(tables);
  ASSERT_EQ(tables->size(), 2u);
  EXPECT_EQ((*tables)[0].name, "pairs");
  EXPECT_EQ((*tables)[0].columns[1].declared_type, "NUMERIC(10,2)");
  EXPECT_EQ((*tables)[0].columns[1].key_position, 1);
  EXPECT_EQ((*tables)[0].columns[0].key_position, 2);
  EXPECT_TRUE((*tables)[0].columns[0].not_null);
  const Cell binds[] = {Cell::text("x")};
  const auto rows = opened->query_system("SELECT b, a FROM pairs WHERE b = ?1", binds);
  ASSERT_TRUE(rows);
  EXPECT_EQ(*rows, (std::vector<std::vector<std::string>>{{"x", "1.5"}}));
}

TEST_F(SqliteStoreTest, KeepsWhatWasPreparedWithinItsBound) {
  auto rig = empty({});
  std::vector<sql::Program> programs;
  for (int i = 0; i < 600; ++i) programs.push_back(one("SELECT " + std::to_string(i), {}, {column(Scalar::kInt)}));
  for (int round = 0; round < 2; ++round)
    for (int i = 0; i < 600; ++i)
      ASSERT_EQ(rig.read(programs[static_cast<std::size_t>(i)]), "[(" + std::to_string(i) + ")]");
}

}  // namespace
}  // namespace bedplate::store
