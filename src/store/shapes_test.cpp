// A dozen shapes of reply, each as SQL written by hand for both stores, read through one renderer: the rows must be
// the same, cell by cell (ADR 0002). SQLite serves Chinook's own file, PostgreSQL a copy of its rows.
#include <filesystem>
#include <gtest/gtest.h>

#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/postgres.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;
using model::ColumnForm;
using sql::Statement;

const Type kInt = of(Scalar::kInt), kText = of(Scalar::kString), kPrice = decimal(10, 2), kWhen = of(Scalar::kDateTime);

struct Shape {
  const char* name;
  std::vector<Statement> sqlite, postgres;
  bool counted = false;
};

sql::Column int_column() { return column(kInt); }
sql::Column text_column() { return column(kText); }
sql::Column price_in(const char* store) {
  return column(kPrice, *store == 's' ? ColumnForm::kNumericReal : ColumnForm::kCanonical);
}
sql::Column when_in(const char* store) {
  return column(kWhen, *store == 's' ? ColumnForm::kSpacedDateTime : ColumnForm::kCanonical);
}

std::vector<Shape> shapes() {
  const auto s = [](std::string text, std::vector<sql::Bind> binds, std::vector<sql::Column> columns,
                    std::vector<std::uint16_t> children = {}) {
    return Statement{std::move(text), std::move(binds), std::move(columns), std::move(children)};
  };
  const auto id = slot(0, kInt);
  std::vector<Shape> all;
  all.push_back({"one row",
                 {s("SELECT TrackId, Name, Composer, UnitPrice FROM Track WHERE TrackId = ?1", {id},
                    {int_column(), text_column(), text_column(), price_in("s")})},
                 {s("SELECT track_id, name, composer, unit_price FROM track WHERE track_id = $1", {id},
                    {int_column(), text_column(), text_column(), price_in("p")})}});
  all.push_back({"no row",
                 {s("SELECT TrackId FROM Track WHERE TrackId = -?1", {id}, {int_column()})},
                 {s("SELECT track_id FROM track WHERE track_id = -$1", {id}, {int_column()})}});
  all.push_back({"list, ordered, cut",
                 {s("SELECT TrackId, Name FROM Track ORDER BY Name DESC, TrackId LIMIT 20 OFFSET ?1", {id},
                    {int_column(), text_column()})},
                 {s("SELECT track_id, name FROM track ORDER BY name COLLATE \"C\" DESC, track_id LIMIT 20 OFFSET $1",
                    {id}, {int_column(), text_column()})}});
  all.push_back({"nulls last",
                 {s("SELECT TrackId, Composer FROM Track WHERE AlbumId < ?1 * 40 ORDER BY Composer NULLS LAST, TrackId",
                    {id}, {int_column(), text_column()})},
                 {s("SELECT track_id, composer FROM track WHERE album_id < $1 * 40 "
                    "ORDER BY composer COLLATE \"C\" NULLS LAST, track_id",
                    {id}, {int_column(), text_column()})}});
  all.push_back({"to-one joined",
                 {s("SELECT t.TrackId, a.AlbumId, a.Title, r.Name FROM Track t LEFT JOIN Album a ON a.AlbumId = "
                    "t.AlbumId LEFT JOIN Artist r ON r.ArtistId = a.ArtistId WHERE t.TrackId < ?1 * 30 ORDER BY 1",
                    {id}, {int_column(), int_column(), text_column(), text_column()})},
                 {s("SELECT t.track_id, a.album_id, a.title, r.name FROM track t LEFT JOIN album a ON a.album_id = "
                    "t.album_id LEFT JOIN artist r ON r.artist_id = a.artist_id WHERE t.track_id < $1 * 30 ORDER BY 1",
                    {id}, {int_column(), int_column(), text_column(), text_column()})}});
  all.push_back({"one branch",
                 {s("SELECT ArtistId, Name FROM Artist WHERE ArtistId < ?1 * 10 ORDER BY ArtistId", {id},
                    {int_column(), text_column()}, {1}),
                  s("SELECT AlbumId, Title FROM Album WHERE ArtistId = ?1 ORDER BY AlbumId", {parent(0)},
                    {int_column(), text_column()})},
                 {s("SELECT artist_id, name, ARRAY(SELECT ROW(b.album_id, b.title) FROM album b WHERE b.artist_id = "
                    "a.artist_id ORDER BY b.album_id) FROM artist a WHERE artist_id < $1 * 10 ORDER BY artist_id",
                    {id}, {int_column(), text_column()}, {1}),
                  s("", {}, {int_column(), text_column()})}});
  all.push_back(
      {"three levels",
       {s("SELECT ArtistId, Name FROM Artist WHERE ArtistId < ?1 * 6 ORDER BY ArtistId", {id},
          {int_column(), text_column()}, {1}),
        s("SELECT AlbumId, Title FROM Album WHERE ArtistId = ?1 ORDER BY AlbumId", {parent(0)},
          {int_column(), text_column()}, {2}),
        s("SELECT TrackId, Name, Composer, Milliseconds, UnitPrice FROM Track WHERE AlbumId = ?1 ORDER BY 1",
          {parent(0)}, {int_column(), text_column(), text_column(), int_column(), price_in("s")})},
       {s("SELECT artist_id, name, ARRAY(SELECT ROW(b.album_id, b.title, ARRAY(SELECT ROW(t.track_id, t.name, "
          "t.composer, t.milliseconds, t.unit_price) FROM track t WHERE t.album_id = b.album_id ORDER BY "
          "t.track_id)) FROM album b WHERE b.artist_id = a.artist_id ORDER BY b.album_id) FROM artist a WHERE "
          "artist_id < $1 * 6 ORDER BY artist_id",
          {id}, {int_column(), text_column()}, {1}),
        s("", {}, {int_column(), text_column()}, {2}),
        s("", {}, {int_column(), text_column(), text_column(), int_column(), price_in("p")})}});
  all.push_back(
      {"newest few a parent",
       {s("SELECT CustomerId FROM Customer WHERE CustomerId < ?1 * 10 ORDER BY 1", {id}, {int_column()}, {1}),
        s("SELECT InvoiceId, InvoiceDate, Total FROM Invoice WHERE CustomerId = ?1 "
          "ORDER BY InvoiceDate DESC, InvoiceId LIMIT 2",
          {parent(0)}, {int_column(), when_in("s"), price_in("s")})},
       {s("SELECT c.customer_id, ARRAY(SELECT ROW(i.invoice_id, i.invoice_date, i.total) FROM invoice i WHERE "
          "i.customer_id = c.customer_id ORDER BY i.invoice_date DESC, i.invoice_id LIMIT 2) FROM customer c "
          "WHERE customer_id < $1 * 10 ORDER BY 1",
          {id}, {int_column()}, {1}),
        s("", {}, {int_column(), when_in("p"), price_in("p")})}});
  all.push_back({"two branches",
                 {s("SELECT AlbumId FROM Album WHERE AlbumId < ?1 * 8 ORDER BY 1", {id}, {int_column()}, {1, 2}),
                  s("SELECT Name FROM Track WHERE AlbumId = ?1 ORDER BY TrackId LIMIT 3", {parent(0)}, {text_column()}),
                  s("SELECT l.InvoiceLineId FROM InvoiceLine l JOIN Track t ON t.TrackId = l.TrackId WHERE t.AlbumId = "
                    "?1 ORDER BY 1 LIMIT 3",
                    {parent(0)}, {int_column()})},
                 {s("SELECT a.album_id, ARRAY(SELECT ROW(t.name) FROM track t WHERE t.album_id = a.album_id ORDER BY "
                    "t.track_id LIMIT 3), ARRAY(SELECT ROW(l.invoice_line_id) FROM invoice_line l JOIN track t ON "
                    "t.track_id = l.track_id WHERE t.album_id = a.album_id ORDER BY l.invoice_line_id LIMIT 3) "
                    "FROM album a WHERE album_id < $1 * 8 ORDER BY 1",
                    {id}, {int_column()}, {1, 2}),
                  s("", {}, {text_column()}), s("", {}, {int_column()})}});
  all.push_back(
      {"a branch below a joined to-one, bound twice",
       {s("SELECT t.TrackId, a.ArtistId FROM Track t LEFT JOIN Album a ON a.AlbumId = t.AlbumId WHERE "
          "t.TrackId IN (?1, ?1 + 20) ORDER BY 1",
          {id}, {int_column(), int_column()}, {1}),
        s("SELECT Title FROM Album WHERE ArtistId = ?1 AND AlbumId <> ?2 ORDER BY AlbumId", {parent(1), slot(0, kInt)},
          {text_column()})},
       {s("SELECT t.track_id, a.artist_id, ARRAY(SELECT ROW(b.title) FROM album b WHERE b.artist_id = "
          "a.artist_id AND b.album_id <> $1 ORDER BY b.album_id) FROM track t LEFT JOIN album a ON a.album_id "
          "= t.album_id WHERE t.track_id IN ($1, $1 + 20) ORDER BY 1",
          {id}, {int_column(), int_column()}, {1}),
        s("", {}, {text_column()})}});
  all.push_back({"aggregate",
                 {s("SELECT CustomerId, count(*), max(InvoiceDate) FROM Invoice GROUP BY 1 ORDER BY 1 LIMIT ?1", {id},
                    {int_column(), int_column(), when_in("s")})},
                 {s("SELECT customer_id, count(*), max(invoice_date) FROM invoice GROUP BY 1 ORDER BY 1 LIMIT $1", {id},
                    {int_column(), int_column(), when_in("p")})}});
  all.push_back({"page with its count",
                 {s("SELECT AlbumId FROM Album WHERE ArtistId > ?1 ORDER BY 1 LIMIT 3", {id}, {int_column()}),
                  s("SELECT count(*) FROM Album WHERE ArtistId > ?1", {id}, {int_column()})},
                 {s("SELECT album_id FROM album WHERE artist_id > $1 ORDER BY 1 LIMIT 3", {id}, {int_column()}),
                  s("SELECT count(*) FROM album WHERE artist_id > $1", {id}, {int_column()})},
                 true});
  return all;
}

