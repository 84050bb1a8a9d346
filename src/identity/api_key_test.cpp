#include "identity/api_key.hpp"

#include "identity/test_issuer.hpp"
#include "sql/system.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::identity {
namespace {

class ApiKeyTest : public testing::Test {
 protected:
  void SetUp() override {
    store_ = *store::open_sqlite({.path = folder_ / "app.db"});
    ASSERT_TRUE(store_->run_script(sql::create_system_tables(store_->dialect())));
  }
  testing_support::TempDir folder_;
  std::unique_ptr<store::Store> store_;
  crypto::CountingRandom random_;
};

TEST_F(ApiKeyTest, FromCreationToRevocation) {
  TestNode node(std::vector<TrustedIssuer>{});
  const auto made = create_api_key(
      *store_,
      {.roles = {"STAFF"}, .scopes = {"read"}, .principal_id = "7", .tenant = "acme", .expires_at = kNow + kMinute},
      random_, kNow);
  ASSERT_TRUE(made);
  const auto plain = create_api_key(*store_, {}, random_, kNow + 1);
  ASSERT_TRUE(plain);
  node.trust->set_api_keys(list_api_keys(*store_).value());
  const auto principal = node.bearer(made->text.reveal());
  ASSERT_TRUE(principal);
  EXPECT_EQ((*principal)->identity().id, "7");
  EXPECT_EQ((*principal)->identity().roles, std::vector<std::string>{"STAFF"});
  EXPECT_EQ((*principal)->identity().scopes, std::vector<std::string>{"read"});
  EXPECT_EQ((*node.bearer(plain->text.reveal()))->identity().id, "");
  EXPECT_EQ(node.verdict(made->text.reveal(), kNow + kMinute), "the API key has expired");

  EXPECT_TRUE(revoke_api_key(*store_, made->id, kNow).value());
  EXPECT_FALSE(revoke_api_key(*store_, made->id, kNow).value()) << "only once";
  EXPECT_FALSE(revoke_api_key(*store_, "nobody", kNow).value());
  node.trust->set_api_keys(list_api_keys(*store_).value());
  EXPECT_EQ(node.verdict(made->text.reveal()), "the API key is revoked");
  EXPECT_EQ(node.verdict(plain->text.reveal()), "accepted");
}

TEST_F(ApiKeyTest, TheDatabaseHoldsTheHashAlone) {
  const auto made = create_api_key(*store_, {.roles = {"STAFF"}}, random_, kNow);
  ASSERT_TRUE(made);
  const auto rows = store_->query_system("SELECT * FROM bp_api_keys", {});
  const std::string secret(made->text.reveal().substr(20));
  for (const auto& cell : rows.value().at(0)) EXPECT_EQ(cell.find(secret), std::string::npos);
}

TEST_F(ApiKeyTest, RefusesNonsense) {
  EXPECT_FALSE(create_api_key(*store_, {.roles = {""}}, random_, kNow));
  EXPECT_FALSE(create_api_key(*store_, {.scopes = {"a b"}}, random_, kNow));
  EXPECT_FALSE(create_api_key(*store_, {.expires_at = kNow}, random_, kNow));
  const std::vector<std::string> bad = {
      "INSERT INTO bp_api_keys (id, hash, roles, scopes, created_at) VALUES ('x', 'zz', '[]', '[]', 1)"};
  ASSERT_TRUE(store_->run_script(bad));
  EXPECT_FALSE(list_api_keys(*store_)) << "a damaged row is no key";
}

}  // namespace
}  // namespace bedplate::identity
