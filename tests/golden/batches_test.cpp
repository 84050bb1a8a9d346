// Batches on both stores: what all operations keep together is bounded, and what a commit finds is its operation's.
#include <gtest/gtest.h>

#include "golden/store_node.hpp"

namespace bedplate::golden {
namespace {

constexpr std::string_view kModel = R"(
  type Note @entity @allow { id: Int! @default(fn: SEQUENCE) text: String! }
  type Hen @entity @allow { id: Int! @default(fn: SEQUENCE) from: Egg @relation }
  type Egg @entity @allow { id: Int! @default(fn: SEQUENCE) layer: Hen! @relation }
)";

class Batches : public testing::TestWithParam<sql::Dialect> {
 protected:
  void open(const engine::Options& options) {
    if (GetParam() == sql::Dialect::kPostgres && testing_support::PostgresServer::get() == nullptr) GTEST_SKIP();
    node_ = std::make_unique<StoreNode>(kModel, GetParam(), options);
  }
  Answer batch(const std::string& operations) {
    return node_->answer("POST /api/$batch\nContent-Type: application/json\n\n{\"operations\": [" + operations + "]}",
                         node_->principal({}));
  }
  std::string notes(std::string_view condition) {
    return node_->query("SELECT count(*) FROM notes WHERE " + std::string(condition))[0][0];
  }

  std::unique_ptr<StoreNode> node_;
};

TEST_P(Batches, KeepNoMoreOfTheirRowsThanTheyMay) {
  open({.held_bytes = 1024 * 1024});
  if (!node_) return;
  std::string rows;
  for (int i = 1; i <= 100; ++i)
    rows +=
        (i > 1 ? ", " : "") + ("{\"id\": " + std::to_string(i)) + ", \"text\": \"" + std::string(20'000, 'x') + "\"}";
  node_->fill("{\"Note\": [" + rows + "]}");
  const auto change = [](std::string_view filter) {
    return R"({"method": "PATCH", "path": "/notes?)" + std::string(filter) + R"(", "body": {"text": "y"},
               "headers": {"Prefer": "return=minimal"}})";
  };
  EXPECT_EQ(batch(change("id=lt.10")).status, 200);
  EXPECT_EQ(notes("text = 'y'"), "9");
  const auto refused = batch(change("id=lt.20") + "," + change("id=gte.20"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(refused.body.contains("LIMIT_EXCEEDED")) << refused.body;
  EXPECT_TRUE(refused.body.contains("change too many rows together")) << refused.body;
  EXPECT_EQ(notes("text = 'y'"), "9") << "all or nothing";
}

// Of tables that refer to each other PostgreSQL looks at the transaction's end.
TEST_P(Batches, AConflictOfTheCommitIsItsOperations) {
  open({});
  if (!node_) return;
  const std::string note = R"({"method": "POST", "path": "/notes", "body": {"id": 1, "text": "x"}})";
  const std::string hen = R"({"method": "POST", "path": "/hens", "body": {"id": 1}})";
  const std::string egg = R"({"method": "POST", "path": "/eggs", "body": {"id": 1, "layerId": 7}})";
  const auto refused = batch(note + "," + hen + "," + egg);
  EXPECT_EQ(refused.status, 409);
  EXPECT_TRUE(refused.body.contains("\"operation\":2")) << refused.body;
  EXPECT_TRUE(refused.body.contains("there is no row that layerId refers to")) << refused.body;
  EXPECT_EQ(notes("true"), "0");
}

INSTANTIATE_TEST_SUITE_P(Stores, Batches, testing::Values(sql::Dialect::kSqlite, sql::Dialect::kPostgres),
                         [](const auto& info) { return info.param == sql::Dialect::kSqlite ? "sqlite" : "postgres"; });

}  // namespace
}  // namespace bedplate::golden