// Chinook's rows as one INSERT a table, by SQLite's own quote().
std::vector<std::string> chinook_for_postgres(Store& sqlite) {
  struct Table {
    const char *create, *insert, *select;
  };
  const Table tables[] = {
      {"CREATE TABLE artist(artist_id int PRIMARY KEY, name text)", "INSERT INTO artist VALUES ",
       "SELECT ArtistId || ',' || quote(Name) FROM Artist"},
      {"CREATE TABLE album(album_id int PRIMARY KEY, title text, artist_id int)", "INSERT INTO album VALUES ",
       "SELECT AlbumId || ',' || quote(Title) || ',' || ArtistId FROM Album"},
      {"CREATE TABLE track(track_id int PRIMARY KEY, name text, album_id int, composer text, milliseconds int, "
       "unit_price numeric(10,2)); CREATE INDEX ON track(album_id)",
       "INSERT INTO track VALUES ",
       "SELECT TrackId || ',' || quote(Name) || ',' || AlbumId || ',' || quote(Composer) || ',' || Milliseconds || ',' "
       "|| UnitPrice FROM Track"},
      {"CREATE TABLE customer(customer_id int PRIMARY KEY)", "INSERT INTO customer VALUES ",
       "SELECT CustomerId FROM Customer"},
      {"CREATE TABLE invoice(invoice_id int PRIMARY KEY, customer_id int, invoice_date timestamptz, total "
       "numeric(10,2))",
       "INSERT INTO invoice VALUES ",
       "SELECT InvoiceId || ',' || CustomerId || ',' || quote(InvoiceDate || 'Z') || ',' || Total FROM Invoice"},
      {"CREATE TABLE invoice_line(invoice_line_id int PRIMARY KEY, track_id int)", "INSERT INTO invoice_line VALUES ",
       "SELECT InvoiceLineId || ',' || TrackId FROM InvoiceLine"},
  };
  std::vector<std::string> script;
  for (const auto& table : tables) {
    script.push_back(table.create);
    std::string insert = table.insert;
    for (const auto& row : sqlite.query_system(table.select, {}).value())
      insert.append(insert.back() == ' ' ? "(" : ",(").append(row[0]).append(")");
    script.push_back(std::move(insert));
  }
  return script;
}

