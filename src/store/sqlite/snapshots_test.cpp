// How long a loop keeps its snapshot, and that the log stays short beside constant reads.
#include <filesystem>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <thread>

#include "store/sqlite/sqlite_store.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;
using namespace std::chrono_literals;

constexpr std::int64_t kPage = 4096 + 24;  // in the log

class SqliteSnapshots : public testing::Test {
 protected:
  StoreRig open(int checkpoint_pages = 1000) {
    auto opened = open_sqlite({.path = dir_ / "s.db", .checkpoint_pages = checkpoint_pages});
    EXPECT_TRUE(opened);
    EXPECT_TRUE((*opened)->run_script(std::vector<std::string>{"CREATE TABLE t(a INTEGER, b BLOB)"}));
    return StoreRig(std::move(opened).value());
  }
  /// Whether somebody reads from the log.
  bool log_is_read() {
    sqlite3* other = nullptr;
    EXPECT_EQ(sqlite3_open((dir_ / "s.db").c_str(), &other), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(other, "SELECT * FROM sqlite_schema", nullptr, nullptr, nullptr), SQLITE_OK);
    const int code = sqlite3_wal_checkpoint_v2(other, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
    sqlite3_db_config(other, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_close(other);
    return code == SQLITE_BUSY;
  }
  std::int64_t log_pages() { return static_cast<std::int64_t>(std::filesystem::file_size(dir_ / "s.db-wal")) / kPage; }

  TempDir dir_;
  sql::Program insert_ = program(
      sql::Dialect::kSqlite, {{"INSERT INTO t VALUES (?1, randomblob(3000))", {slot(0, of(Scalar::kInt))}, {}, {}}});
  sql::Program newest_ =
      program(sql::Dialect::kSqlite, {{"SELECT max(rowid) FROM t", {}, {column(Scalar::kBigInt)}, {}}});
};

TEST_F(SqliteSnapshots, ATurnsEndKeepsTheSnapshotAndTimeEndsIt) {
  auto rig = open();
  ASSERT_TRUE(rig.write(insert_, {Cell::integer(1)}));
  EXPECT_EQ(rig.read(newest_), "[(1)]");
  rig.loop->post([] {});
  rig.loop->run_turn(0ms);
  EXPECT_TRUE(log_is_read());
  const auto until = std::chrono::steady_clock::now() + 100ms;
  while (log_is_read() && std::chrono::steady_clock::now() < until) rig.loop->run_turn(1ms);
  EXPECT_FALSE(log_is_read());
}

TEST_F(SqliteSnapshots, ACommitEndsTheSnapshotWithTheTurn) {
  auto rig = open();
  ASSERT_TRUE(rig.write(insert_, {Cell::integer(1)}));
  EXPECT_EQ(rig.read(newest_), "[(1)]");
  ASSERT_TRUE(rig.the_store->run_script(std::vector<std::string>{"INSERT INTO t VALUES (2, 'x')"}));
  rig.loop->post([] {});
  rig.loop->run_turn(0ms);
  EXPECT_FALSE(log_is_read());
}

// Between a commit and its number: who reads anew sees it and may tell others, so nobody may stay behind it.
TEST_F(SqliteSnapshots, WhatOneReaderHasSeenEveryLaterReadSees) {
  auto rig = open();
  ASSERT_TRUE(rig.write(insert_, {Cell::integer(1)}));
  EXPECT_EQ(rig.read(newest_), "[(1)]");  // and its snapshot stays until the turn's end
  std::thread writer([&] {
    const std::vector<std::string> script{
        "INSERT INTO t VALUES (2, 'x')", "COMMIT", "BEGIN",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000) SELECT max(i) FROM n"};
    EXPECT_TRUE(rig.the_store->run_script(script));
  });
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open((dir_ / "s.db").c_str(), &other), SQLITE_OK);
  std::string seen;
  const auto keep = [](void* into, int, char** cells, char**) {
    return *static_cast<std::string*>(into) = cells[0], 0;
  };
  while (seen != "2") ASSERT_EQ(sqlite3_exec(other, "SELECT max(rowid) FROM t", keep, &seen, nullptr), SQLITE_OK);
  EXPECT_EQ(rig.read(newest_), "[(2)]");
  writer.join();
  sqlite3_close(other);
}

/// Loops that read in every turn, and one that read once and waits for long.
class Readers {
 public:
  Readers(StoreRig& rig, const sql::Program& what, int loops) : rig_(rig), what_(what) {
    for (int i = 0; i < loops; ++i) threads_.emplace_back([this, busy = i > 0] { serve(busy); });
  }
  ~Readers() {
    stop_ = true;
    for (auto& thread : threads_) thread.join();
    EXPECT_GT(reads_, 100);
  }

 private:
  void serve(bool busy) {
    auto loop = std::move(net::Loop::create()).value();
    auto session = std::move(rig_.the_store->open_session(*loop)).value();
    while (!stop_) {
      loop->post([&] {
        for (int i = 0; i < 8; ++i) {
          Dump dump(what_);
          EXPECT_TRUE(run_ready(session->read({what_, {}, *rig_.anonymous, 0}, dump)));
          ++reads_;
        }
      });
      loop->run_turn(busy ? 0ms : 50ms);
    }
  }

  StoreRig& rig_;
  const sql::Program& what_;
  std::atomic<bool> stop_{false};
  std::atomic<int> reads_{0};
  std::vector<std::thread> threads_;
};

TEST_F(SqliteSnapshots, TheLogStaysShortBesideConstantReadsAndWrites) {
  constexpr int kCheckpoint = 40;
  auto rig = open(kCheckpoint);
  int writes = 0;
  {
    const Readers readers(rig, newest_, 3);
    while (writes < 800) {
      ASSERT_TRUE(rig.write(insert_, {Cell::integer(++writes)}));
      ASSERT_LT(log_pages(), 20 * kCheckpoint);
    }
  }
  // Three pages a write at least: without a new start the log would have 2,400.
  RecordProperty("log_pages", static_cast<int>(log_pages()));
}

}  // namespace
}  // namespace bedplate::store
