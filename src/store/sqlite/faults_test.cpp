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
constexpr int kNever = 1 << 30;
struct Faults {
  std::atomic<bool> sync{false}, full{false};
  std::atomic<int> sync_in{kNever}, full_in{kNever};  // calls from now; then `sync` or `full` is set
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  FailingMethods of_kind[4];  // the database, its log, …
};
Faults faults;

const sqlite3_io_methods& real_of(sqlite3_file* file) {
  return *reinterpret_cast<const FailingMethods*>(file->pMethods)->real;
}
int failing_sync(sqlite3_file* file, int flags) {
  // Once: the disk forgets what it could not write, and says nothing of it when asked again.
  if (faults.sync_in-- == 0) return SQLITE_IOERR_FSYNC;
  return faults.sync ? SQLITE_IOERR_FSYNC : real_of(file).xSync(file, flags);
}
int failing_write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  if (faults.full_in-- == 0) faults.full = true;
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
    mend();
    if (!faults.real) {
      faults.real = sqlite3_vfs_find(nullptr);
      faults.vfs = *faults.real;
      faults.vfs.zName = "bp-faults";
      faults.vfs.pNext = nullptr;
      faults.vfs.xOpen = open_file;
      sqlite3_vfs_register(&faults.vfs, 0);
    }
  }
  static void mend() {
    faults.sync = faults.full = false;
    faults.sync_in = faults.full_in = kNever;
  }
  StoreRig open(int checkpoint_pages = 1000) {
    auto opened = open_sqlite({.path = dir_ / "f.db",
                               .checkpoint_pages = checkpoint_pages,
                               .vfs = "bp-faults",
                               .on_fatal = [this](const auto&) { ++fatal_; }});
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

/// `[(1),(2)]`
std::string list_of(const std::vector<std::int64_t>& values) {
  std::string out = "[";
  for (const auto value : values) out += (out.size() > 1 ? ",(" : "(") + std::to_string(value) + ")";
  return out + "]";
}

// Those of the log at commits, those of log and database at checkpoints, the new log's first.
TEST_F(SqliteFaults, Threat127_WhicheverSynchronisationFailsOnceNothingIsAcknowledgedAfterIt) {
  std::vector<std::int64_t> kept;
  std::int64_t next = 0;
  int met = 0;
  for (int n = 0; n < 14; ++n) {
    {
      auto rig = open(4);
      faults.sync_in = n;
      for (int i = 0; i < 10; ++i) {
        const bool failed_before = fatal_ > met;
        const auto said = insert(rig, ++next);
        if (said == "fine") kept.push_back(next);
        ASSERT_TRUE(said == "fine" ? !failed_before : said == "UNAVAILABLE") << n << ": " << said;
      }
      ASSERT_EQ(fatal_, met + 1) << n;
      met = fatal_;
    }
    mend();
    // The process ends; what was not acknowledged may be there or not.
    auto rig = open();
    const auto rows = rig.read(values_);
    for (const auto value : kept) ASSERT_TRUE(rows.contains("(" + std::to_string(value) + ")")) << n << ": " << rows;
    ASSERT_TRUE(rig.the_store->run_script(std::vector<std::string>{"DELETE FROM t"}));
    kept.clear();
  }
}

TEST_F(SqliteFaults, Threat128_ADiskThatIsFullAtAnyWriteLosesNothingAndWritesResume) {
  std::vector<std::int64_t> kept;
  std::int64_t next = 0;
  auto rig = open(4);
  for (int n = 0; n < 24; ++n) {
    faults.full_in = n;
    bool refused = false;
    for (int i = 0; i < 30 && !refused; ++i) {
      const auto said = insert(rig, ++next);
      refused = said != "fine";
      if (!refused) kept.push_back(next);
      ASSERT_TRUE(!refused || said == "STORAGE_FULL") << n << ": " << said;
    }
    ASSERT_TRUE(refused) << n;
    ASSERT_EQ(insert(rig, -1), "STORAGE_FULL");
    ASSERT_EQ(rig.read(values_), list_of(kept)) << n;
    mend();
    ASSERT_EQ(insert(rig, ++next), "fine") << n;
    kept.push_back(next);
    ASSERT_EQ(rig.read(values_), list_of(kept)) << n;
  }
  EXPECT_EQ(fatal_, 0);
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

// SQLite's memory, of which one allocation fails when told to; again one for the process.
struct Memory {
  sqlite3_mem_methods real{};
  std::atomic<int> fails_in{kNever};
};
Memory memory;

void* failing_malloc(int size) { return memory.fails_in-- == 0 ? nullptr : memory.real.xMalloc(size); }
void* failing_realloc(void* before, int size) {
  return memory.fails_in-- == 0 ? nullptr : memory.real.xRealloc(before, size);
}

class SqliteMemory : public SqliteFaults {
 protected:
  SqliteMemory() {
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
    sqlite3_mem_methods failing = memory.real;
    failing.xMalloc = failing_malloc;
    failing.xRealloc = failing_realloc;
    use(failing);
  }
  ~SqliteMemory() override {
    memory.fails_in = kNever;
    use(memory.real);
  }
  static void use(const sqlite3_mem_methods& methods) {
    sqlite3_shutdown();
    sqlite3_mem_methods copy = methods;
    EXPECT_EQ(sqlite3_config(SQLITE_CONFIG_MALLOC, &copy), SQLITE_OK);
    sqlite3_initialize();
  }
};

TEST_F(SqliteMemory, Threat133_WhicheverAllocationFailsTheAnswerIsOverloadedAndNothingIsLost) {
  std::vector<std::int64_t> kept;
  auto rig = open(4);
  int refused = 0, untouched = 0;
  for (int n = 0; n < 400 && untouched < 3; ++n) {
    // Prepared anew each time: most allocations are there.
    const auto write = program(sql::Dialect::kSqlite, {{"INSERT INTO t SELECT ?1 WHERE length(?2) > 0",
                                                        {slot(0, of(Scalar::kInt)), slot(1, of(Scalar::kString))},
                                                        {},
                                                        {}}});
    const auto read = program(sql::Dialect::kSqlite, {{"SELECT 'a' || a, a FROM t ORDER BY a DESC LIMIT 1",
                                                       {},
                                                       {column(Scalar::kString), column(Scalar::kInt)},
                                                       {}}});
    memory.fails_in = n;
    const auto written = rig.write(write, {Cell::integer(n), Cell::text("word")});
    const bool in_write = memory.fails_in < 0;
    ASSERT_TRUE(written || word(written.error()) == "OVERLOADED") << n << ": " << written.error().cause();
    if (written) kept.push_back(n);
    memory.fails_in = in_write ? n : kNever;
    const auto said = rig.read(read);
    const auto newest = kept.empty() ? std::string("[]")
                                     : "[('a" + std::to_string(kept.back()) + "'," + std::to_string(kept.back()) + ")]";
    ASSERT_TRUE(said == newest || said == "error OVERLOADED") << n << ": " << said;
    memory.fails_in = kNever;
    ASSERT_EQ(rig.read(values_), list_of(kept)) << n;
    refused += written ? 0 : 1;
    untouched = in_write ? 0 : untouched + 1;
  }
  EXPECT_GT(refused, 10);
  EXPECT_EQ(untouched, 3);
  EXPECT_EQ(fatal_, 0);
}

}  // namespace
}  // namespace bedplate::store
