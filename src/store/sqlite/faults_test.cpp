// Disks that fail: a VFS over the real one whose writes and syncs fail when told to.
#include <atomic>
#include <gtest/gtest.h>
#include <mutex>
#include <sqlite3.h>

#include "store/sqlite/sqlite_store.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;

// A file's methods with two of them replaced; `methods` is first, so that a file leads back to the real ones.
struct FailingMethods {
  sqlite3_io_methods methods{};
  const sqlite3_io_methods* real = nullptr;
};
// SQLite's interface has room for no state of ours: one fault plan for the process, used by one test at a time.
struct Faults {
  std::atomic<bool> sync{false}, full{false};
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  FailingMethods of_kind[4];  // the database, its log, …
};
Faults faults;

const sqlite3_io_methods& real_of(sqlite3_file* file) {
  return *reinterpret_cast<const FailingMethods*>(file->pMethods)->real;
}
int failing_sync(sqlite3_file* file, int flags) {
  return faults.sync ? SQLITE_IOERR_FSYNC : real_of(file).xSync(file, flags);
}
int failing_write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  return faults.full ? SQLITE_FULL : real_of(file).xWrite(file, data, size, offset);
}
int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  static std::mutex mutex;
  const int code = faults.real->xOpen(faults.real, name, file, flags, out_flags);
  if (code != SQLITE_OK || !file->pMethods) return code;
  const std::lock_guard lock(mutex);
  for (auto& kind : faults.of_kind) {
    if (!kind.real) {
      kind.methods = *file->pMethods;
      kind.methods.xSync = failing_sync;
      kind.methods.xWrite = failing_write;
      kind.real = file->pMethods;
    }
    if (kind.real == file->pMethods) {
      file->pMethods = &kind.methods;
      break;
    }
  }
  return code;
}

class SqliteFaults : public testing::Test {
 protected:
  SqliteFaults() {
    faults.sync = faults.full = false;
    if (!faults.real) {
      faults.real = sqlite3_vfs_find(nullptr);
      faults.vfs = *faults.real;
      faults.vfs.zName = "bp-faults";
      faults.vfs.pNext = nullptr;
      faults.vfs.xOpen = open_file;
      sqlite3_vfs_register(&faults.vfs, 0);
    }
  }
  StoreRig open() {
    auto opened =
        open_sqlite({.path = dir_ / "f.db", .vfs = "bp-faults", .on_fatal = [this](const auto&) { ++fatal_; }});
    EXPECT_TRUE(opened);
    EXPECT_TRUE((*opened)->run_script(std::vector<std::string>{"CREATE TABLE IF NOT EXISTS t(a INTEGER)"}));
    return StoreRig(std::move(opened).value());
  }
  std::string insert(StoreRig& rig, std::int64_t value) {
    const auto written = rig.write(insert_, {Cell::integer(value)});
    return written ? "fine" : word(written.error());
  }

  TempDir dir_;
  std::atomic<int> fatal_{0};
  sql::Program insert_ =
      program(sql::Dialect::kSqlite, {{"INSERT INTO t VALUES (?1)", {slot(0, of(Scalar::kInt))}, {}, {}}});
  sql::Program values_ = program(sql::Dialect::kSqlite, {{"SELECT a FROM t", {}, {column(Scalar::kInt)}, {}}});
};

TEST_F(SqliteFaults, Threat127_AfterAFailedSyncNothingIsAcknowledged) {
  {
    auto rig = open();
    EXPECT_EQ(insert(rig, 1), "fine");
    faults.sync = true;
    EXPECT_EQ(insert(rig, 2), "UNAVAILABLE");
    EXPECT_EQ(fatal_, 1);
    faults.sync = false;
    EXPECT_EQ(insert(rig, 3), "UNAVAILABLE");
    EXPECT_EQ(fatal_, 1);
    EXPECT_EQ(rig.read(values_), "[(1)]");
  }
  auto again = open();
  const auto rows = again.read(values_);
  EXPECT_TRUE(rows == "[(1)]" || rows == "[(1),(2)]") << rows;
  EXPECT_EQ(insert(again, 4), "fine");
}

TEST_F(SqliteFaults, Threat128_AFullDiskRefusesWritesAndTheyResume) {
  auto rig = open();
  EXPECT_EQ(insert(rig, 1), "fine");
  faults.full = true;
  EXPECT_EQ(insert(rig, 2), "STORAGE_FULL");
  EXPECT_EQ(rig.read(values_), "[(1)]");
  faults.full = false;
  EXPECT_EQ(insert(rig, 3), "fine");
  EXPECT_EQ(rig.read(values_), "[(1),(3)]");
  EXPECT_EQ(fatal_, 0);
}

}  // namespace
}  // namespace bedplate::store
