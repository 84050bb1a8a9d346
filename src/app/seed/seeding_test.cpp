// Seeded databases: the projects of tests/http and examples, on both stores, with the same rows in each.
#include "app/seed/seeding.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/new_row.hpp"
#include "migrate/prepare.hpp"
#include "model/compile.hpp"
#include "sql/ddl.hpp"
#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/postgres.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::app {
namespace {

namespace fs = std::filesystem;
using testing_support::StoreRig;

constexpr std::int64_t kNow = 1'767'225'600'000'000;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> projects() {
  std::vector<fs::path> found;
  for (const char* folder : {"/../http/models", "/../../examples"})
    for (const auto& each : fs::directory_iterator(BP_TEST_DATA + std::string(folder)))
      if (fs::exists(each.path() / "schema.graphql")) found.push_back(each.path());
  return found;
}

/// A database with a model's tables.
struct Seeded {
  Seeded(const model::Model& of_model, Result<std::unique_ptr<store::Store>> opened) : model(of_model) {
    if (!opened) {
      ADD_FAILURE() << opened.error().message();
      return;
    }
    rig = std::make_unique<StoreRig>(*std::move(opened));
    const auto prepared = migrate::prepare(*rig->the_store, model, schema::make_schema(model), migrate::Changes::kNone);
    if (!prepared) ADD_FAILURE() << prepared.error().message();
  }

  Result<SeedReport> seed(seed::Wanted wanted, bool append = false, std::uint64_t number = 42) {
    return seed_database(*rig->the_store, model,
                         {.wanted = std::move(wanted), .seed = number, .now = kNow, .append = append},
                         [this](const SeedProgress& at) { watched = at.made_in_all; });
  }
  /// Every stored value of every row, in the order of keys.
  std::string dump(const model::Entity& entity) {
    sql::Statement select;
    std::string order;
    for (const auto& field : entity.fields) {
      if (!field.is_column()) continue;
      select.text += (select.text.empty() ? "SELECT " : ", ") + sql::quoted_name(field.column);
      select.columns.push_back({field.type, field.form});
    }
    for (const auto key : entity.key)
      order += (order.empty() ? " ORDER BY " : ", ") + sql::quoted_name(entity.fields[key].column);
    select.text += " FROM " + sql::quoted_name(entity.table) + order;
    return rig->read(testing_support::program(rig->the_store->dialect(), {std::move(select)}));
  }
  std::string ask(const std::string& text) {
    const auto rows = rig->the_store->query_system(text, {});
    if (!rows) return rows.error().message();
    return rows->empty() ? "" : rows->front().front();
  }

  const model::Model& model;
  std::unique_ptr<StoreRig> rig;
  std::uint64_t watched = 0;
};

class SeedingTest : public testing::Test {
 protected:
  Seeded on_sqlite(const model::Model& model) {
    return {model, store::open_sqlite({.path = folder_ / (std::to_string(++files_) + ".db")})};
  }
  static Seeded on_postgres(const model::Model& model) {
    auto* const server = testing_support::PostgresServer::get();
    if (server == nullptr) std::abort();
    return {model, store::open_postgres({.url = server->new_database()})};
  }

  testing_support::TempDir folder_;
  int files_ = 0;
};

TEST_F(SeedingTest, BothStoresHaveTheSameRowsOfEveryProject) {
  const auto found = projects();
  EXPECT_GE(found.size(), 8u);
  for (const auto& path : found) {
    const auto compiled = model::compile(read(path / "schema.graphql"), "schema.graphql");
    ASSERT_TRUE(compiled.model) << path;
    Seeded first = on_sqlite(*compiled.model), second = on_postgres(*compiled.model);
    const auto one = first.seed({.total = 300, .named = {}}), two = second.seed({.total = 300, .named = {}});
    ASSERT_TRUE(one) << path << one.error().message() << one.error().detail();
    ASSERT_TRUE(two) << path << two.error().message() << two.error().detail();
    EXPECT_GT(first.watched, 200u) << path;
    for (const auto& entity : compiled.model->entities) {
      const std::string rows = first.dump(entity);
      EXPECT_GT(rows.size(), 3u) << path << entity.name;
      EXPECT_EQ(rows, second.dump(entity)) << path << entity.name;
    }
    EXPECT_EQ(first.ask("PRAGMA foreign_key_check"), "") << path;
  }
}