TEST(Shapes, ADozenGiveTheSameRowsOnSqliteAndPostgres) {
  auto* server = PostgresServer::get();
  if (!server) GTEST_SKIP();
  TempDir dir;
  std::filesystem::copy_file(BP_TEST_DATA "/chinook/Chinook_Sqlite.sqlite", dir / "c.db");
  std::filesystem::permissions(dir / "c.db", std::filesystem::perms::owner_all);
  StoreRig sqlite(std::move(open_sqlite({.path = dir / "c.db"})).value());
  StoreRig postgres(std::move(open_postgres({.url = server->new_database()})).value());
  const auto loaded = postgres.the_store->run_script(chinook_for_postgres(*sqlite.the_store));
  ASSERT_TRUE(loaded) << loaded.error().cause();

  for (auto& shape : shapes()) {
    auto lite = program(sql::Dialect::kSqlite, shape.sqlite);
    auto grand = program(sql::Dialect::kPostgres, shape.postgres);
    if (shape.counted) lite.count = grand.count = 1;
    for (const std::int64_t value : {1, 2, 3}) {
      const std::string expected = sqlite.read(lite, {Cell::integer(value)});
      EXPECT_EQ(expected, sqlite.stream(lite, {Cell::integer(value)})) << shape.name;
      EXPECT_EQ(expected, postgres.stream(grand, {Cell::integer(value)})) << shape.name;
      EXPECT_EQ(expected, postgres.read(grand, {Cell::integer(value)})) << shape.name;
      EXPECT_FALSE(expected.starts_with("error")) << shape.name << " " << expected;
      if (std::string_view(shape.name) != "no row") {
        EXPECT_GT(expected.size(), 4u) << shape.name;
      }
    }
  }
}

}  // namespace
}  // namespace bedplate::store
