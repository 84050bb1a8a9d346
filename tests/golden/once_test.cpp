// Idempotency-Key on both stores: one effect, one reply, whoever asks how often, and whoever else has the same key.
#include <gtest/gtest.h>

#include "golden/store_node.hpp"

namespace bedplate::golden {
namespace {

constexpr std::string_view kModel = R"(
  type Company @entity @tenantRoot @allow(to: [READ]) { id: Int! name: String! }
  type Counter @entity @allow(when: "auth.id != null") {
    id: Int! @default(fn: SEQUENCE)
    company: Company! @tenant
    name: String! @unique
    value: Int! @default(value: 0) @constraint(max: 1000)
  }
  type Guest @entity @allow { id: Int! @default(fn: SEQUENCE) name: String! }
)";
constexpr std::string_view kGuest =
    "POST /api/guests\nContent-Type: application/json\nIdempotency-Key: g\n\n{\"name\": \"guest\"}";
constexpr std::string_view kPost =
    "POST /api/counters?select=id,name\nContent-Type: application/json\nPrefer: return=representation\n"
    "Idempotency-Key: \"k-1\"\n\n{\"name\": \"hits\"}";
constexpr std::string_view kAddOne =
    "PATCH /api/counters/1?select=value\nContent-Type: application/json\nPrefer: return=representation\n"
    "Idempotency-Key: \"k-2\"\n\n{\"value\": {\"$increment\": 1}}";

bool replayed(const Answer& answer) { return answer.headers.contains("Idempotent-Replayed: true\r\n"); }

class Once : public testing::TestWithParam<sql::Dialect> {
 protected:
  void SetUp() override {
    if (GetParam() == sql::Dialect::kPostgres && testing_support::PostgresServer::get() == nullptr)
      GTEST_SKIP() << "no PostgreSQL";
    node_ = std::make_unique<StoreNode>(kModel, GetParam());
    node_->fill(R"({"Company": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}]})");
  }
  PrincipalPtr who(std::string id, std::string tenant) {
    return node_->principal({.authenticated = true, .id = std::move(id), .tenant = std::move(tenant)});
  }
  std::string count(const std::string& from) { return node_->query("SELECT count(*) FROM " + from)[0][0]; }
  std::string kept() { return sql::system_table("bp_idempotency", GetParam()); }

  std::unique_ptr<StoreNode> node_;
};

TEST_P(Once, ARepeatedRequestHasTheFirstOnesReply) {
  const auto first = node_->answer(kPost, who("ann", "1"));
  const auto again = node_->answer(kPost, who("ann", "1"));
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  EXPECT_TRUE(first.headers.contains("Location: /api/counters/1\r\n")) << first.headers;
  EXPECT_EQ(again.headers, first.headers + "Idempotent-Replayed: true\r\n");
  EXPECT_EQ(count("counters"), "1");
}

TEST_P(Once, Threat111_AHundredAtOnceHaveOneEffectAndOneReply) {
  ASSERT_EQ(node_->answer(kPost, who("ann", "1")).status, 201);
  const auto answers = node_->answers_at_once(kAddOne, who("ann", "1"), 100);
  int first = 0;
  for (const auto& answer : answers) {
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.body, R"({"value":1})");
    first += replayed(answer) ? 0 : 1;
  }
  EXPECT_EQ(first, 1);
  EXPECT_EQ(node_->query("SELECT value FROM counters")[0][0], "1");
}

