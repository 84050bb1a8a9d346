// Nested writes on both stores where one request alone does not tell: how much a body may be, and who comes between.
#include <gtest/gtest.h>
#include <utility>

#include "golden/store_node.hpp"

namespace bedplate::golden {
namespace {

constexpr std::string_view kModel = R"(
  type Box @entity @allow {
    id: Int! @default(fn: SEQUENCE)
    name: String! @unique
    lid: Lid @relation
    items: [Item!]! @relation(inverse: "box")
  }
  type Lid @entity @allow { id: Int! @default(fn: SEQUENCE) colour: String! }
  type Item @entity @allow {
    id: Int! @default(fn: SEQUENCE)
    box: Box @relation
    a: Int
    b: Int
    c: Int
    d: Int
    e: Int
    f: Int
    g: Int
  }
)";

/// A box whose items are of that many kinds: each has other members.
std::string box_of_kinds(unsigned kinds) {
  std::string body = R"({"name": "box", "items": [)";
  for (unsigned kind = 1; kind <= kinds; ++kind) {
    body += kind == 1 ? "{" : ", {";
    std::string comma;
    for (unsigned bit = 0; bit < 7; ++bit)
      if ((kind >> bit & 1U) != 0) body += std::exchange(comma, ",") + "\"" + static_cast<char>('a' + bit) + "\": 1";
    body += "}";
  }
  return "POST /api/boxes\nContent-Type: application/json\n\n" + body + "]}";
}

class Nested : public testing::TestWithParam<sql::Dialect> {
 protected:
  void SetUp() override {
    if (GetParam() == sql::Dialect::kPostgres && testing_support::PostgresServer::get() == nullptr)
      GTEST_SKIP() << "no PostgreSQL";
    node_ = std::make_unique<StoreNode>(kModel, GetParam());
  }
  PrincipalPtr nobody() { return node_->principal({}); }
  std::string count(const std::string& from) { return node_->query("SELECT count(*) FROM " + from)[0][0]; }

  std::unique_ptr<StoreNode> node_;
};

TEST_P(Nested, Threat073_KindsOfRowsAreCounted) {
  const auto refused = node_->answer(box_of_kinds(100), nobody());
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(refused.body.contains("LIMIT_EXCEEDED")) << refused.body;
  EXPECT_TRUE(refused.body.contains("more than 100 kinds")) << refused.body;
  EXPECT_EQ(count("boxes"), "0");
  // The row itself is one of the hundred.
  EXPECT_EQ(node_->answer(box_of_kinds(99), nobody()).status, 201);
  EXPECT_EQ(count("items"), "99");
}

TEST_P(Nested, OfManyThatInsertTheSameRowOneWritesWhatItNests) {
  const auto answers = node_->answers_at_once(
      "POST /api/boxes?on_conflict=name\nContent-Type: application/json\nPrefer: resolution=ignore-duplicates\n\n"
      R"([{"name": "one", "lid": {"create": {"colour": "red"}}, "items": {"create": [{"a": 1}, {"b": 1}]}}])",
      nobody(), 24);
  for (const auto& answer : answers) EXPECT_EQ(answer.status, 201) << answer.body;
  EXPECT_EQ(count("boxes"), "1");
  EXPECT_EQ(count("items"), "2");
  EXPECT_EQ(count("lids"), "1");
}

TEST_P(Nested, OfManyThatMergeIntoTheSameRowEachWritesWhatItNests) {
  const auto answers = node_->answers_at_once(
      "POST /api/boxes?on_conflict=name\nContent-Type: application/json\nPrefer: resolution=merge-duplicates\n\n"
      R"([{"name": "one", "items": {"create": [{"a": 1}, {"b": 1}]}}])",
      nobody(), 24);
  int inserted = 0;
  for (const auto& answer : answers) {
    EXPECT_TRUE(answer.status == 200 || answer.status == 201) << answer.body;
    inserted += answer.status == 201 ? 1 : 0;
  }
  EXPECT_EQ(inserted, 1);
  EXPECT_EQ(count("boxes"), "1");
  EXPECT_EQ(count("items"), "48");
}

INSTANTIATE_TEST_SUITE_P(Stores, Nested, testing::Values(sql::Dialect::kSqlite, sql::Dialect::kPostgres),
                         [](const auto& info) { return info.param == sql::Dialect::kSqlite ? "Sqlite" : "Postgres"; });

}  // namespace
}  // namespace bedplate::golden
