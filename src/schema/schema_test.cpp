#include "schema/schema.hpp"

#include <gtest/gtest.h>

#include "base/decimal.hpp"
#include "model/compile.hpp"

namespace bedplate::schema {
namespace {

using Names = std::vector<std::string>;

class Fixture {
 public:
  explicit Fixture(std::string_view source) : compiled_(model::compile(source, "schema.graphql")) {
    EXPECT_NE(compiled_.model, nullptr) << (compiled_.diagnostics.empty() ? "" : compiled_.diagnostics[0].message);
    if (compiled_.model) schema_ = make_schema(*compiled_.model);
  }
  const Table& table(std::string_view name) const {
    const Table* found = schema_.find(name);
    if (found == nullptr) ADD_FAILURE() << "no table " << name;
    return found == nullptr ? none_ : *found;
  }
  const Schema& schema() const { return schema_; }

 private:
  model::Compiled compiled_;
  Schema schema_;
  Table none_;
};

TEST(Schema, ColumnsHaveATypeInEachDialect) {
  const Fixture made(R"SDL(type T @entity @allow {
    id: Int! at: DateTime! d: Decimal! @decimal(precision: 10, scale: 2) w: Decimal @decimal(precision: 30, scale: 2)
    b: Boolean f: Float x: Bytes j: JSON l: [Int!] day: Date u: UUID
    old: DateTime @column(name: "OLD", type: "DATETIME") n: Decimal @column(type: "NUMERIC(8,2)") })SDL");
  const auto& table = made.table("ts");
  const auto storage = [&](std::string_view name) {
    const Column* column = table.find(name);
    return column == nullptr ? "none" : column->storage[0] + "/" + column->storage[1];
  };
  EXPECT_EQ(storage("id"), "INTEGER/integer");
  EXPECT_TRUE(table.find("id")->sequence);
  EXPECT_EQ(storage("at"), "INTEGER/timestamptz");
  EXPECT_EQ(storage("d"), "INTEGER/numeric(10,2)");
  EXPECT_EQ(storage("w"), "TEXT/numeric(30,2)");
  EXPECT_EQ(storage("b"), "INTEGER/boolean");
  EXPECT_EQ(storage("f"), "REAL/double precision");
  EXPECT_EQ(storage("x"), "BLOB/bytea");
  EXPECT_EQ(storage("j"), "TEXT/json");
  EXPECT_EQ(storage("l"), "TEXT/json");
  EXPECT_EQ(storage("day"), "TEXT/date");
  EXPECT_EQ(storage("u"), "TEXT/uuid");
  EXPECT_EQ(storage("OLD"), "DATETIME/timestamptz");
  EXPECT_EQ(storage("n"), "NUMERIC(8,2)/numeric(8,2)");
  EXPECT_TRUE(table.find("at")->not_null);
  EXPECT_FALSE(table.find("f")->not_null);
}

TEST(Schema, EveryForeignKeyIsIndexedOnce) {
  const Fixture made(R"SDL(
    type A @entity @allow { id: ID! }
    type B @entity @index(fields: ["a", "n"]) @allow { id: ID! n: Int a: A! @relation(onDelete: CASCADE) other: A @relation })SDL");
  const auto& table = made.table("bs");
  ASSERT_EQ(table.foreign_keys.size(), 2);
  EXPECT_EQ(table.foreign_keys[0].columns, Names{"a_id"});
  EXPECT_EQ(table.foreign_keys[0].target, "as");
  EXPECT_EQ(table.foreign_keys[0].on_delete, OnDelete::kCascade);
  ASSERT_EQ(table.indexes.size(), 2);
  EXPECT_EQ(table.indexes[0].columns, (Names{"a_id", "n"}));
  EXPECT_EQ(table.indexes[1].columns, Names{"other_id"});
}

TEST(Schema, Threat037_ForeignKeysBetweenTenantTypesCarryTheTenant) {
  const Fixture made(R"SDL(
    type Company @entity @tenantRoot @allow { id: ID! }
    type Project @entity @allow { id: ID! company: Company! @relation @tenant name: String! @unique code: String @unique(global: true) }
    type Task @entity @allow {
      id: ID! company: Company! @relation @tenant project: Project! @relation parent: Task @relation(onDelete: SET_NULL)
      helpers: [Project!]! @relation(manyToMany: true) })SDL");
  const auto& project = made.table("projects");
  ASSERT_EQ(project.uniques.size(), 3);
  EXPECT_EQ(project.uniques[0].columns, (Names{"company_id", "name"}));
  EXPECT_EQ(project.uniques[1].columns, Names{"code"});
  EXPECT_EQ(project.uniques[2].columns, (Names{"company_id", "id"}));  // what foreign keys refer to
  const auto& task = made.table("tasks");
  ASSERT_EQ(task.foreign_keys.size(), 4);
  EXPECT_EQ(task.foreign_keys[0].columns, Names{"company_id"});
  EXPECT_EQ(task.foreign_keys[1].columns, (Names{"company_id", "project_id"}));
  EXPECT_EQ(task.foreign_keys[1].target_columns, (Names{"company_id", "id"}));
  EXPECT_EQ(task.foreign_keys[2].columns, Names{"parent_id"});
  EXPECT_EQ(task.foreign_keys[2].on_delete, OnDelete::kSetNull);
  EXPECT_EQ(task.foreign_keys[3].columns, (Names{"company_id", "parent_id"}));
  EXPECT_EQ(task.foreign_keys[3].on_delete, OnDelete::kNoAction);
  const auto& join = made.table("projects_tasks");
  EXPECT_EQ(join.columns[0].name, "company_id");
  EXPECT_EQ(join.foreign_keys[0].columns, (Names{"company_id", "task_id"}));
  EXPECT_EQ(join.foreign_keys[1].columns, (Names{"company_id", "project_id"}));
}

TEST(Schema, AJoinTableIsMadeOnce) {
  const Fixture made(R"SDL(
    type Post @entity @allow { id: ID! tags: [Tag!]! @relation(manyToMany: true, inverse: "posts") }
    type Tag @entity @allow { id: Int! posts: [Post!]! @relation(inverse: "tags", manyToMany: true) })SDL");
  ASSERT_EQ(made.schema().tables.size(), 3);
  const auto& join = made.table("posts_tags");
  EXPECT_EQ(join.key, (Names{"post_id", "tag_id"}));
  EXPECT_EQ(join.find("post_id")->storage[0], "TEXT");
  EXPECT_EQ(join.find("tag_id")->storage[0], "INTEGER");
  EXPECT_FALSE(join.find("tag_id")->sequence);
  EXPECT_EQ(join.foreign_keys[1].on_delete, OnDelete::kCascade);
  ASSERT_EQ(join.indexes.size(), 1);
  EXPECT_EQ(join.indexes[0].columns, Names{"tag_id"});
}

TEST(Schema, ConstraintsAreCheckedWhereTheDatabaseCan) {
  const Fixture made(R"SDL(enum E { A B } type T @entity @allow {
    id: ID! e: E ok: Boolean s: String @constraint(minLength: 2, maxLength: 5, pattern: "x")
    d: Decimal @decimal(precision: 10, scale: 2) @constraint(min: 0.5) n: Int @constraint(max: 9)
    old: Boolean @column(type: "TEXT") })SDL");
  const auto& checks = made.table("ts").checks;
  using Kind = Check::Kind;
  ASSERT_EQ(checks.size(), 6);
  EXPECT_EQ(checks[0].kind, Kind::kOneOf);
  EXPECT_EQ(checks[0].values, (std::vector<std::string_view>{"A", "B"}));
  EXPECT_EQ(checks[1].kind, Kind::kBoolean);
  EXPECT_EQ(checks[2].length, 2);
  EXPECT_EQ(checks[3].kind, Kind::kMaxLength);
  EXPECT_EQ(checks[4].bound, Cell::integer(50));
  EXPECT_EQ(checks[5].bound, Cell::integer(9));
}

}  // namespace
}  // namespace bedplate::schema
