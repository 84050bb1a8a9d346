// Power cuts: a VFS over the real one writes down every write, truncation, deletion and synchronisation of a store
// under writes. From that history it makes what a disk may hold after a cut at any moment: of what was not synchronised
// each write is there, missing, torn at a sector's border, or older than one after it. Files that are made or deleted
// are so at once. Each image is opened by the store. BEDPLATE_CRASH_IMAGES and BEDPLATE_CRASH_SEED: more of them,
// others (tests/fuzz/crash.sh).
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <mutex>
#include <random>
#include <sqlite3.h>

#include "store/sqlite/sqlite_store.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;
namespace fs = std::filesystem;
using Dice = std::mt19937_64;

constexpr std::size_t kSector = 512;

struct Event {
  enum class Kind { kWrite, kTruncate, kSync, kDelete, kAcknowledged };
  Kind kind;
  std::string file;        // its name's end: "", "-wal"
  std::size_t offset = 0;  // kTruncate: the size; kAcknowledged: which
  std::string data = {};
};

// SQLite's interface has room for no state of ours: one history for the process, written by one test at a time.
struct Recorder {
  std::mutex mutex;
  std::string database;  // only files whose names begin so
  std::vector<Event> events;
  std::map<const sqlite3_file*, std::string> files;
  std::map<const sqlite3_io_methods*, std::unique_ptr<sqlite3_io_methods>> methods;  // by the real ones
  std::map<const sqlite3_io_methods*, const sqlite3_io_methods*> real_methods;
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;

  void add(const sqlite3_file* file, Event::Kind kind, std::size_t offset, std::string data = {}) {
    const std::lock_guard lock(mutex);
    if (const auto at = files.find(file); at != files.end())
      events.push_back({kind, at->second, offset, std::move(data)});
  }
  const sqlite3_io_methods& real_of(const sqlite3_file* file) {
    const std::lock_guard lock(mutex);
    return *real_methods.at(file->pMethods);
  }
};
Recorder recorder;

int record_write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  recorder.add(file, Event::Kind::kWrite, static_cast<std::size_t>(offset),
               {static_cast<const char*>(data), static_cast<std::size_t>(size)});
  return recorder.real_of(file).xWrite(file, data, size, offset);
}
int record_truncate(sqlite3_file* file, sqlite3_int64 size) {
  recorder.add(file, Event::Kind::kTruncate, static_cast<std::size_t>(size));
  return recorder.real_of(file).xTruncate(file, size);
}
int record_sync(sqlite3_file* file, int flags) {
  const int code = recorder.real_of(file).xSync(file, flags);
  recorder.add(file, Event::Kind::kSync, 0);
  return code;
}
int record_close(sqlite3_file* file) {
  const auto& real = recorder.real_of(file);
  {
    const std::lock_guard lock(recorder.mutex);
    recorder.files.erase(file);
  }
  return real.xClose(file);
}
bool is_recorded(const char* name) { return name && std::string_view(name).starts_with(recorder.database); }
int record_open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  const int code = recorder.real->xOpen(recorder.real, name, file, flags, out_flags);
  if (code != SQLITE_OK || !file->pMethods || !is_recorded(name)) return code;
  const std::lock_guard lock(recorder.mutex);
  recorder.files[file] = name + recorder.database.size();
  auto& methods = recorder.methods[file->pMethods];
  if (!methods) {
    methods = std::make_unique<sqlite3_io_methods>(*file->pMethods);
    methods->xWrite = record_write;
    methods->xTruncate = record_truncate;
    methods->xSync = record_sync;
    methods->xClose = record_close;
    recorder.real_methods[methods.get()] = file->pMethods;
  }
  file->pMethods = methods.get();
  return code;
}
int record_delete(sqlite3_vfs*, const char* name, int sync_folder) {
  if (is_recorded(name)) {
    const std::lock_guard lock(recorder.mutex);
    recorder.events.push_back({Event::Kind::kDelete, name + recorder.database.size()});
  }
  return recorder.real->xDelete(recorder.real, name, sync_folder);
}

/// A file as the disk has it: what is certain, and what was asked for since.
struct DiskFile {
  std::string certain;
  std::vector<const Event*> pending;
};
using Disk = std::map<std::string, DiskFile>;

void apply(std::string& content, const Event& event, std::size_t from, std::size_t size) {
  if (event.kind == Event::Kind::kTruncate) return content.resize(event.offset);
  const std::size_t end = event.offset + from + size;
  if (content.size() < end) content.resize(end);
  content.replace(event.offset + from, size, event.data, from, size);
}
void apply(std::string& content, const Event& event) { apply(content, event, 0, event.data.size()); }

