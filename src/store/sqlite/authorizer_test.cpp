// What no statement of ours does is refused before it runs.
#include <gtest/gtest.h>

#include "store/sqlite/sqlite_store.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;

class SqliteAuthorizer : public testing::Test {
 protected:
  SqliteAuthorizer() : rig_(open()) {}
  std::unique_ptr<Store> open() {
    auto opened = open_sqlite({.path = dir_ / "a.db"});
    EXPECT_TRUE(opened);
    EXPECT_TRUE((*opened)->run_script(std::vector<std::string>{
        "CREATE TABLE t(a INTEGER PRIMARY KEY, b REFERENCES t ON DELETE CASCADE)", "CREATE TABLE bp_meta(key, value)",
        "CREATE TABLE log(a)", "CREATE TRIGGER noted AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END",
        "CREATE VIEW v AS SELECT a FROM t", "INSERT INTO bp_meta VALUES ('secret', 'word')"}));
    return std::move(opened).value();
  }
  static sql::Program of(std::string text, std::size_t columns, bool system = false) {
    auto made = program(sql::Dialect::kSqlite,
                        {{std::move(text), {}, std::vector<sql::Column>(columns, column(Scalar::kString)), {}}});
    made.system = system;
    return made;
  }
  std::string read(std::string text, std::size_t columns = 1, bool system = false) {
    return rig_.read(of(std::move(text), columns, system));
  }
  std::string write(std::string text, std::size_t columns = 0, bool system = false) {
    const auto written = rig_.write(of(std::move(text), columns, system), {});
    return written ? "fine" : word(written.error()) + " " + std::string(written.error().cause());
  }

  TempDir dir_;
  StoreRig rig_;
};

TEST_F(SqliteAuthorizer, ReadersSeeTheModelsTablesAlone) {
  EXPECT_EQ(read("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT max(i) FROM n"),
            "[('3')]");
  EXPECT_EQ(read("SELECT count(*) FROM v"), "[('0')]");
  EXPECT_EQ(read("SELECT value FROM json_each('[7]')"), "[('7')]");
  for (const char* refused :
       {"SELECT name FROM sqlite_schema", "SELECT sql FROM sqlite_master", "SELECT count(*) FROM sqlite_schema",
        "SELECT value FROM bp_meta", "SELECT a FROM t WHERE a IN (SELECT value FROM bp_meta)",
        "SELECT name FROM pragma_table_info('t')", "PRAGMA journal_mode", "SELECT load_extension('x')"})
    EXPECT_EQ(read(refused), "error INTERNAL") << refused;
  for (const char* refused : {"ATTACH 'other.db' AS o", "DETACH main", "PRAGMA query_only=OFF",
                              "CREATE TEMP TABLE x(a)", "DELETE FROM t", "VACUUM"})
    EXPECT_EQ(read(refused, 0), "error INTERNAL") << refused;
  EXPECT_EQ(read("SELECT value FROM bp_meta", 1, true), "[('word')]");
}

TEST_F(SqliteAuthorizer, WritersChangeTheModelsTablesAlone) {
  EXPECT_EQ(write("INSERT INTO t VALUES (1, NULL), (2, 1)"), "fine");
  EXPECT_EQ(write("DELETE FROM t WHERE a = 1"), "fine");
  EXPECT_EQ(read("SELECT count(*) FROM t"), "[('0')]");
  EXPECT_EQ(read("SELECT count(*) FROM log"), "[('2')]") << "triggers may write";
  const std::pair<const char*, const char*> refused[] = {
      {"DROP TABLE t", "DELETE FROM sqlite_master"},
      {"CREATE TABLE x(a)", "INSERT INTO sqlite_master"},
      {"ALTER TABLE t ADD COLUMN c", "action 26 main t"},
      {"ATTACH 'other.db' AS o", "ATTACH other.db"},
      {"PRAGMA synchronous=OFF", "PRAGMA synchronous OFF"},
      {"PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys OFF"},
      {"INSERT INTO bp_meta VALUES (1, 2)", "INSERT INTO bp_meta"},
      {"UPDATE t SET b = (SELECT value FROM bp_meta)", "to read bp_meta value"},
      {"DELETE FROM bp_meta", "DELETE FROM bp_meta"},
      {"ANALYZE", "action 28 t"},
      {"UPDATE sqlite_schema SET sql = ''", "may not be modified"},
  };
  for (const auto& [text, what] : refused) {
    const auto said = write(text);
    EXPECT_TRUE(said.starts_with("INTERNAL") && said.contains(what)) << text << ": " << said;
  }
  EXPECT_EQ(write("UPDATE bp_meta SET value = 'other'", 0, true), "fine");
  EXPECT_EQ(read("SELECT value FROM bp_meta", 1, true), "[('other')]");
}

TEST_F(SqliteAuthorizer, StatementsPreparedAgainAfterDdlKeepTheirGrant) {
  const auto own = of("SELECT value FROM bp_meta", 1, true);
  const auto data = of("SELECT count(*) FROM t", 1);
  EXPECT_EQ(rig_.read(own), "[('word')]");
  EXPECT_EQ(rig_.read(data), "[('0')]");
  ASSERT_TRUE(rig_.the_store->run_script(std::vector<std::string>{"ALTER TABLE bp_meta ADD COLUMN more"}));
  EXPECT_EQ(rig_.read(own), "[('word')]");
  EXPECT_EQ(rig_.read(data), "[('0')]");
}

TEST_F(SqliteAuthorizer, CommandsAttachNothing) {
  const auto ran = rig_.the_store->query_system("ATTACH 'other.db' AS o", {});
  ASSERT_FALSE(ran);
  EXPECT_TRUE(ran.error().cause().contains("ATTACH other.db")) << ran.error().cause();
  EXPECT_FALSE(rig_.the_store->query_system("PRAGMA writable_schema=ON", {}));
  EXPECT_TRUE(rig_.the_store->query_system("PRAGMA foreign_key_check", {}));
}

}  // namespace
}  // namespace bedplate::store
