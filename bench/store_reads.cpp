// ns of a read through a Session on SQLite inside one turn's read transaction: by id, rows of a list, a three-level
// tree; beside them the same by-id statement stepped without anything of ours.
//   bedplate_bench_store <a copy of Chinook's SQLite file>
#include <algorithm>
#include <cstdio>
#include <sqlite3.h>
#include <time.h>

#include "net/loop.hpp"
#include "operation/principal.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace {

using namespace bedplate;

double cpu_nanoseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

/// The least of 20 rounds.
template <class Work>
double measure(int times, const Work& work) {
  double best = 1e18;
  for (int round = 0; round < 20; ++round) {
    const double start = cpu_nanoseconds();
    for (int i = 0; i < times; ++i) work(i);
    best = std::min(best, (cpu_nanoseconds() - start) / times);
  }
  return best;
}

/// Reads everything and adds up lengths, as a renderer would look at each cell.
struct Count final : rows::Visitor {
  explicit Count(const sql::Program& of) : program(of) {}
  Result<void> visit(rows::Source& source) override { return list(source, 0); }
  Result<void> list(rows::Source& source, std::uint16_t statement) {
    BP_TRY_VOID(source.open(statement));
    for (;;) {
      BP_TRY(const Cell* cells, source.next(statement));
      if (!cells) return {};
      ++rows;
      for (std::size_t i = 0; i < program.statements[statement].columns.size(); ++i)
        bytes += cells[i].kind() == CellKind::kText ? cells[i].as_bytes().size() : 8;
      for (const auto child : program.statements[statement].children) BP_TRY_VOID(list(source, child));
    }
  }
  const sql::Program& program;
  std::size_t rows = 0, bytes = 0;
};

sql::Column column(Scalar scalar) { return {{.scalar = scalar}, model::ColumnForm::kCanonical}; }
sql::Bind bind(sql::Bind::Kind kind) { return {kind, 0, {.scalar = Scalar::kInt}, model::ColumnForm::kCanonical, {}}; }

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: bedplate_bench_store FILE\n"), 2;
  auto store = store::open_sqlite({.path = argv[1], .heavy_readers = 1});
  if (!store) return std::fprintf(stderr, "%s\n", store.error().message().c_str()), 1;
  auto loop = net::Loop::create();
  auto session = (*store)->open_session(**loop);
  const model::Model model;
  const auto principal = operation::Principals(model).anonymous();
  const auto slot = bind(sql::Bind::Kind::kSlot), parent = bind(sql::Bind::Kind::kParent);
  sql::Program by_id{.id = 1};
  by_id.statements = {{"SELECT ArtistId, Name FROM Artist WHERE ArtistId = ?1",
                       {slot},
                       {column(Scalar::kInt), column(Scalar::kString)},
                       {}}};
  sql::Program list{.id = 2};
  list.statements = {
      {"SELECT TrackId, Name, Composer, Milliseconds FROM Track WHERE TrackId > ?1 ORDER BY 1 LIMIT 1000",
       {slot},
       {column(Scalar::kInt), column(Scalar::kString), column(Scalar::kString), column(Scalar::kInt)},
       {}}};
  sql::Program tree{.id = 3};
  tree.statements = {{"SELECT ArtistId, Name FROM Artist WHERE ArtistId = ?1",
                      {slot},
                      {column(Scalar::kInt), column(Scalar::kString)},
                      {1}},
                     {"SELECT AlbumId, Title FROM Album WHERE ArtistId = ?1 ORDER BY 1",
                      {parent},
                      {column(Scalar::kInt), column(Scalar::kString)},
                      {2}},
                     {"SELECT TrackId, Name FROM Track WHERE AlbumId = ?1 ORDER BY 1",
                      {parent},
                      {column(Scalar::kInt), column(Scalar::kString)},
                      {}}};

  const auto read = [&](const sql::Program& program, int id, Count& count) {
    const Cell values[] = {Cell::integer(id)};
    const store::Execution execution{program, values, *principal, 0};
    if (!run_ready((*session)->read(execution, count))) std::abort();
  };
  (*loop)->post([&] {
    Count one(by_id), many(list), nested(tree);
    std::printf("by id            %7.0f ns\n", measure(100'000, [&](int i) { read(by_id, i % 275 + 1, one); }));
    std::printf("row of a list    %7.0f ns\n", measure(100, [&](int i) { read(list, i, many); }) / 1000);
    std::printf("three-level tree %7.0f ns (%zu rows in all)\n",
                measure(2'000, [&](int i) { read(tree, i % 275 + 1, nested); }), nested.rows);
  });
  (*loop)->run_turn(std::chrono::seconds(1));

  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  sqlite3_exec(database, "PRAGMA mmap_size=1073741824; BEGIN", nullptr, nullptr, nullptr);
  sqlite3_prepare_v3(database, by_id.statements[0].text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  std::size_t bytes = 0;
  std::printf(
      "by id, sqlite3   %7.0f ns\n", measure(100'000, [&](int i) {
        sqlite3_bind_int64(statement, 1, i % 275 + 1);
        while (sqlite3_step(statement) == SQLITE_ROW)
          bytes +=
              static_cast<std::size_t>(sqlite3_column_int64(statement, 0)) * 0 +
              (sqlite3_column_text(statement, 1) ? static_cast<std::size_t>(sqlite3_column_bytes(statement, 1)) : 0);
        sqlite3_reset(statement);
      }));
  sqlite3_finalize(statement);
  sqlite3_close(database);
  session->reset();
  return bytes == 0;
}