Disk disk_after(std::span<const Event> events, bool syncs_count) {
  Disk disk;
  for (const Event& event : events) {
    if (event.kind == Event::Kind::kAcknowledged) continue;
    if (event.kind == Event::Kind::kDelete) {
      disk.erase(event.file);
      continue;
    }
    DiskFile& file = disk[event.file];
    if (event.kind != Event::Kind::kSync) {
      file.pending.push_back(&event);
    } else if (syncs_count) {
      for (const Event* each : file.pending) apply(file.certain, *each);
      file.pending.clear();
    }
  }
  return disk;
}

/// What is there after the cut.
std::string cut(const DiskFile& file, Dice& dice) {
  std::string content = file.certain;
  std::vector<const Event*> order = file.pending;
  enum { kNone, kAll, kFirst, kSome, kTorn, kShuffled, kWays };
  const auto way = dice() % kWays;
  if (way == kNone) return content;
  if (way == kFirst && !order.empty()) order.resize(dice() % (order.size() + 1));
  if (way == kShuffled) std::ranges::shuffle(order, dice);
  for (const Event* event : order) {
    const bool sometimes = way == kSome || way == kTorn || way == kShuffled;
    if (sometimes && dice() % 2 == 0) continue;
    if (way != kTorn || event->kind == Event::Kind::kTruncate) {
      apply(content, *event);
      continue;
    }
    for (std::size_t at = 0; at < event->data.size(); at += kSector)
      if (dice() % 4 != 0) apply(content, *event, at, std::min(kSector, event->data.size() - at));
  }
  return content;
}

class SqliteCrash : public testing::Test {
 protected:
  SqliteCrash() {
    if (recorder.real) return;
    recorder.real = sqlite3_vfs_find("unix");
    recorder.vfs = *recorder.real;
    recorder.vfs.zName = "bp-recorder";
    recorder.vfs.pNext = nullptr;
    recorder.vfs.xOpen = record_open;
    recorder.vfs.xDelete = record_delete;
    sqlite3_vfs_register(&recorder.vfs, 0);
  }

  /// Each transaction makes three rows of its number and sets the counter to it; some share a commit.
  void record(std::uint64_t seed) {
    fs::remove_all(dir_ / "live");
    fs::create_directory(dir_ / "live");
    recorder.events.clear();
    recorder.database = dir_ / "live/c.db";
    Dice dice(seed);
    auto opened = open_sqlite({.path = recorder.database, .checkpoint_pages = 24, .vfs = "bp-recorder"});
    ASSERT_TRUE(opened);
    ASSERT_TRUE((*opened)->run_script(
        std::vector<std::string>{"CREATE TABLE t(n INTEGER, part INTEGER, filler BLOB, PRIMARY KEY (n, part))",
                                 "CREATE TABLE counter(n)", "INSERT INTO counter VALUES (0)"}));
    acknowledged(0);
    StoreRig rig(std::move(opened).value());
    for (std::int64_t next = 1; next <= kTransactions;) {
      const auto last = std::min<std::int64_t>(kTransactions, next + static_cast<std::int64_t>(dice() % 4));
      write_together(rig, next, last, dice);
      next = last + 1;
    }
  }

  /// Ok, or what is wrong with the image.
  std::string look_at(const Disk& disk, std::int64_t acknowledged, Dice& dice) {
    fs::remove_all(image_.path());
    fs::create_directory(image_.path());
    for (const auto& [name, file] : disk) std::ofstream(image_ / ("c.db" + name), std::ios::binary) << cut(file, dice);
    const auto opened = open_sqlite({.path = image_ / "c.db"});
    if (!opened)
      return "not opened: " + std::string(opened.error().message()) + " " + std::string(opened.error().detail());
    const auto rows = (*opened)->query_system(
        "SELECT (SELECT n FROM counter), count(*), coalesce(max(n), 0), count(DISTINCT n) FROM t", {});
    if (acknowledged < 0 && !rows) return {};  // the tables were not acknowledged yet
    if (!rows) return "not read: " + std::string(rows.error().cause());
    const auto& row = rows->front();
    const std::int64_t counter = row[0].empty() ? 0 : std::stoll(row[0]);
    const std::int64_t count = std::stoll(row[1]), newest = std::stoll(row[2]), numbers = std::stoll(row[3]);
    if (counter < acknowledged) return "acknowledged " + std::to_string(acknowledged) + ", there " + row[0];
    if (newest != counter || numbers != counter || count != 3 * counter)
      return "by halves: counter " + row[0] + ", rows " + row[1] + ", newest " + row[2];
    const auto whole = (*opened)->query_system("PRAGMA integrity_check", {});
    if (!whole || whole->front().front() != "ok") return "damaged";
    return {};
  }