TEST_F(SeedingTest, AddsToRowsOnlyWhereToldTo) {
  const auto compiled = model::compile(read(BP_TEST_DATA "/../http/models/shelf/schema.graphql"), "schema.graphql");
  for (int store = 0; store < 2; ++store) {
    Seeded seeded = store == 0 ? on_sqlite(*compiled.model) : on_postgres(*compiled.model);
    ASSERT_TRUE(seeded.seed({.total = 300, .named = {}}));
    const auto refused = seeded.seed({.total = 300, .named = {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message(), "there are rows of members already; seed fills empty tables");
    const auto before = std::stoll(seeded.ask("SELECT max(id) FROM items"));
    for (int i = 0; i < 3; ++i) {
      const auto more = seeded.seed({.total = 300, .named = {}}, true);
      ASSERT_TRUE(more) << more.error().message() << more.error().cause();
    }
    EXPECT_EQ(seeded.ask("SELECT count(*) FROM items WHERE id > " + std::to_string(before)),
              std::to_string(before * 3));
    // The store goes on behind them.
    const std::string script[] = {"INSERT INTO vouchers (amount, version) VALUES (1, 1)"};
    EXPECT_TRUE(seeded.rig->the_store->run_script(script));
  }
}

TEST_F(SeedingTest, LinksJoinRowsOfOneTenant) {
  const auto compiled = model::compile(R"(
    type Firm @entity @tenantRoot @allow { id: ID! }
    type Post @entity @allow { id: ID! firm: Firm! @tenant tags: [Tag!]! @relation(manyToMany: true, inverse: "posts") }
    type Tag @entity @allow { id: ID! firm: Firm! @tenant posts: [Post!]! @relation(manyToMany: true, inverse: "tags") })",
                                       "schema.graphql");
  ASSERT_TRUE(compiled.model);
  const auto& posts = compiled.model->entity(compiled.model->entity_by_name.at("Post"));
  const std::string table = sql::quoted_name(posts.find("tags")->join->table);
  for (int store = 0; store < 2; ++store) {
    Seeded seeded = store == 0 ? on_sqlite(*compiled.model) : on_postgres(*compiled.model);
    const auto report = seeded.seed({.total = 200, .named = {}});
    ASSERT_TRUE(report) << report.error().message() << report.error().detail();
    EXPECT_EQ(report->tables.back().name, "posts.tags");
    EXPECT_GT(report->tables.back().rows, 20u);
    EXPECT_EQ(seeded.ask("SELECT count(*) FROM " + table), std::to_string(report->tables.back().rows));
    EXPECT_EQ(seeded.ask("SELECT count(*) FROM " + table +
                         " l JOIN posts p ON p.id = l.post_id JOIN tags t ON t.id = l.tag_id WHERE p.firm_id <> "
                         "t.firm_id"),
              "0");
  }
}

TEST_F(SeedingTest, SaysWhichFieldCannotBeMadeUp) {
  const auto compiled =
      model::compile(R"(type Word @entity @allow { id: ID! text: String! @constraint(pattern: "\\p{Greek}+") })", "s");
  ASSERT_TRUE(compiled.model);
  const auto report = on_sqlite(*compiled.model).seed({.total = 10, .named = {}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().message(), "row 1 of words cannot be made up: text: must match the pattern \\p{Greek}+");
}

TEST_F(SeedingTest, AWholeCircleOfOneTransactionIsWritten) {
  const auto compiled = model::compile(
      "type Node @entity @allow { id: Int! @default(fn: SEQUENCE) root: Node! @relation }", "schema.graphql");
  ASSERT_TRUE(compiled.model);
  for (int store = 0; store < 2; ++store) {
    Seeded seeded = store == 0 ? on_sqlite(*compiled.model) : on_postgres(*compiled.model);
    const auto report = seeded.seed({.total = 9000, .named = {}});
    ASSERT_TRUE(report) << report.error().message() << report.error().detail();
    EXPECT_EQ(seeded.ask("SELECT count(*) FROM nodes WHERE root_id <= id"), "9000");
    // PostgreSQL's own numbers come after them.
    const std::string script[] = {"INSERT INTO nodes (root_id) VALUES (1)"};
    const auto added = seeded.rig->the_store->run_script(script);
    EXPECT_TRUE(added) << added.error().message();
    EXPECT_EQ(seeded.ask("SELECT max(id) FROM nodes"), "9001");
  }
}

}  // namespace
}  // namespace bedplate::app
