#include "store/sqlite/backup.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

#include "store/sqlite/sqlite_store.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;
namespace fs = std::filesystem;

class SqliteBackup : public testing::Test {
 protected:
  StoreRig open(std::string_view name) {
    auto opened = open_sqlite({.path = dir_ / name, .checkpoint_pages = 100});
    EXPECT_TRUE(opened) << opened.error().message();
    EXPECT_TRUE((*opened)->run_script(std::vector<std::string>{
        "CREATE TABLE IF NOT EXISTS bp_meta(key, value)", "CREATE TABLE IF NOT EXISTS a(n INTEGER PRIMARY KEY, b BLOB)",
        "CREATE TABLE IF NOT EXISTS b(n INTEGER PRIMARY KEY REFERENCES a)"}));
    return StoreRig(std::move(opened).value());
  }
  /// One transaction in two tables.
  void insert(StoreRig& rig, std::int64_t value) {
    const Cell cells[] = {Cell::integer(value)};
    const Step steps[] = {{.statement = 0, .values = cells}, {.statement = 1, .values = cells}};
    ASSERT_TRUE(rig.write_steps(pair_, steps));
  }
  std::string numbers(StoreRig& rig) { return rig.read(numbers_); }
  void write_file(std::string_view name, std::string_view text) {
    std::ofstream(dir_ / name, std::ios::binary) << text;
  }

  TempDir dir_;
  sql::Program pair_ = program(sql::Dialect::kSqlite,
                               {{"INSERT INTO a VALUES (?1, randomblob(2000))", {slot(0, of(Scalar::kInt))}, {}, {}},
                                {"INSERT INTO b VALUES (?1)", {slot(0, of(Scalar::kInt))}, {}, {}}});
  sql::Program numbers_ = program(sql::Dialect::kSqlite,
                                  {{"SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b), (SELECT max(n) FROM b)",
                                    {},
                                    std::vector<sql::Column>(3, column(Scalar::kBigInt)),
                                    {}}});
};

