#include "store/postgres/postgres_store.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "store/violation.hpp"
#include "support/postgres.hpp"
#include "support/store_rig.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;
using model::ColumnForm;
using sql::Dialect;

class PostgresStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    auto* server = PostgresServer::get();
    if (!server) GTEST_SKIP();
    url_ = server->new_database();
    auto opened = open_postgres({.url = url_});
    ASSERT_TRUE(opened) << opened.error().cause();
    rig_.emplace(std::move(opened).value());
  }
  void script(std::vector<std::string> statements) {
    const auto result = rig_->the_store->run_script(statements);
    ASSERT_TRUE(result) << result.error().cause();
  }
  std::string read(const sql::Program& program, std::initializer_list<Cell> values = {}) {
    return rig_->read(program, values);
  }

  std::string url_;
  std::optional<StoreRig> rig_;
};

sql::Program one(std::string text, std::vector<sql::Bind> binds, std::vector<sql::Column> columns) {
  return program(Dialect::kPostgres, {{std::move(text), std::move(binds), std::move(columns), {}}});
}

struct RoundTrip {
  const char* cast;
  Type type;
  Cell cell;
  ColumnForm form = ColumnForm::kCanonical;
};

TEST_F(PostgresStoreTest, CarriesEveryTypeThereAndBack) {
  const RoundTrip cases[] = {
      {"int4", of(Scalar::kInt), Cell::integer(-2147483648)},
      {"int8", of(Scalar::kBigInt), Cell::integer(INT64_MIN)},
      {"float8", of(Scalar::kFloat), Cell::real(-0.1)},
      {"numeric", decimal(10, 2), Cell::integer(-12345)},
      {"numeric", decimal(18, 4), Cell::integer(999'999'999'999'999'999)},
      {"numeric", decimal(18, 4), Cell::integer(0)},
      {"numeric", decimal(18, 0), Cell::integer(10'000)},
      {"numeric", decimal(18, 18), Cell::integer(1)},
      {"numeric", decimal(38, 10), Cell::text("-1234567890123456789012345678.0123456789")},
      {"numeric", decimal(38, 38), Cell::text("0.00000000000000000000000000000000000001")},
      {"bool", of(Scalar::kBoolean), Cell::boolean(true)},
      {"timestamptz", of(Scalar::kDateTime), Cell::integer(1'700'000'000'123'456)},
      {"timestamptz", of(Scalar::kDateTime), Cell::integer(-1)},
      {"timestamp", of(Scalar::kLocalDateTime), Cell::text("1999-12-31T23:59:59.000001")},
      {"date", of(Scalar::kDate), Cell::text("0001-01-01")},
      {"time", of(Scalar::kTime), Cell::text("23:59:59.999999")},
      {"interval", of(Scalar::kDuration), Cell::integer(-90'000'000'001)},
      {"uuid", of(Scalar::kUuid), Cell::text("0190163d-8694-739b-aea5-966c26f8ad91")},
      {"text", of(Scalar::kId), Cell::text("x")},
      {"text", of(Scalar::kString), Cell::text("")},
      {"text", of(Scalar::kString), Cell::text("Straße 🎵")},
      {"bytea", of(Scalar::kBytes), Cell::blob(std::string_view("\0\xff\n", 3))},
      {"jsonb", of(Scalar::kJson), Cell::text("{\"a\":[1,2.50]}")},
      {"jsonb", {.scalar = Scalar::kInt, .list = true}, Cell::text("[1,2]")},
      {"text", of(Scalar::kDateTime), Cell::integer(1'700'000'000'500'000), ColumnForm::kSpacedDateTime},
      {"float8", decimal(10, 2), Cell::integer(199), ColumnForm::kNumericReal},
      {"text", decimal(30, 2), Cell::text("1.50"), ColumnForm::kDecimalText},
      {"text", of(Scalar::kBoolean), Cell::boolean(false), ColumnForm::kBooleanText},
      {"int8", of(Scalar::kDateTime), Cell::integer(1'700'000'000'000'000), ColumnForm::kUnixSeconds},
      {"int8", of(Scalar::kDateTime), Cell::integer(-1'000), ColumnForm::kUnixMillis},
  };
  for (const auto& [cast, type, cell, form] : cases) {
    const auto program = one("SELECT $1::" + std::string(cast) + ", pg_typeof($1)::text", {slot(0, type, form)},
                             {column(type, form), column(Scalar::kString)});
    const auto found = read(program, {cell});
    EXPECT_TRUE(found.starts_with("[(" + text_of(cell) + ",")) << cast << " " << text_of(cell) << " came as " << found;
    EXPECT_TRUE(read(program, {Cell::null()}).starts_with("[(null,")) << cast;
  }
}

TEST_F(PostgresStoreTest, ReadsWhatOtherProgramsStored) {
  EXPECT_EQ(read(one("SELECT 'NaN'::numeric", {}, {column(decimal(10, 2))})), "error DATABASE_MISMATCH");
  EXPECT_EQ(read(one("SELECT 'infinity'::timestamptz", {}, {column(Scalar::kDateTime)})), "error DATABASE_MISMATCH");
  EXPECT_EQ(read(one("SELECT '1 month'::interval", {}, {column(Scalar::kDuration)})), "error DATABASE_MISMATCH");
  EXPECT_EQ(read(one("SELECT '1 day 1 s'::interval", {}, {column(Scalar::kDuration)})), "[(86401000000)]");
  EXPECT_EQ(read(one("SELECT 2.345::numeric, 2.355::numeric, 12345678901234567890123::numeric", {},
                     {column(decimal(10, 2)), column(decimal(10, 2)), column(decimal(38, 0))})),
            "[(234,236,'12345678901234567890123')]");
  EXPECT_EQ(read(one("SELECT 7::int2, 1.5::float4, 3::int4, 7.0::numeric", {},
                     {column(Scalar::kInt), column(Scalar::kFloat), column(decimal(10, 2)), column(Scalar::kBigInt)})),
            "[(7,1.5,300,7)]");
  EXPECT_EQ(read(one("SELECT ARRAY['a\"', NULL], ARRAY[1, -2], '{}'::text[], ARRAY[1.50, 2], ARRAY[true]", {},
                     std::vector<sql::Column>(5, column(Type{.list = true})))),
            "[('[\"a\\\"\",null]','[1,-2]','[]','[1.50,2]','[true]')]");
  EXPECT_EQ(read(one(R"(SELECT '{"a b": ["x, \"y: ", {"c\\": 1}], "d": " "}'::jsonb)", {}, {column(Scalar::kJson)})),
            R"([('{"d":" ","a b":["x, \"y: ",{"c\\":1}]}')])")
      << "no blanks but those in texts";
}

TEST_F(PostgresStoreTest, WritesAndNamesViolationsPrivately) {
  script(
      {"CREATE TABLE people(id int PRIMARY KEY, email text NOT NULL, tenant int, age int CHECK (age >= 0), "
       "boss int REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED, UNIQUE (tenant, email))"});
  const auto insert = one(
      "INSERT INTO people(id, email, tenant, age, boss) VALUES ($1, $2, 1, $3, $4)",
      {slot(0, of(Scalar::kInt)), slot(1, of(Scalar::kString)), slot(2, of(Scalar::kInt)), slot(3, of(Scalar::kInt))},
      {});
  const auto add = [&](std::int64_t id, Cell email, std::int64_t age, Cell boss) {
    return rig_->write(insert, {Cell::integer(id), email, Cell::integer(age), boss});
  };
  const auto written = add(1, Cell::text("a@x"), 3, Cell::null());
  ASSERT_TRUE(written) << written.error().cause();
  EXPECT_EQ(*written, 1u);
  const auto unique = add(2, Cell::text("a@x"), 3, Cell::null());
  EXPECT_EQ(word(unique.error()), "UNIQUE_VIOLATION");
  EXPECT_EQ(violation_of(unique.error()).table, "people");
  EXPECT_EQ(violation_of(unique.error()).columns, (std::vector<std::string>{"tenant", "email"}));
  const auto missing = add(3, Cell::null(), 3, Cell::null());
  EXPECT_EQ(word(missing.error()), "NOT_NULL_VIOLATION");
  EXPECT_EQ(violation_of(missing.error()).columns, (std::vector<std::string>{"email"}));
  EXPECT_EQ(word(add(3, Cell::text("c@x"), -1, Cell::null()).error()), "CONSTRAINT_VIOLATION");
  EXPECT_EQ(word(add(3, Cell::text("c@x"), 1, Cell::integer(77)).error()), "FOREIGN_KEY_VIOLATION");
  EXPECT_EQ(word(add(std::int64_t{1} << 40, Cell::text("c@x"), 1, Cell::null()).error()), "INVALID_VALUE");
  EXPECT_EQ(read(one("SELECT count(*) FROM people", {}, {column(Scalar::kBigInt)})), "[(1)]");
  EXPECT_TRUE(add(3, Cell::text("c@x"), 1, Cell::integer(3)));
}

TEST_F(PostgresStoreTest, AWriteReturnsItsRowsUnderTheKeyThatTheStoreGave) {
  script({"CREATE TABLE notes(id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, body text, twin bigint)"});
  auto insert =
      program(Dialect::kPostgres, {{"INSERT INTO notes(body) VALUES ($1) RETURNING id",
                                    {slot(1, of(Scalar::kString))},
                                    {column(Scalar::kBigInt)},
                                    {}},
                                   {"UPDATE notes SET twin = $1 WHERE id = $1", {slot(0, of(Scalar::kBigInt))}, {}, {}},
                                   {"SELECT body <> 'bad' FROM notes WHERE id = $1",
                                    {slot(0, of(Scalar::kBigInt))},
                                    {column(Scalar::kBoolean)},
                                    {}}});
  const auto back = one("SELECT id, body, twin FROM notes WHERE id = $1", {slot(0, of(Scalar::kBigInt))},
                        {column(Scalar::kBigInt), column(Scalar::kString), column(Scalar::kBigInt)});
  const auto write = [&](const char* body, Dump& dump) {
    const Cell values[] = {Cell::null(), Cell::text(body)};
    const Step steps[] = {{.statement = 0, .values = values},
                          {.statement = 1, .values = values},
                          {.statement = 2, .values = values, .expect_true = true}};
    Steps script(insert, steps, 0, &back);
    auto written = rig_->write(script);
    if (written) EXPECT_TRUE(dump.visit(script.recording));
    EXPECT_EQ(script.changed, 2u);
    return written;
  };
  Dump dump(back);
  const auto written = write("good", dump);
  ASSERT_TRUE(written) << written.error().cause();
  EXPECT_EQ(dump.text, "[(1,'good',1)]");
  EXPECT_EQ(word(write("bad", dump).error()), "CHECK_FAILED");
  EXPECT_EQ(read(one("SELECT count(*) FROM notes", {}, {column(Scalar::kBigInt)})), "[(1)]");
}

TEST_F(PostgresStoreTest, ReadsGoOnPastAFailedOneAndALostConnection) {
  const auto good = one("SELECT 1", {}, {column(Scalar::kInt)});
  const auto bad = one("SELECT 1 / (1 - $1)", {slot(0, of(Scalar::kInt))}, {column(Scalar::kInt)});
  const auto wrong = one("SELECT nothing FROM nowhere", {}, {column(Scalar::kInt)});
  const auto pid = one("SELECT pg_backend_pid()", {}, {column(Scalar::kInt)});
  EXPECT_EQ(read(bad, {Cell::integer(1)}), "error INVALID_VALUE");
  EXPECT_EQ(read(bad, {Cell::integer(0)}), "[(1)]");
  EXPECT_EQ(read(wrong), "error INTERNAL");
  EXPECT_EQ(read(wrong), "error INTERNAL");
  EXPECT_EQ(read(good), "[(1)]");
  const std::string backend = read(pid);
  ASSERT_TRUE(rig_->the_store->query_system("SELECT pg_terminate_backend($1)",
                                            std::vector<Cell>{Cell::integer(std::stoll(backend.substr(2)))}));
  const std::string after = read(good);
  EXPECT_TRUE(after == "error UNAVAILABLE" || after == "[(1)]") << after;
  EXPECT_EQ(read(good), "[(1)]") << "connected anew";
  EXPECT_NE(read(pid), backend);
}

TEST_F(PostgresStoreTest, SeveralReadsShareAConnection) {
  const auto slow = one("SELECT $1 FROM pg_sleep(0.001)", {slot(0, of(Scalar::kInt))}, {column(Scalar::kInt)});
  std::vector<std::unique_ptr<Dump>> dumps;
  std::vector<std::array<Cell, 1>> values(20);
  std::vector<std::unique_ptr<Execution>> executions;
  std::vector<Task<Result<void>>> tasks;
  for (int i = 0; i < 20; ++i) {
    values[static_cast<std::size_t>(i)][0] = Cell::integer(i);
    dumps.push_back(std::make_unique<Dump>(slow));
    executions.push_back(
        std::make_unique<Execution>(Execution{slow, values[static_cast<std::size_t>(i)], *rig_->anonymous, 0}));
    tasks.push_back(rig_->session->read(*executions.back(), *dumps.back()));
  }
  tasks[3].start();
  for (std::size_t i = 0; i < tasks.size(); ++i)
    if (i != 3) tasks[i].start();
  tasks.erase(tasks.begin() + 7);  // one gives up: its result is dropped
  for (int turn = 0;
       turn < 500 && !std::all_of(tasks.begin(), tasks.end(), [](auto& task) { return task.done(); }); ++turn)
    rig_->loop->run_turn(std::chrono::milliseconds(10));
  for (std::size_t i = 0; i < 20; ++i)
    if (i != 7) {
      EXPECT_EQ(dumps[i]->text, "[(" + std::to_string(i) + ")]");
    }
}

sql::Program many_rows() {
  return one("SELECT repeat('x', 10000) FROM generate_series(1, $1)", {slot(0, of(Scalar::kInt))},
             {column(Scalar::kString)});
}

/// The most memory that this process ever held, in KiB.
long peak() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

TEST_F(PostgresStoreTest, MoreRowsThanAReplyMayHaveAreNotKept) {
  StoreRig rig(std::move(open_postgres({.url = url_, .result_bytes = 1'000'000})).value());
  const auto pid = one("SELECT pg_backend_pid()", {}, {column(Scalar::kInt)});
  auto counted = many_rows();
  counted.statements.push_back({"SELECT 7", {}, {column(Scalar::kBigInt)}, {}});
  counted.count = 1;
  const std::string backend = rig.read(pid);
  EXPECT_EQ(rig.read(many_rows(), {Cell::integer(99)}).size(), 99 * 10'005 + 1);
  const long before = peak();
  EXPECT_EQ(rig.read(many_rows(), {Cell::integer(1'500)}), "error LIMIT_EXCEEDED");
  EXPECT_EQ(rig.read(counted, {Cell::integer(1'500)}), "error LIMIT_EXCEEDED");
#if !__has_feature(address_sanitizer)
  EXPECT_LT(peak() - before, 8'000) << "KiB, of 15 MB";
#endif
  EXPECT_TRUE(rig.read(counted, {Cell::integer(9)}).ends_with("] of [(7)]"));
  EXPECT_EQ(rig.read(pid), backend) << "the connection goes on";
}

TEST_F(PostgresStoreTest, AReadWhoseCallerWentAwayKeepsNothing) {
  const auto program = many_rows();
  const Cell values[] = {Cell::integer(500)};
  CancelSource source;
  Dump dump(program);
  const Execution execution{
      .program = program, .values = values, .principal = *rig_->anonymous, .now = 0, .cancel = source.token()};
  auto task = rig_->session->read(execution, dump);
  task.start();
  source.cancel();
  // By time, not by turns: five megabytes come in as many pieces as the kernel likes.
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!task.done() && std::chrono::steady_clock::now() < end) rig_->loop->run_turn(std::chrono::milliseconds(10));
  ASSERT_TRUE(task.done());
  EXPECT_EQ(word(std::move(task).take().error()), "CANCELLED") << "while its rows come";
  EXPECT_EQ(dump.text, "");
  EXPECT_EQ(word(rig_->run(rig_->session->read(execution, dump)).error()), "CANCELLED") << "from the start";
  EXPECT_EQ(dump.text, "");
  const Cell few[] = {Cell::integer(5)};
  const Execution brief{
      .program = program, .values = few, .principal = *rig_->anonymous, .now = 0, .cancel = source.token()};
  EXPECT_TRUE(rig_->run(rig_->session->read(brief, dump))) << "who sends no more may still listen";
  EXPECT_EQ(dump.text.size(), 5 * 10'005 + 1);
  EXPECT_EQ(read(one("SELECT 1", {}, {column(Scalar::kInt)})), "[(1)]");
}

TEST_F(PostgresStoreTest, Threat069_ABackslashIsOneWhateverTheDatabaseSays) {
  const auto set = [&](const std::string& what) {
    const std::string script[] = {"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I " + what +
                                  "', current_database()); END $$"};
    ASSERT_TRUE(rig_->the_store->run_script(script));
  };
  set("SET standard_conforming_strings = off");
  StoreRig rig(std::move(open_postgres({.url = url_})).value());
  const auto text = one("SELECT length('a\\\\b')", {}, {column(Scalar::kInt)});
  EXPECT_EQ(rig.read(text), "[(4)]");
  EXPECT_EQ((*rig.the_store->query_system("SELECT length('a\\\\b')::text", {}))[0][0], "4");
  set("RESET standard_conforming_strings");
}

TEST_F(PostgresStoreTest, ALongStatementEndsAtItsTimeout) {
  StoreRig rig(std::move(open_postgres({.url = url_, .statement_timeout = std::chrono::milliseconds(30)})).value());
  EXPECT_EQ(rig.read(one("SELECT 1 FROM pg_sleep(5)", {}, {column(Scalar::kInt)})), "error DEADLINE_EXCEEDED");
}

TEST_F(PostgresStoreTest, AWriteOfManyShortStatementsEndsAtTheTimeout) {
  script({"CREATE TABLE notes(body text)"});
  StoreRig rig(std::move(open_postgres({.url = url_, .statement_timeout = std::chrono::milliseconds(60)})).value());
  const auto slow = one("INSERT INTO notes SELECT 'x' FROM pg_sleep(0.01)", {}, {});
  const std::vector<Step> few(2), many(100);
  EXPECT_EQ(word(rig.write_steps(slow, many).error()), "DEADLINE_EXCEEDED");
  EXPECT_EQ(read(one("SELECT count(*) FROM notes", {}, {column(Scalar::kBigInt)})), "[(0)]");
  EXPECT_TRUE(rig.write_steps(slow, few));
}

TEST_F(PostgresStoreTest, WritesThatWaitForAConnectionAreBoundedInNumberAndTime) {
  StoreRig rig(
      std::move(open_postgres({.url = url_, .write_queue = 1, .write_wait = std::chrono::milliseconds(50)})).value());
  const auto slow = one("SELECT 1 FROM pg_sleep(0.3)", {}, {column(Scalar::kInt)});
  const Step steps[] = {{}};
  std::vector<std::unique_ptr<Steps>> scripts;
  std::vector<std::unique_ptr<WriteExecution>> executions;
  std::vector<Task<Result<void>>> tasks;
  for (int i = 0; i < 3; ++i) {
    scripts.push_back(std::make_unique<Steps>(slow, steps));
    executions.push_back(std::make_unique<WriteExecution>(WriteExecution{*scripts.back(), *rig.anonymous}));
    tasks.push_back(rig.session->write(*executions.back()));
    tasks.back().start();
  }
  EXPECT_TRUE(tasks[2].done()) << "one waits already";
  for (int turn = 0; turn < 500 && !tasks[0].done(); ++turn) {
    rig.loop->run_turn(std::chrono::milliseconds(10));
    EXPECT_TRUE(!tasks[0].done() || tasks[1].done()) << "it waited for longer than it may";
  }
  EXPECT_TRUE(std::move(tasks[0]).take());
  EXPECT_EQ(word(std::move(tasks[1]).take().error()), "OVERLOADED");
  EXPECT_EQ(word(std::move(tasks[2]).take().error()), "OVERLOADED");
  EXPECT_TRUE(rig.write(slow, {}));
}

TEST_F(PostgresStoreTest, Threat077APatternOnALongTextEndsAtTheTimeoutWhateverTheUrlSays) {
  StoreRig rig(std::move(open_postgres({.url = url_ + "?options=-c%20statement_timeout%3D0",
                                        .statement_timeout = std::chrono::milliseconds(30)}))
                   .value());
  const auto evil = one("SELECT 1 WHERE repeat('a', 20000000) || 'b' ~ '(a+)+$'", {}, {column(Scalar::kInt)});
  EXPECT_EQ(rig.read(evil), "error DEADLINE_EXCEEDED");
}

TEST_F(PostgresStoreTest, DescribesRunsScriptsAndRefusesNoServer) {
  script({"CREATE TABLE pairs(b text NOT NULL, a numeric(10,2), PRIMARY KEY (a, b)); CREATE VIEW v AS SELECT 1 x"});
  EXPECT_FALSE(rig_->the_store->run_script(std::vector<std::string>{"INSERT INTO pairs VALUES ('x', 1)", "nonsense"}));
  const auto tables = rig_->the_store->describe();
  ASSERT_TRUE(tables) << tables.error().cause();
  ASSERT_EQ(tables->size(), 2u);
  EXPECT_EQ((*tables)[0].columns[1].declared_type, "numeric(10,2)");
  EXPECT_EQ((*tables)[0].columns[1].key_position, 1);
  EXPECT_EQ((*tables)[0].columns[0].key_position, 2);
  EXPECT_EQ(rig_->the_store->query_system("SELECT count(*) FROM pairs", {}).value(),
            (std::vector<std::vector<std::string>>{{"0"}}));
  const auto nobody = open_postgres({.url = "postgres://u:secret@127.0.0.1:1/x"});
  EXPECT_EQ(word(nobody.error()), "UNAVAILABLE");
  EXPECT_EQ((nobody.error().message() + nobody.error().cause()).find("secret"), std::string::npos);
}

}  // namespace
}  // namespace bedplate::store
