// The SQL of a dozen expressions and of a whole schema, in both dialects, as golden files: tests/golden/sql/.
// BEDPLATE_UPDATE_GOLDEN=1 writes what came instead; the diff is what is reviewed. That the text means what the
// expression does is tests/differential's to say.
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "expr/simplify.hpp"
#include "expr/type.hpp"
#include "model/compile.hpp"
#include "sql/constructs.hpp"
#include "sql/ddl.hpp"
#include "sql/system.hpp"
#include "support/rules_world.hpp"

namespace bedplate::sql {
namespace {

void expect_golden(const std::string& name, const std::string& got) {
  const std::string path = std::string(BP_TEST_DATA) + "/../golden/sql/" + name;
  if (std::getenv("BEDPLATE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << got;
    return;
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream wanted;
  wanted << in.rdbuf();
  EXPECT_EQ(wanted.str(), got) << path << "\nBEDPLATE_UPDATE_GOLDEN=1 accepts it";
}

constexpr std::string_view kConditions[] = {
    "note == 'x' && count > 3",
    "!(paid && status != 'SHIPPED')",
    "status < wish",
    "owner.id == auth.id",
    "owner.boss.vip",
    "items.exists(i, i.ok)",
    "items.all(i, i.quantity > 0 || i.ok)",
    "!items.exists(i, i.parts.exists(p, p.ok))",
    "size(items) > 2",
    "has(due) ? due < now() : paid",
    "note in ['a', 'b'] || 'x' in tags",
    "note.contains('%') && note.startsWith('a')",
    "lower(note) == upper(note)",
    "token == '0190b5c2-7d1e-7a00-8000-000000000001'",
    "owner == null",
};
constexpr std::string_view kValues[] = {
    "count + 1",
    "total / count",
    "price * count",
    "rate / price",
    "-(took)",
    "placed + took",
    "items.sum(i, i.quantity * i.price)",
    "items.avg(i, i.price)",
    "items.max(i, i.label)",
    "weight * weight",
    "double(price)",
    "timestamp(note)",
    "note + '!'",
};

class GoldenSql : public testing::Test {
 protected:
  GoldenSql() : model_(model::compile(world_.sdl(), "rules.graphql").model) {}

  std::string print(const expr::Node& node, Dialect dialect, bool condition) {
    Writer writer(dialect, *model_);
    (condition ? print_condition : print_value)(writer, node, RowNames(0, "t0"));
    return writer.take_text();
  }
  std::string entry(std::string_view text, bool condition) {
    const std::string whole = condition ? std::string(text) : "(" + std::string(text) + ") == null";
    const auto typed = expr::compile_expression(whole, world_, arena_, expr::kRuleType);
    if (!typed) return std::string(text) + "\n  " + typed.error().front().message() + "\n\n";
    const auto* node = condition ? *typed : (*typed)->args[0];
    node = expr::simplify(node, [](expr::FactId) { return true; }, arena_);
    return std::string(text) + "\n  sqlite    " + print(*node, Dialect::kSqlite, condition) + "\n  postgres  " +
           print(*node, Dialect::kPostgres, condition) + "\n\n";
  }

  test::RulesWorld world_;
  std::unique_ptr<model::Model> model_;
  Arena arena_;
};

TEST_F(GoldenSql, Expressions) {
  std::string got;
  for (const auto text : kConditions) got += entry(text, true);
  for (const auto text : kValues) got += entry(text, false);
  expect_golden("expressions.txt", got);
}

TEST_F(GoldenSql, Schema) {
  const auto schema = schema::make_schema(*model_);
  for (const auto dialect : {Dialect::kSqlite, Dialect::kPostgres}) {
    std::string got;
    for (const auto& statement : create_schema(schema, dialect)) got += statement + ";\n";
    got += "\n-- Bedplate's own\n";
    for (const auto& statement : create_system_tables(dialect)) got += statement + ";\n";
    expect_golden(dialect == Dialect::kSqlite ? "schema.sqlite.sql" : "schema.postgres.sql", got);
  }
}

TEST_F(GoldenSql, Threat071_PatternsOfContainsAreLiteral) {
  const auto typed = expr::compile_expression("note.contains('50%_')", world_, arena_, expr::kRuleType);
  ASSERT_TRUE(typed);
  EXPECT_EQ(print(**typed, Dialect::kSqlite, true), R"(bp_contains(t0."note", ?1))");
  EXPECT_EQ(print(**typed, Dialect::kPostgres, true), R"((strpos(t0."note", $1::text) > 0))");
}

}  // namespace
}  // namespace bedplate::sql
