// Constraints on both stores: by the API with an error for each field, and by the database where the API is passed by.
#include <gtest/gtest.h>

#include "golden/store_node.hpp"

namespace bedplate::golden {
namespace {

constexpr sql::Dialect kBoth[] = {sql::Dialect::kSqlite, sql::Dialect::kPostgres};
std::string_view name(sql::Dialect dialect) { return dialect == sql::Dialect::kSqlite ? "SQLite" : "PostgreSQL"; }

Answer post(StoreNode& node, const std::string& path, const std::string& body) {
  return node.answer("POST /api/" + path + "\nContent-Type: application/json\nPrefer: return=representation\n\n" + body,
                     node.principal({}));
}

constexpr std::string_view kConstrained = R"SDL(
enum Size { LARGE SMALL }
type Thing @entity @allow {
  id: Int!
  int: Int @constraint(min: 2, max: 4)
  big: BigInt @constraint(max: 9007199254740993)
  float: Float @constraint(min: 0.5)
  money: Decimal @decimal(precision: 10, scale: 2) @constraint(min: 0.01, max: 10)
  wide: Decimal @decimal(precision: 38, scale: 2) @constraint(min: 1)
  day: Date @constraint(min: "2026-01-01")
  at: DateTime @constraint(max: "2026-01-01T00:00:00Z")
  span: Duration @constraint(min: "PT1M")
  hour: Time @constraint(max: "12:00")
  text: String @constraint(minLength: 2, maxLength: 3)
  code: String @constraint(pattern: "[A-Z]+")
  list: [Int!] @constraint(minItems: 1, maxItems: 2)
  size: Size
  flag: Boolean
  name: String @unique
  other: Thing @relation
}
)SDL";

TEST(Constraints, HoldInTheApi) {
  for (const auto dialect : kBoth) {
    SCOPED_TRACE(name(dialect));
    StoreNode node(kConstrained, dialect);
    for (const auto& [field, value, message] : std::vector<std::array<std::string, 3>>{
             {"int", "1", "must be at least 2"},
             {"int", "5", "must be at most 4"},
             {"big", "9007199254740994", "must be at most 9007199254740993"},
             {"float", "0.25", "must be at least 0.5"},
             {"money", "0", "must be at least 0.01"},
             {"money", "10.01", "must be at most 10"},
             {"wide", "0.99", "must be at least 1"},
             {"day", "\"2025-12-31\"", "must be at least 2026-01-01"},
             {"at", "\"2026-01-01T00:00:00.000001Z\"", "must be at most 2026-01-01T00:00:00Z"},
             {"span", "\"PT59.999999S\"", "must be at least PT1M"},
             {"hour", "\"12:00:00.000001\"", "must be at most 12:00:00.000000"},
             {"text", "\"ä\"", "must have at least 2 characters"},
             {"text", "\"ääää\"", "must have at most 3 characters"},
             {"code", "\"a\"", "must match the pattern [A-Z]+"},
             {"list", "[]", "must have at least 1 items"},
             {"list", "[1,2,3]", "must have at most 2 items"}}) {
      const auto answer = post(node, "things", "{\"" + field + "\": " + value + "}");
      EXPECT_EQ(answer.status, 400) << field;
      EXPECT_TRUE(answer.body.contains("\"path\":\"" + field + "\",\"reason\":\"CONSTRAINT_VIOLATION\",\"message\":\"" +
                                       message + "\""))
          << field << answer.body;
    }
    // A value that is none of its enum's is no value of its type.
    const auto none = post(node, "things", R"({"size": "HUGE"})");
    EXPECT_EQ(none.status, 400);
    EXPECT_TRUE(
        none.body.contains(R"("path":"size","reason":"INVALID_VALUE","message":"'HUGE' is not a value of Size)"))
        << none.body;
    const auto fine = post(node, "things?select=id",
                           R"({"int": 2, "big": 9007199254740993, "float": 0.5, "money": 10, "wide": 1,
                               "day": "2026-01-01", "text": "äää", "code": "AB", "list": [1], "size": "SMALL"})");
    EXPECT_EQ(fine.status, 201) << fine.body;
  }
}

TEST(Constraints, HoldInTheDatabase) {
  for (const auto dialect : kBoth) {
    SCOPED_TRACE(name(dialect));
    const bool sqlite = dialect == sql::Dialect::kSqlite;
    StoreNode node(kConstrained, dialect);
    for (const auto& [column, value] : std::vector<std::pair<std::string, std::string>>{
             {"int", "1"},
             {"int", "5"},
             {"big", "9007199254740994"},
             {"float", "0.25"},
             {"money", sqlite ? "0" : "0.00"},
             {"money", sqlite ? "1001" : "10.01"},
             {"day", "'2025-12-31'"},
             {"at", sqlite ? "1767225600000001" : "'2026-01-01T00:00:00.000001Z'"},
             {"span", sqlite ? "59999999" : "'59.999999 seconds'"},
             {"hour", "'12:00:00.000001'"},
             {"text", "'ä'"},
             {"text", "'ääää'"},
             {"size", "'HUGE'"}}) {
      EXPECT_EQ(node.script("INSERT INTO things (" + column + ") VALUES (" + value + ")"), "CONSTRAINT_VIOLATION")
          << column << " " << value;
    }
    if (sqlite) {
      EXPECT_EQ(node.script("INSERT INTO things (flag) VALUES (2)"), "CONSTRAINT_VIOLATION");
      EXPECT_NE(node.script("INSERT INTO things (\"int\") VALUES ('x')"), "ok");  // STRICT
    }
    EXPECT_EQ(node.script("INSERT INTO things (other_id) VALUES (77)"), "FOREIGN_KEY_VIOLATION");
    EXPECT_EQ(node.script("INSERT INTO things (name) VALUES ('a')"), "ok");
    EXPECT_EQ(node.script("INSERT INTO things (name) VALUES ('a')"), "UNIQUE_VIOLATION");
  }
}

}  // namespace
}  // namespace bedplate::golden
