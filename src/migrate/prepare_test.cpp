#include "migrate/prepare.hpp"

#include <gtest/gtest.h>

#include "model/compile.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::migrate {
namespace {

struct Project {
  explicit Project(std::string_view fields, std::string_view more = "") {
    const std::string source =
        "type Note @entity @allow(to: [READ]) { id: ID! " + std::string(fields) + " } " + std::string(more);
    auto compiled = model::compile(source, "schema.graphql");
    for (const auto& each : compiled.diagnostics)
      if (each.severity == sdl::Severity::kError) ADD_FAILURE() << each.message;
    model = std::move(compiled.model);
    schema = schema::make_schema(*model);
  }
  std::unique_ptr<model::Model> model;
  schema::Schema schema;
};

class PrepareTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = store::open_sqlite({.path = folder_ / "app.db"});
    ASSERT_TRUE(opened) << opened.error().message();
    store_ = std::move(*opened);
  }
  Result<Prepared> run(const Project& project, Changes changes = Changes::kNone) {
    return prepare(*store_, *project.model, project.schema, changes);
  }
  void sql(std::string text) {
    const std::string script[] = {std::move(text)};
    const auto done = store_->run_script(script);
    ASSERT_TRUE(done) << done.error().message() << done.error().cause();
  }
  std::string ask(std::string_view text) {
    const auto rows = store_->query_system(text, {});
    return rows && !rows->empty() ? rows->front().front() : "";
  }

  testing_support::TempDir folder_;
  std::unique_ptr<store::Store> store_;
};

TEST_F(PrepareTest, AnEmptyDatabaseGetsEverythingAndFitsAfterwards) {
  const Project project("text: String!");
  auto prepared = run(project);
  ASSERT_TRUE(prepared) << prepared.error().message();
  EXPECT_TRUE(prepared->created);
  prepared = run(project);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_FALSE(prepared->created);
  EXPECT_EQ(ask("SELECT count(*) FROM sqlite_schema WHERE name = 'bp_api_keys'"), "1");
}

TEST_F(PrepareTest, OwnTablesAloneCountAsEmpty) {
  ASSERT_TRUE(ensure_system(*store_));
  const auto prepared = run(Project("text: String!"));
  ASSERT_TRUE(prepared);
  EXPECT_TRUE(prepared->created);
}

TEST_F(PrepareTest, EveryDifferenceIsListedAndNothingIsChanged) {
  sql("CREATE TABLE notes (ID TEXT, Text BLOB, number REAL NOT NULL, other TEXT)");
  const Project project("text: String! number: Int! missing: String", "type Tag @entity { id: ID! }");
  const auto prepared = run(project);
  ASSERT_FALSE(prepared);
  EXPECT_EQ(prepared.error().reason(), Reason::kDatabaseMismatch);
  const std::string& found = prepared.error().detail();
  for (const char* part : {"column 'notes.text' may be null", "column 'notes.number' is REAL, the model needs INTEGER",
                           "there is no column 'notes.missing'", "has no primary key", "there is no table 'tags'"})
    EXPECT_NE(found.find(part), std::string::npos) << part << " is not in\n" << found;
  EXPECT_EQ(ask("SELECT count(*) FROM sqlite_schema WHERE name = 'bp_api_keys'"), "0");
}

TEST_F(PrepareTest, ADatabaseOfOthersIsServedAsItIs) {
  sql("CREATE TABLE Notes (Id INTEGER PRIMARY KEY, Price NUMERIC(10,2), At DATETIME, Extra TEXT)");
  auto compiled = model::compile(
      R"SDL(type Note @entity(table: "Notes") @allow(to: [READ]) {
        id: Int! @column(name: "Id")
        price: Decimal @column(name: "Price", type: "NUMERIC(10,2)") @decimal(precision: 10, scale: 2)
        at: DateTime @column(name: "At", type: "YYYY-MM-DD HH:MM:SS")
      })SDL",
      "schema.graphql");
  ASSERT_TRUE(compiled.model);
  const auto schema = schema::make_schema(*compiled.model);
  const auto prepared = prepare(*store_, *compiled.model, schema, Changes::kNone);
  ASSERT_TRUE(prepared) << prepared.error().detail();
}

TEST_F(PrepareTest, AdditionsAreTablesAndColumnsThatLoseNothing) {
  ASSERT_TRUE(run(Project("text: String!")));
  sql("INSERT INTO notes (id, text) VALUES ('a', 'hello')");
  const Project grown("text: String! mark: Int mood: Mood! @default(value: FINE)",
                      "enum Mood { FINE SAD } type Tag @entity @allow(to: [READ]) { id: ID! note: Note! @relation }");
  EXPECT_FALSE(run(grown)) << "only where it is asked for";
  const auto prepared = run(grown, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_EQ(prepared->added.size(), 3u);
  EXPECT_EQ(ask("SELECT mood FROM notes WHERE id = 'a'"), "FINE");
  EXPECT_TRUE(run(grown));
}

TEST_F(PrepareTest, WhatRowsWouldLackIsLeftToAPerson) {
  ASSERT_TRUE(run(Project("text: String!")));
  const auto prepared = run(Project("text: Int! must: String!"), Changes::kAdditive);
  ASSERT_FALSE(prepared);
  EXPECT_NE(prepared.error().detail().find("give it a @default(value:)"), std::string::npos)
      << prepared.error().detail();
  EXPECT_NE(prepared.error().detail().find("'notes.text' is TEXT, the model needs INTEGER"), std::string::npos);
  EXPECT_EQ(ask("SELECT count(*) FROM pragma_table_info('notes')"), "2");
}

}  // namespace
}  // namespace bedplate::migrate