TEST_P(Once, Threat112_TheSameKeyWithAnotherRequestIsRefused) {
  ASSERT_EQ(node_->answer(kPost, who("ann", "1")).status, 201);
  std::string other(kPost);
  other.replace(other.find("hits"), 4, "more");
  const auto refused = node_->answer(other, who("ann", "1"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.body.contains("IDEMPOTENCY_KEY_REUSED")) << refused.body;
  EXPECT_EQ(count("counters"), "1");
  // Another path of the same operation is another request.
  ASSERT_EQ(node_->answer(kAddOne, who("ann", "1")).status, 200);
  std::string path(kAddOne);
  path.replace(path.find("select=value"), 12, "select=id");
  EXPECT_EQ(node_->answer(path, who("ann", "1")).status, 422);
}

TEST_P(Once, Threat049_TheSameKeyOfAnotherTenantOrCallerIsAnother) {
  EXPECT_EQ(node_->answer(kPost, who("ann", "1")).status, 201);
  const auto other_tenant = node_->answer(kPost, who("ann", "2"));
  EXPECT_EQ(other_tenant.status, 201);
  EXPECT_FALSE(replayed(other_tenant));
  EXPECT_EQ(other_tenant.body, R"([{"id":2,"name":"hits"}])");
  EXPECT_EQ(node_->answer(kPost, who("bob", "1")).status, 409);
  EXPECT_EQ(count("counters"), "2");
}

TEST_P(Once, ACallerWhoIsNobodyHasNoKeys) {
  for (const auto& nobody : {node_->principal({}), node_->principal({.authenticated = true})}) {
    const auto refused = node_->answer(kGuest, nobody);
    EXPECT_EQ(refused.status, 400);
    EXPECT_TRUE(refused.body.contains("INVALID_IDEMPOTENCY_KEY")) << refused.body;
  }
  EXPECT_EQ(count("guests"), "0");
}

TEST_P(Once, AReplyThatIsTooLargeToBeKeptIsRefused) {
  const std::string large(400'000, 'x');
  std::string body;
  for (int i = 0; i < 3; ++i) body += (i == 0 ? "[" : ",") + ("{\"name\": \"" + large + std::to_string(i) + "\"}");
  const std::string head = "POST /api/guests\nContent-Type: application/json\nIdempotency-Key: large\n";
  const auto refused = node_->answer(head + "Prefer: return=representation\n\n" + body + "]", who("ann", "1"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(refused.body.contains("LIMIT_EXCEEDED"));
  EXPECT_EQ(count("guests"), "0");
  EXPECT_EQ(node_->answer(head + "\n" + body + "]", who("ann", "1")).status, 201);
}

TEST_P(Once, WhatFailedIsNotKept) {
  std::string taken(kPost);
  taken.replace(taken.find("k-1"), 3, "k-0");
  ASSERT_EQ(node_->answer(taken, who("bob", "1")).status, 201);
  ASSERT_EQ(node_->answer(kPost, who("ann", "1")).status, 409);
  EXPECT_EQ(count(kept()), "1");
  ASSERT_EQ(node_->answer("DELETE /api/counters/1\nIdempotency-Key: d", who("bob", "1")).status, 204);
  const auto now = node_->answer(kPost, who("ann", "1"));
  EXPECT_EQ(now.status, 201);
  EXPECT_FALSE(replayed(now));
  const auto deleted = node_->answer("DELETE /api/counters/1\nIdempotency-Key: d", who("bob", "1"));
  EXPECT_EQ(deleted.status, 204);
  EXPECT_TRUE(replayed(deleted));
}

TEST_P(Once, AfterADayAKeyIsNewAndOldOnesAreForgotten) {
  ASSERT_EQ(node_->answer(kPost, who("ann", "1")).status, 201);
  ASSERT_EQ(node_->answer(kAddOne, who("ann", "1")).status, 200);
  ASSERT_EQ(node_->script("UPDATE " + kept() + " SET at = at - 86400000000"), "ok");
  const auto again = node_->answer(kAddOne, who("ann", "1"));
  EXPECT_EQ(again.body, R"({"value":2})");
  for (int i = 0; i < 16; ++i) {
    const auto name = "n" + std::to_string(i);
    EXPECT_EQ(node_
                  ->answer("POST /api/counters\nContent-Type: application/json\nIdempotency-Key: " + name +
                               "\n\n{\"name\": \"" + name + "\"}",
                           who("ann", "1"))
                  .status,
              201);
  }
  EXPECT_EQ(count(kept() + " WHERE at <= 1767225600000000 - 86400000000"), "0");
}

INSTANTIATE_TEST_SUITE_P(Stores, Once, testing::Values(sql::Dialect::kSqlite, sql::Dialect::kPostgres),
                         [](const auto& info) { return info.param == sql::Dialect::kSqlite ? "Sqlite" : "Postgres"; });

}  // namespace
}  // namespace bedplate::golden
