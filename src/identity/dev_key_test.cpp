#include "identity/dev_key.hpp"

#include "identity/test_issuer.hpp"

namespace bedplate::identity {
namespace {

class DevKeyTest : public testing::Test {
 protected:
  crypto::CountingRandom random_;
  crypto::SecretBytes key_ = make_dev_key(random_);
};

TEST_F(DevKeyTest, ATokenFromMintToPrincipal) {
  TestNode node({dev_issuer(key_.reveal()).value()});
  const auto token = mint_dev_token(key_.reveal(),
                                    {.id = "ada",
                                     .tenant = "acme",
                                     .roles = {"STAFF"},
                                     .scopes = {"read", "write"},
                                     .claims = R"({"level":3,"a\"b":null})"},
                                    kNow);
  ASSERT_TRUE(token);
  const auto principal = node.bearer(*token);
  ASSERT_TRUE(principal);
  const auto& who = (*principal)->identity();
  EXPECT_EQ(who.id, "ada");
  EXPECT_EQ(who.tenant, "acme");
  EXPECT_EQ(who.roles, std::vector<std::string>{"STAFF"});
  EXPECT_EQ(who.scopes, (std::vector<std::string>{"read", "write"}));
  EXPECT_EQ(node.verdict(*token, kNow + 86'400'000'000 + 31'000'000), "exp has passed");
}

TEST_F(DevKeyTest, NoIdIsNobodyInParticular) {
  TestNode node({dev_issuer(std::string(key_.reveal()) + "\n").value()});
  const auto principal = node.bearer(mint_dev_token(key_.reveal(), {}, kNow).value());
  ASSERT_TRUE(principal);
  EXPECT_TRUE((*principal)->authenticated());
  EXPECT_EQ((*principal)->identity().id, "");
}

TEST_F(DevKeyTest, AnotherKeysTokensAndANodeWithoutIt) {
  const auto other = make_dev_key(random_);
  const std::string token = mint_dev_token(other.reveal(), {.id = "ada"}, kNow).value();
  EXPECT_NE(TestNode({dev_issuer(key_.reveal()).value()}).verdict(token), "accepted");
  EXPECT_EQ(TestNode(std::vector<TrustedIssuer>{}).verdict(token), "iss is missing or not trusted");
}

TEST_F(DevKeyTest, Threat079_ADamagedFileIsNotQuoted) {
  std::string damaged(key_.reveal());
  damaged.insert(damaged.size() / 2, "canary");
  for (const std::string& text :
       {damaged, std::string("canary"), std::string(), std::string(R"({"kty":"oct","k":"canary"})")}) {
    const auto issuer = dev_issuer(text);
    ASSERT_FALSE(issuer);
    const Error& error = issuer.error();
    EXPECT_EQ((error.message() + error.detail() + error.hint() + error.cause()).find("canary"), std::string::npos);
    EXPECT_FALSE(mint_dev_token(text, {}, kNow));
  }
}

TEST_F(DevKeyTest, ClaimsThatContradict) {
  EXPECT_FALSE(mint_dev_token(key_.reveal(), {.id = "a", .claims = R"({"sub":"b"})"}, kNow));
  EXPECT_FALSE(mint_dev_token(key_.reveal(), {.roles = {"A"}, .claims = R"({"roles":["B"]})"}, kNow));
  EXPECT_FALSE(mint_dev_token(key_.reveal(), {.claims = "[]"}, kNow));
}

}  // namespace
}  // namespace bedplate::identity