  /// A cut at a moment of the dice's choice.
  std::string cut_somewhere(Dice& dice, bool syncs_count = true) {
    const auto at = dice() % (recorder.events.size() + 1);
    const std::span<const Event> before(recorder.events.data(), at);
    std::int64_t acknowledged = -1;
    for (const Event& event : before)
      if (event.kind == Event::Kind::kAcknowledged)
        acknowledged = std::max(acknowledged, static_cast<std::int64_t>(event.offset));
    const auto wrong = look_at(disk_after(before, syncs_count), acknowledged, dice);
    return wrong.empty() ? wrong : "after event " + std::to_string(at) + ": " + wrong;
  }

 private:
  static constexpr std::int64_t kTransactions = 60;

  static void acknowledged(std::int64_t number) {
    const std::lock_guard lock(recorder.mutex);
    recorder.events.push_back({Event::Kind::kAcknowledged, {}, static_cast<std::size_t>(number)});
  }

  void write_together(StoreRig& rig, std::int64_t first, std::int64_t last, Dice& dice) {
    struct One {
      std::vector<Cell> values;
      std::vector<Step> steps;
      std::unique_ptr<Steps> script;
      std::unique_ptr<WriteExecution> execution;
      std::optional<Task<Result<void>>> task;
    };
    std::vector<One> all(static_cast<std::size_t>(last - first + 1));
    for (std::size_t i = 0; i < all.size(); ++i) {
      One& one = all[i];
      one.values = {Cell::integer(first + static_cast<std::int64_t>(i)),
                    Cell::integer(static_cast<std::int64_t>(dice() % 3000))};
      for (std::uint16_t step = 0; step < 4; ++step) one.steps.push_back({.statement = step, .values = one.values});
      one.script = std::make_unique<Steps>(program_, one.steps);
      one.execution = std::make_unique<WriteExecution>(WriteExecution{*one.script, *rig.anonymous});
      one.task.emplace(rig.session->write(*one.execution));
    }
    for (auto& one : all) one.task->start();
    for (auto& one : all) {
      while (!one.task->done()) rig.loop->run_turn(std::chrono::milliseconds(10));
      ASSERT_TRUE(std::move(*one.task).take());
    }
    acknowledged(last);
  }

  static sql::Statement part(int number) {
    return {"INSERT INTO t VALUES (?1, " + std::to_string(number) + ", randomblob(?2))",
            {slot(0, of(Scalar::kInt)), slot(1, of(Scalar::kInt))},
            {},
            {}};
  }
  TempDir dir_;
  TempDir image_{"/dev/shm"};  // a real disk's synchronisations would take most of the time
  const sql::Program program_ =
      program(sql::Dialect::kSqlite,
              {part(0), part(1), {"UPDATE counter SET n = ?1", {slot(0, of(Scalar::kInt))}, {}, {}}, part(2)});
};

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

TEST_F(SqliteCrash, Threat130_AfterAPowerCutWhatWasAcknowledgedIsThereAndNothingByHalves) {
  const auto images = number_from("BEDPLATE_CRASH_IMAGES", 1000);
  const auto seed = number_from("BEDPLATE_CRASH_SEED", 1);
  for (std::uint64_t done = 0; done < images;) {
    ASSERT_NO_FATAL_FAILURE(record(seed + done));
    Dice dice(seed + done);
    for (std::uint64_t i = 0; i < 500 && done < images; ++i, ++done) {
      const auto wrong = cut_somewhere(dice);
      ASSERT_EQ(wrong, "") << "seed " << seed << ", image " << done;
    }
    if (images > 1000) std::printf("%llu images\n", static_cast<unsigned long long>(done));
  }
}

TEST_F(SqliteCrash, ADiskThatOnlySaysItSynchronisedIsFoundOut) {
  ASSERT_NO_FATAL_FAILURE(record(1));
  Dice dice(1);
  int wrong = 0;
  for (int i = 0; i < 40; ++i) wrong += !cut_somewhere(dice, false).empty();
  EXPECT_GT(wrong, 5);
}

}  // namespace
}  // namespace bedplate::store
