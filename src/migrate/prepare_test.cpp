#include "migrate/prepare.hpp"

#include <gtest/gtest.h>

#include "migrate/check_clauses.hpp"
#include "model/compile.hpp"
#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/postgres.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::migrate {
namespace {

struct Project {
  explicit Project(std::string_view fields, std::string_view more = "", std::string_view rules = "") {
    const std::string source = "type Note @entity @allow(to: [READ]) " + std::string(rules) + " { id: ID! " +
                               std::string(fields) + " } " + std::string(more);
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

TEST_F(PrepareTest, TextsWithoutTokensGetThem) {
  const Project before("shelf: Int! text: String", "");
  ASSERT_TRUE(run(before));
  sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "
      "INSERT INTO notes (id, shelf, text) SELECT printf('k''%d', i), i % 7, CASE WHEN i % 100 > 0 THEN 'It''s Note ' "
      "|| i END "
      "FROM n");
  const Project searched("shelf: Int! text: String @search");
  auto prepared = run(searched);
  ASSERT_FALSE(prepared);
  EXPECT_TRUE(prepared.error().detail().contains("@search keeps tokens")) << prepared.error().detail();
  prepared = run(searched, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_EQ(prepared->added,
            (std::vector<std::string>{"column 'notes.text_fts_simple1'", "tokens of 'notes.text' in 1188 rows"}));
  EXPECT_EQ(ask("SELECT count(*) FROM notes WHERE text_fts_simple1 = ' it s note ' || substr(id, 3) || ' '"), "1188");
  EXPECT_EQ(ask("SELECT count(*) FROM notes WHERE text_fts_simple1 IS NULL"), "12");
  prepared = run(searched);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_TRUE(prepared->added.empty());
  // Another language is another column.
  prepared = run(Project("shelf: Int! text: String @search(language: \"english\")"), Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_EQ(ask("SELECT text_fts_english1 FROM notes WHERE id = 'k''7'"), " it s note 7 ");
}

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
  sql("INSERT INTO notes (id, text) VALUES ('a', 'hello')");
  const auto prepared = run(Project("text: Int! must: String!"), Changes::kAdditive);
  ASSERT_FALSE(prepared);
  EXPECT_NE(prepared.error().detail().find("give it a @default(value:)"), std::string::npos)
      << prepared.error().detail();
  EXPECT_NE(prepared.error().detail().find("'notes.text' is TEXT, the model needs INTEGER"), std::string::npos);
  EXPECT_EQ(ask("SELECT count(*) FROM pragma_table_info('notes')"), "2");
}

TEST_F(PrepareTest, ARequiredColumnComesToATableWithoutRows) {
  ASSERT_TRUE(run(Project("text: String!")));
  const auto prepared = run(Project("text: String! must: String!"), Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_EQ(ask("SELECT count(*) FROM pragma_table_info('notes')"), "3");
}

TEST_F(PrepareTest, ARequiredColumnMayBeARename) {
  ASSERT_TRUE(run(Project("text: String!")));
  sql("INSERT INTO notes (id, text) VALUES ('a', 'hello')");
  const auto prepared = run(Project("words: String!"), Changes::kAdditive);
  ASSERT_FALSE(prepared);
  EXPECT_NE(prepared.error().detail().find("if this is 'text' under a new name"), std::string::npos)
      << prepared.error().detail();
}

TEST_F(PrepareTest, ARequiredColumnThatNoFieldFillsIsToldOf) {
  const Project before("text: String! isbn: String! note: String made: Int!",
                       "type Tag @entity { id: ID! name: String! }");
  ASSERT_TRUE(run(before));
  sql("ALTER TABLE notes ADD COLUMN kept TEXT NOT NULL DEFAULT 'x'");
  sql("ALTER TABLE notes ADD COLUMN size INTEGER NOT NULL GENERATED ALWAYS AS (length(text)) VIRTUAL");
  const std::string_view created = "@allow(to: [CREATE])";
  auto prepared = run(Project("text: String!", "type Tag @entity { id: ID! }"));
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_TRUE(prepared->warnings.empty()) << "nobody may create any: " << prepared->warnings[0];
  const Project without("made: Int! text: String!", "type Tag @entity { id: ID! }", created);
  prepared = run(without);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  ASSERT_EQ(prepared->warnings.size(), 1u);
  EXPECT_TRUE(prepared->warnings[0].contains("column 'notes.isbn' is NOT NULL")) << prepared->warnings[0];
  EXPECT_TRUE(run(before)->warnings.empty());
  // What keeps it from being filled is mended where that is asked for, of the program's own tables.
  prepared = run(without, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_TRUE(prepared->warnings.empty()) << prepared->warnings[0];
  EXPECT_EQ(ask("SELECT count(*) FROM pragma_table_xinfo('notes') WHERE name IN ('kept', 'size') AND \"notnull\""),
            "2");
}

TEST_F(PrepareTest, AUniqueOfTheModelIsMadeOrRefused) {
  ASSERT_TRUE(run(Project("text: String! mark: Int")));
  sql("INSERT INTO notes (id, text, mark) VALUES ('a', 'x', 1), ('b', 'x', NULL), ('c', 'y', NULL)");
  const Project grown("text: String! @unique mark: Int");
  auto prepared = run(grown);
  ASSERT_FALSE(prepared) << "serve alone changes nothing";
  EXPECT_NE(prepared.error().detail().find("there is no unique (text) of table 'notes'"), std::string::npos)
      << prepared.error().detail();
  prepared = run(grown, Changes::kAdditive);
  ASSERT_FALSE(prepared) << "rows share a text";
  EXPECT_NE(prepared.error().detail().find("unique (text) of table 'notes' can't be made: 2 rows share"),
            std::string::npos)
      << prepared.error().detail();
  sql("UPDATE notes SET text = 'z' WHERE id = 'b'");
  prepared = run(grown, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_EQ(prepared->added, std::vector<std::string>{"unique (text) of table 'notes'"});
  EXPECT_TRUE(run(grown));
  EXPECT_EQ(run(grown, Changes::kAdditive)->added.size(), 0u);
  const std::string twice[] = {"INSERT INTO notes (id, text) VALUES ('d', 'x')"};
  EXPECT_FALSE(store_->run_script(twice));
  prepared = run(Project("text: String! @unique mark: Int @unique"), Changes::kAdditive);
  EXPECT_TRUE(prepared) << "nulls differ from each other";
}

TEST_F(PrepareTest, ATrashComesWithItsColumnsAndUniquesOfLiveRows) {
  const std::string_view source = "type Box @entity @softDelete @allow(to: [READ]) { id: ID! label: String! @unique }";
  const Project before("", "type Box @entity @allow(to: [READ]) { id: ID! label: String! }");
  ASSERT_TRUE(run(before));
  sql("INSERT INTO boxes (id, label) VALUES ('a', 'A')");
  const Project after("", source);
  auto prepared = run(after);
  ASSERT_FALSE(prepared);
  EXPECT_TRUE(prepared.error().detail().contains("'boxes.deleted_at'")) << prepared.error().detail();
  EXPECT_TRUE(prepared.error().detail().contains("live rows")) << prepared.error().detail();
  prepared = run(after, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  prepared = run(after);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_TRUE(prepared->added.empty());
  sql("UPDATE boxes SET deleted_at = 1");
  sql("INSERT INTO boxes (id, label) VALUES ('b', 'A')");

  // A unique of all rows is no substitute.
  sql("DROP INDEX boxes_label_key");
  sql("DELETE FROM boxes WHERE id = 'a'");
  sql("CREATE UNIQUE INDEX boxes_all ON boxes (label)");
  prepared = run(after, Changes::kAdditive);
  ASSERT_FALSE(prepared);
  EXPECT_TRUE(prepared.error().detail().contains("one of all rows is in its way")) << prepared.error().detail();
}

TEST_F(PrepareTest, AnIndexIsMadeButItsWantIsNoRefusal) {
  ASSERT_TRUE(run(Project("text: String! mark: Int")));
  auto compiled = model::compile(
      R"SDL(type Note @entity @index(fields: ["mark"]) @allow(to: [READ]) { id: ID! text: String! mark: Int })SDL",
      "schema.graphql");
  ASSERT_TRUE(compiled.model);
  const auto schema = schema::make_schema(*compiled.model);
  EXPECT_TRUE(prepare(*store_, *compiled.model, schema, Changes::kNone));
  const auto prepared = prepare(*store_, *compiled.model, schema, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_EQ(prepared->added, std::vector<std::string>{"index (mark) of table 'notes'"});
}

TEST_F(PrepareTest, AChangedCheckIsRebuiltWithAllThatTheTableHas) {
  const std::string_view tag =
      "enum Mood { FINE SAD } type Tag @entity @allow(to: [READ]) { id: Int! note: Note! @relation }";
  ASSERT_TRUE(run(Project("text: String! @constraint(maxLength: 3) mood: Mood! old: Int parent: Note @relation", tag)));
  sql("CREATE TRIGGER seen AFTER DELETE ON notes BEGIN SELECT 1; END");
  sql("CREATE VIEW short_notes AS SELECT text FROM notes");
  sql("INSERT INTO notes (id, text, mood, old) VALUES ('a', 'abc', 'FINE', 7)");
  sql("INSERT INTO tags (note_id) VALUES ('a'), ('a')");
  sql("DELETE FROM tags WHERE id = 2");
  const Project grown(
      "text: String! @constraint(minLength: 1, maxLength: 5) mood: Mood! parent: Note @relation more: Int",
      "enum Mood { FINE SAD GLAD } type Tag @entity @allow(to: [READ]) { id: Int! note: Note! "
      "@relation mark: Int! @constraint(min: 0) @default(value: 1) }");
  auto prepared = run(grown);
  ASSERT_FALSE(prepared);
  for (const char* part : {"constraint 'notes_mood_enum' of table 'notes' is not what the model says",
                           "constraint 'notes_text_min_length' of table 'notes' is missing"})
    EXPECT_NE(prepared.error().detail().find(part), std::string::npos) << prepared.error().detail();
  prepared = run(grown, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  sql("INSERT INTO notes (id, text, mood, parent_id) VALUES ('b', 'abcde', 'GLAD', 'a')");
  EXPECT_EQ(ask("SELECT old FROM notes WHERE id = 'a'"), "7");
  EXPECT_EQ(ask("SELECT count(*) FROM sqlite_schema WHERE name = 'seen'"), "1");
  EXPECT_EQ(ask("PRAGMA foreign_keys"), "1");
  sql("INSERT INTO tags (note_id) VALUES ('b')");
  EXPECT_EQ(ask("SELECT max(id) FROM tags"), "3");
  const std::string wrong[] = {"INSERT INTO tags (note_id) VALUES ('nobody')"};
  EXPECT_FALSE(store_->run_script(wrong)) << "what referred to the table refers to it still";
  EXPECT_TRUE(run(grown)) << run(grown).error().detail();
}

TEST_F(PrepareTest, RowsThatBreakANewCheckAreCountedAndNothingChanges) {
  ASSERT_TRUE(run(Project("text: String!")));
  sql("INSERT INTO notes (id, text) VALUES ('a', 'abc'), ('b', 'abcdef'), ('c', 'abcdefg')");
  const std::string before = ask("SELECT sql FROM sqlite_schema WHERE name = 'notes'");
  const auto prepared = run(Project("text: String! @constraint(maxLength: 5)"), Changes::kAdditive);
  ASSERT_FALSE(prepared);
  EXPECT_NE(prepared.error().detail().find("'notes_text_max_length'"), std::string::npos);
  EXPECT_NE(prepared.error().detail().find("2 rows of table 'notes' would break it"), std::string::npos)
      << prepared.error().detail();
  EXPECT_EQ(ask("SELECT sql FROM sqlite_schema WHERE name = 'notes'"), before);
}

TEST_F(PrepareTest, ChecksOfAnUnchangedModelAreNoDifference) {
  const Project project(
      "n: Int @constraint(min: -5, max: 7) p: Decimal @decimal(precision: 6, scale: 2) @constraint(min: 0.5) ok: "
      "Boolean! "
      "mood: Mood day: Date @constraint(min: \"2020-01-01\")",
      "enum Mood { FINE SAD }");
  ASSERT_TRUE(run(project));
  EXPECT_TRUE(run(project));
  const auto fewer =
      run(Project("n: Int p: Decimal ok: Boolean! mood: Mood day: Date", "enum Mood { FINE SAD }"), Changes::kAdditive);
  ASSERT_TRUE(fewer) << fewer.error().detail() << fewer.error().cause();
  sql("INSERT INTO notes (id, n, ok) VALUES ('a', 100, 1)");
}

TEST_F(PrepareTest, ARenamedFieldAndTypeKeepTheirRows) {
  ASSERT_TRUE(run(Project("text: String! @constraint(maxLength: 9) parent: Note @relation",
                          "type Mark @entity @allow(to: [READ]) { id: ID! word: String! @constraint(minLength: 2) }")));
  sql("INSERT INTO notes (id, text, parent_id) VALUES ('a', 'hello', NULL), ('b', 'there', 'a')");
  sql("INSERT INTO marks (id, word) VALUES ('m', 'red')");
  const Project renamed(
      "words: String! @renamedFrom(name: \"text\") @constraint(maxLength: 5) above: Note @relation @renamedFrom(name: "
      "\"parent\")",
      "type Tag @entity @allow(to: [READ]) @renamedFrom(name: \"Mark\") { id: ID! word: String! @constraint(minLength: "
      "3) "
      "}");
  EXPECT_FALSE(run(renamed)) << "only where it is asked for";
  int pauses = 0;
  const auto prepared = prepare(*store_, *renamed.model, renamed.schema, Changes::kAdditive, [&pauses] { ++pauses; });
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_EQ(pauses, 1);
  ASSERT_GE(prepared->statements.size(), 3u);
  EXPECT_EQ(prepared->statements[0], R"(ALTER TABLE "notes" RENAME COLUMN "text" TO "words")");
  EXPECT_EQ(prepared->added[1], "column 'notes.above_id', which was 'parent_id'");
  EXPECT_EQ(prepared->added[2], "table 'tags', which was 'marks'");
  EXPECT_EQ(ask("SELECT words FROM notes WHERE above_id = 'a'"), "there");
  EXPECT_EQ(ask("SELECT word FROM tags"), "red");
  EXPECT_TRUE(run(renamed)) << run(renamed).error().detail();
  // The former names' constraints are gone with them.
  const std::string long_word[] = {"INSERT INTO notes (id, words) VALUES ('c', 'longer')"};
  EXPECT_FALSE(store_->run_script(long_word));
  const Project looser("words: String! above: Note @relation",
                       "type Tag @entity @allow(to: [READ]) { id: ID! word: String! }");
  ASSERT_TRUE(run(looser, Changes::kAdditive));
  sql("INSERT INTO notes (id, words) VALUES ('c', 'longer than nine')");
  sql("INSERT INTO tags (id, word) VALUES ('n', '')");
}

TEST_F(PrepareTest, ARenameIsUndoneWhereTheRestCannotBe) {
  ASSERT_TRUE(run(Project("text: String!")));
  sql("INSERT INTO notes (id, text) VALUES ('a', 'hello')");
  EXPECT_FALSE(run(Project("words: String! @renamedFrom(name: \"text\") must: Int!"), Changes::kAdditive));
  EXPECT_EQ(ask("SELECT text FROM notes"), "hello");
}

TEST_F(PrepareTest, WhatIsRequiredFollowsTheModel) {
  ASSERT_TRUE(run(Project("text: String! mark: Int! old: String! @constraint(maxLength: 9) day: Date")));
  sql("INSERT INTO notes (id, text, mark, old) VALUES ('a', 'hello', 1, 'it''s')");
  const Project later("text: String mark: Int! @default(value: 3) day: Date");
  auto prepared = run(later, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_EQ(prepared->added, (std::vector<std::string>{"column 'notes.text', which may be null",
                                                       "column 'notes.old', which may be null"}));
  sql("INSERT INTO notes (id, mark) VALUES ('b', 2)");
  EXPECT_EQ(ask("SELECT old FROM notes WHERE id = 'a'"), "it's");
  prepared = run(Project("text: String! mark: Int!"), Changes::kAdditive);
  ASSERT_FALSE(prepared);
  EXPECT_NE(prepared.error().detail().find("'notes.text' can't be required: 1 row has no value"), std::string::npos)
      << prepared.error().detail();
  const Project given("text: String! @default(value: \"?\") mark: Int!");
  prepared = run(given, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_EQ(ask("SELECT text FROM notes WHERE id = 'b'"), "?");
  const std::string none[] = {"INSERT INTO notes (id, mark) VALUES ('c', 2)"};
  EXPECT_FALSE(store_->run_script(none));
  EXPECT_TRUE(run(given)) << run(given).error().detail();
}

TEST_F(PrepareTest, ATableWithoutRowsTakesAnyTypeAndKey) {
  ASSERT_TRUE(
      run(Project("text: String! @unique", "type Tag @entity @allow(to: [READ]) { id: ID! note: Note! @relation }")));
  const Project other("text: Int! @unique more: Int @index",
                      "type Tag @entity @allow(to: [READ]) { id: Int! note: Note! @relation }");
  const auto prepared = run(other, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_TRUE(run(other)) << run(other).error().detail();
  sql("INSERT INTO notes (id, text) VALUES ('a', 1)");
  sql("INSERT INTO tags (note_id) VALUES ('a')");
  EXPECT_FALSE(run(Project("text: String!", "type Tag @entity @allow(to: [READ]) { id: ID! note: Note! @relation }"),
                   Changes::kAdditive));
}

TEST(CheckClausesTest, NotNullComesAndGoes) {
  const std::string create =
      "CREATE TABLE \"a\" (\n  \"id\" TEXT NOT NULL,\n  \"n, (\" NUMERIC(10,2) NOT NULL,\n  \"x\" INTEGER, \"y\" TEXT "
      "DEFAULT 'a, b' CONSTRAINT \"c\" CHECK (\"y\" <> ' NOT NULL'),\n  PRIMARY KEY (\"id\")\n) STRICT";
  std::string changed = with_not_null(create, "n, (", false);
  EXPECT_NE(changed.find("\"n, (\" NUMERIC(10,2),"), std::string::npos) << changed;
  changed = with_not_null(changed, "x", true);
  EXPECT_NE(changed.find("\"x\" INTEGER NOT NULL, \"y\""), std::string::npos) << changed;
  changed = with_not_null(changed, "y", true);
  EXPECT_NE(changed.find("\"y\" TEXT NOT NULL DEFAULT 'a, b'"), std::string::npos) << changed;
  EXPECT_EQ(with_not_null(with_not_null(with_not_null(changed, "y", false), "x", false), "n, (", true), create);
  EXPECT_EQ(with_not_null(create, "id", true), create);
  EXPECT_EQ(with_not_null(create, "none", true), create);
}

TEST(PrepareOnPostgresTest, NamesAndRequiredFieldsFollowTheModel) {
  auto* server = testing_support::PostgresServer::get();
  if (!server) GTEST_SKIP();
  auto opened = store::open_postgres({.url = server->new_database()});
  ASSERT_TRUE(opened) << opened.error().cause();
  store::Store& store = **opened;
  const auto run = [&](const Project& project) {
    return prepare(store, *project.model, project.schema, Changes::kAdditive);
  };
  const auto does = [&](std::string text) {
    const std::string script[] = {std::move(text)};
    return store.run_script(script).has_value();
  };
  ASSERT_TRUE(run(Project("text: String! @constraint(maxLength: 9) mark: Int! old: String!")));
  ASSERT_TRUE(does("INSERT INTO notes (id, text, mark, old) VALUES ('a', 'hello', 1, 'x')"));
  auto prepared = run(Project("words: String @renamedFrom(name: \"text\") @constraint(maxLength: 5) mark: Int"));
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_TRUE(does("INSERT INTO notes (id) VALUES ('b')"));
  EXPECT_FALSE(does("INSERT INTO notes (id, words) VALUES ('c', 'longer')"));
  prepared = run(Project("words: String mark: Int! @default(value: 7)"));
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_TRUE(does("INSERT INTO notes (id, words, mark) VALUES ('c', 'longer than nine', 1)"));
  EXPECT_FALSE(does("INSERT INTO notes (id) VALUES ('d')"));
  EXPECT_FALSE(run(Project("words: String! mark: Int!")));
}

TEST(PrepareOnPostgresTest, UniquesAndChecksFollowTheModel) {
  auto* server = testing_support::PostgresServer::get();
  if (!server) GTEST_SKIP();
  auto opened = store::open_postgres({.url = server->new_database()});
  ASSERT_TRUE(opened) << opened.error().cause();
  store::Store& store = **opened;
  const auto run = [&](const Project& project, Changes changes) {
    return prepare(store, *project.model, project.schema, changes);
  };
  const auto does = [&](std::string text) {
    const std::string script[] = {std::move(text)};
    return store.run_script(script).has_value();
  };
  const std::string rest =
      "n: Int @constraint(min: -5, max: 7) p: Decimal @decimal(precision: 6, scale: 2) @constraint(min: 0.5) "
      "f: Float @constraint(max: 2.5) at: DateTime @constraint(min: \"2020-01-01T00:00:00Z\") ok: Boolean mood: Mood";
  const Project first("text: String! @constraint(maxLength: 3) " + rest, "enum Mood { FINE SAD }");
  ASSERT_TRUE(run(first, Changes::kNone));
  const auto again = run(first, Changes::kNone);
  ASSERT_TRUE(again) << again.error().detail();
  ASSERT_TRUE(does("INSERT INTO notes (id, text) VALUES ('a', 'abc'), ('b', 'abc')"));
  const Project grown("text: String! @unique @constraint(maxLength: 5) " + rest, "enum Mood { FINE SAD GLAD }");
  auto prepared = run(grown, Changes::kNone);
  ASSERT_FALSE(prepared);
  for (const char* part : {"unique (text) of table 'notes'", "'notes_mood_enum'", "'notes_text_max_length'"})
    EXPECT_NE(prepared.error().detail().find(part), std::string::npos) << prepared.error().detail();
  prepared = run(grown, Changes::kAdditive);
  ASSERT_FALSE(prepared);
  EXPECT_NE(prepared.error().detail().find("2 rows share"), std::string::npos) << prepared.error().detail();
  ASSERT_TRUE(does("DELETE FROM notes WHERE id = 'b'"));
  prepared = run(grown, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  EXPECT_EQ(prepared->added.size(), 3u);
  EXPECT_TRUE(does("INSERT INTO notes (id, text, mood) VALUES ('c', 'abcde', 'GLAD')"));
  EXPECT_FALSE(does("INSERT INTO notes (id, text) VALUES ('d', 'abc')"));
  EXPECT_FALSE(does("INSERT INTO notes (id, text) VALUES ('d', 'abcdef')"));
  EXPECT_TRUE(run(grown, Changes::kNone));
  const auto clash =
      run(Project("text: String! @unique @constraint(maxLength: 4) " + rest, "enum Mood { FINE SAD GLAD }"),
          Changes::kAdditive);
  ASSERT_FALSE(clash);
  EXPECT_NE(clash.error().detail().find("1 row of table 'notes' would break it"), std::string::npos)
      << clash.error().detail();
}

TEST(PrepareOnPostgresTest, ARequiredColumnThatNoFieldFillsIsToldOf) {
  auto* server = testing_support::PostgresServer::get();
  if (!server) GTEST_SKIP();
  auto store = std::move(store::open_postgres({.url = server->new_database()})).value();
  const Project before("text: String! isbn: String!", "", "@allow(to: [CREATE])");
  ASSERT_TRUE(prepare(*store, *before.model, before.schema, Changes::kNone));
  const std::string more[] = {
      "ALTER TABLE notes ADD COLUMN a int NOT NULL DEFAULT 1, ADD COLUMN b int NOT NULL GENERATED ALWAYS AS IDENTITY"};
  ASSERT_TRUE(store->run_script(more));
  const Project after("text: String!", "", "@allow(to: [CREATE])");
  const auto prepared = prepare(*store, *after.model, after.schema, Changes::kNone);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  ASSERT_EQ(prepared->warnings.size(), 1u);
  EXPECT_TRUE(prepared->warnings[0].contains("'notes.isbn'")) << prepared->warnings[0];
  EXPECT_TRUE(prepared->warnings[0].contains("DROP NOT NULL")) << prepared->warnings[0];
}

TEST(PrepareOnPostgresTest, AUniqueOfLiveRowsIsKnownAgain) {
  auto* server = testing_support::PostgresServer::get();
  if (!server) GTEST_SKIP();
  auto opened = store::open_postgres({.url = server->new_database()});
  ASSERT_TRUE(opened) << opened.error().cause();
  store::Store& store = **opened;
  const auto run = [&](const Project& project, Changes changes) {
    return prepare(store, *project.model, project.schema, changes);
  };
  const Project before("", "type Box @entity @allow(to: [READ]) { id: ID! label: String! }");
  ASSERT_TRUE(run(before, Changes::kNone));
  const Project after("", "type Box @entity @softDelete @allow(to: [READ]) { id: ID! label: String! @unique }");
  EXPECT_FALSE(run(after, Changes::kNone));
  auto prepared = run(after, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  prepared = run(after, Changes::kNone);
  ASSERT_TRUE(prepared) << prepared.error().detail();
  EXPECT_TRUE(prepared->added.empty());
}

TEST(PrepareOnPostgresTest, TextsWithoutTokensGetThem) {
  auto* server = testing_support::PostgresServer::get();
  if (!server) GTEST_SKIP();
  auto opened = store::open_postgres({.url = server->new_database()});
  ASSERT_TRUE(opened) << opened.error().cause();
  store::Store& store = **opened;
  // A key of two columns, one of them no text.
  const auto project = [](std::string_view search) {
    return Project("leaves: [Leaf!]! @relation(inverse: \"note\")",
                   "type Leaf @entity(table: \"leaves\", key: [\"note\", \"page\"]) @allow(to: [READ]) { note: Note! "
                   "@relation page: Int! text: String " +
                       std::string(search) + " }");
  };
  const Project before = project("");
  ASSERT_TRUE(prepare(store, *before.model, before.schema, Changes::kNone));
  const std::string script[] = {
      R"(INSERT INTO notes (id) VALUES ('a\'), ('b'''))",
      R"(INSERT INTO leaves (note_id, page, text) SELECT id, i, 'Page ' || i FROM notes, generate_series(1, 700) AS i)"};
  const auto inserted = store.run_script(script);
  ASSERT_TRUE(inserted) << inserted.error().message() << inserted.error().cause();
  const Project searched = project("@search");
  const auto prepared = prepare(store, *searched.model, searched.schema, Changes::kAdditive);
  ASSERT_TRUE(prepared) << prepared.error().detail() << prepared.error().cause();
  const auto right =
      store.query_system("SELECT count(*)::text FROM leaves WHERE text_fts_simple1 = ' page ' || page || ' '", {});
  ASSERT_TRUE(right) << right.error().cause();
  EXPECT_EQ((*right)[0][0], "1400");
}

TEST(CheckClausesTest, LiteralsTellPostgresWordingsApart) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(literals_in("CHECK ((mood = ANY (ARRAY['FINE'::text, 'SAD'::text])))"), (Words{"FINE", "SAD"}));
  EXPECT_EQ(literals_in("\"mood\" IN ('FINE', 'SAD')"), (Words{"FINE", "SAD"}));
  EXPECT_EQ(literals_in("CHECK ((n2 >= '-5'::integer))"), (Words{"-5"}));
  EXPECT_EQ(literals_in("\"n2\" >= -5"), (Words{"-5"}));
  EXPECT_EQ(literals_in("CHECK ((p <= (0.50)::numeric(6,2)))"), (Words{"0.50"}));
}

}  // namespace
}  // namespace bedplate::migrate