TEST_F(SqliteBackup, Threat135_ABackupUnderLoadIsOneSnapshotWithAllThatWasAcknowledgedBefore) {
  {
    auto rig = open("live.db");
    for (std::int64_t i = 1; i <= 300; ++i) insert(rig, i);
    std::atomic<bool> done{false};
    std::int64_t last = 300;
    Result<sqlite::Copied> made;
    std::thread other([&] {
      made = sqlite::back_up(dir_ / "live.db", dir_ / "copy.db");
      done = true;
    });
    while (!done) insert(rig, ++last);
    other.join();
    ASSERT_TRUE(made) << made.error().message() << made.error().cause();
    EXPECT_EQ(made->bytes, static_cast<std::int64_t>(fs::file_size(dir_ / "copy.db")));
    EXPECT_GT(last, 300) << "writes went on";
  }
  EXPECT_FALSE(fs::exists(dir_ / "copy.db-wal"));
  EXPECT_FALSE(fs::exists(dir_ / "copy.db.partial"));
  EXPECT_EQ(fs::status(dir_ / "copy.db").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  auto copy = open("copy.db");
  const auto rows = numbers(copy);
  long in_a = 0, in_b = 0, newest = 0;
  ASSERT_EQ(std::sscanf(rows.c_str(), "[(%ld,%ld,%ld)]", &in_a, &in_b, &newest), 3) << rows;
  EXPECT_EQ(in_a, in_b);
  EXPECT_EQ(in_a, newest) << "a prefix of the commits";
  EXPECT_GE(newest, 300);
}

TEST_F(SqliteBackup, NothingIsWrittenOver) {
  {
    auto rig = open("live.db");
  }
  write_file("there", "mine");
  const auto made = sqlite::back_up(dir_ / "live.db", dir_ / "there");
  ASSERT_FALSE(made);
  EXPECT_EQ(word(made.error()), "CONFLICT");
  EXPECT_EQ(fs::file_size(dir_ / "there"), 4U);
  EXPECT_EQ(word(sqlite::back_up(dir_ / "none.db", dir_ / "x").error()), "DATABASE_MISMATCH");
  EXPECT_FALSE(fs::exists(dir_ / "x"));
  EXPECT_FALSE(fs::exists(dir_ / "x.partial"));
  const std::atomic<bool> stop{true};
  EXPECT_EQ(word(sqlite::back_up(dir_ / "live.db", dir_ / "y", &stop).error()), "CANCELLED");
  EXPECT_FALSE(fs::exists(dir_ / "y.partial"));
}

TEST_F(SqliteBackup, ARestoreReplacesTheDatabaseAndKeepsTheOldOne) {
  {
    auto rig = open("live.db");
    insert(rig, 1);
    ASSERT_TRUE(sqlite::back_up(dir_ / "live.db", dir_ / "copy.db"));
    insert(rig, 2);
    EXPECT_EQ(word(sqlite::restore(dir_ / "copy.db", dir_ / "live.db", 7).error()), "DATABASE_OWNED");
    EXPECT_EQ(numbers(rig), "[(2,2,2)]");
  }
  const auto restored = sqlite::restore(dir_ / "copy.db", dir_ / "live.db", 7);
  ASSERT_TRUE(restored) << restored.error().message() << restored.error().cause();
  EXPECT_EQ(restored->aside, dir_ / "live.db.before-restore-7");
  {
    auto rig = open("live.db");
    EXPECT_EQ(numbers(rig), "[(1,1,1)]");
  }
  auto before = open("live.db.before-restore-7");
  EXPECT_EQ(numbers(before), "[(2,2,2)]");
  EXPECT_TRUE(sqlite::restore(dir_ / "copy.db", dir_ / "new.db", 7)) << "also where there was none";
}

TEST_F(SqliteBackup, ARestoreRefusesWhatIsNoWholeDatabaseOfOurs) {
  {
    auto rig = open("live.db");
    for (std::int64_t i = 1; i <= 60; ++i) insert(rig, i);
  }
  fs::copy_file(BP_TEST_DATA "/chinook/Chinook_Sqlite.sqlite", dir_ / "foreign.db");
  write_file("text.db", "This is no database, though it is long enough for one to be read as such. ");
  fs::copy_file(dir_ / "live.db", dir_ / "broken.db");
  {
    std::fstream file(dir_ / "broken.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(6 * 4096);
    file << std::string(4096, '\x5a');
  }
  for (const char* name : {"foreign.db", "text.db", "broken.db", "none.db"}) {
    const auto restored = sqlite::restore(dir_ / name, dir_ / "live.db", 7);
    ASSERT_FALSE(restored) << name;
    EXPECT_EQ(word(restored.error()), "DATABASE_MISMATCH") << name;
  }
  auto rig = open("live.db");
  EXPECT_EQ(numbers(rig), "[(60,60,60)]");
  EXPECT_FALSE(fs::exists(dir_ / "live.db.restoring"));
}

TEST_F(SqliteBackup, AfterAnUncleanEndADamagedFileIsNotServed) {
  {
    auto rig = open("live.db");
    for (std::int64_t i = 1; i <= 60; ++i) insert(rig, i);
  }
  const auto spoil = [&] {
    std::fstream file(dir_ / "live.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(6 * 4096);
    file << std::string(4096, '\x5a');
  };
  std::int64_t asked = 0;
  SqliteOptions options{.path = dir_ / "live.db", .on_check = [&](std::int64_t bytes) { asked = bytes; }};
  EXPECT_TRUE(open_sqlite(options));
  EXPECT_EQ(asked, 0) << "it was closed";
  write_file("live.db-wal", "left by a process that was killed");
  EXPECT_TRUE(open_sqlite(options));
  EXPECT_EQ(asked, static_cast<std::int64_t>(fs::file_size(dir_ / "live.db")));
  spoil();
  write_file("live.db-wal", "left by a process that was killed");
  const auto refused = open_sqlite(options);
  ASSERT_FALSE(refused);
  EXPECT_EQ(word(refused.error()), "DATABASE_MISMATCH");
  EXPECT_TRUE(std::string(refused.error().hint()).contains("admin restore")) << refused.error().hint();
}

}  // namespace
}  // namespace bedplate::store
