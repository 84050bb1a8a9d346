#include "identity/claims.hpp"

#include "identity/test_issuer.hpp"

namespace bedplate::identity {
namespace {

using Words = std::vector<std::string>;

operation::Identity of(std::string_view payload, const config::ClaimNames& names = {}) {
  crypto::Claims claims;
  claims.payload = *json::Document::parse(payload);
  return identity_of(claims, names);
}

TEST(ClaimsTest, RolesAsArrayOrText) {
  EXPECT_EQ(of(R"({"roles":["A","B"]})").roles, (Words{"A", "B"}));
  EXPECT_EQ(of(R"({"roles":"A B,C, D"})").roles, (Words{"A", "B", "C", "D"}));
  EXPECT_EQ(of(R"({"roles":["A",7,null,["B"],""]})").roles, (Words{"A"}));
  for (const char* none : {R"({})", R"({"roles":null})", R"({"roles":7})", R"({"roles":true})", R"({"roles":{"A":1}})",
                           R"({"roles":""})", R"({"roles":" , "})", R"({"roles":[]})"})
    EXPECT_EQ(of(none).roles, Words{}) << none;
}

TEST(ClaimsTest, ScopesArePartedByBlanksAlone) {
  EXPECT_EQ(of(R"({"scope":"a:read  b,c"})").scopes, (Words{"a:read", "b,c"}));
  EXPECT_EQ(of(R"({"scope":["a","b"]})").scopes, (Words{"a", "b"}));
}

TEST(ClaimsTest, IdAndTenantAreTextsOrIntegers) {
  EXPECT_EQ(of(R"({"sub":"x","tenant":12})").tenant, "12");
  EXPECT_TRUE(of(R"({"sub":"x","tenant":12})").tenant_is_number);
  EXPECT_FALSE(of(R"({"sub":"x","tenant":"12"})").tenant_is_number);
  for (const char* none : {R"({"tenant":null})", R"({"tenant":1.5})", R"({"tenant":1e3})", R"({"tenant":true})",
                           R"({"tenant":["a"]})", R"({"tenant":{"id":"a"}})", R"({"tenant":""})"})
    EXPECT_EQ(of(none).tenant, "") << none;
}

TEST(ClaimsTest, NamesByConfigurationExactlyOrByPath) {
  const config::ClaimNames names{.id = "uid", .roles = "https://x.example/roles", .tenant = "org.id", .scopes = "scp"};
  const auto who = of(
      R"({"sub":"no","uid":5,"roles":["NO"],"https://x.example/roles":["A"],"org":{"id":"acme"},"scp":"s","tenant":"no"})",
      names);
  EXPECT_EQ(who.id, "5");
  EXPECT_EQ(who.roles, Words{"A"});
  EXPECT_EQ(who.tenant, "acme");
  EXPECT_EQ(who.scopes, Words{"s"});
  EXPECT_EQ(of(R"({"org":"acme"})", names).tenant, "") << "no fall back to another name or half a path";
}

TEST(ClaimsTest, ScalarsByPathAndNothingTwice) {
  const auto who = of(R"({"a":1,"b":{"c":"x","d":{"e":true}},"l":[1],"n":null,"p.q":1,"p":{"q":2}})");
  const std::vector<std::pair<std::string, std::string>> expected = {{"a", "1"}, {"b.c", "\"x\""}, {"b.d.e", "true"}};
  EXPECT_EQ(who.claims, expected);
}

/// The facts of a token's principal that hold, by kind.
class Threat038 : public testing::TestWithParam<const char*> {};
TEST_P(Threat038, EmptyNullMissingOrWronglyTypedClaimsGrantNothing) {
  TestIssuer issuer;
  TestNode node({issuer.trusted()});
  const auto principal = node.bearer(issuer.token(GetParam()));
  if (!principal) return;  // a wrong `sub` refuses the whole token
  for (std::size_t i = 0; i < node.model->facts.size(); ++i) {
    const auto& fact = node.model->facts[i];
    EXPECT_FALSE((*principal)->facts().test(i)) << fact.name;
    EXPECT_TRUE((*principal)->value(static_cast<expr::FactId>(i)).is_null()) << fact.name;
  }
}
INSTANTIATE_TEST_SUITE_P(
    Claims, Threat038,
    testing::Values(
        "", R"(,"tenant":"","roles":"","scope":"","level":"","address":{"city":""})",
        R"(,"tenant":null,"roles":null,"scope":null,"level":null,"address":null)", R"(,"sub":7)", R"(,"sub":"")",
        R"(,"sub":null)", R"(,"sub":["a"])",
        R"(,"tenant":{"a":1},"roles":{"STAFF":true},"scope":{"read":1},"level":[3],"address":{"city":{"a":1}})",
        R"(,"tenant":["a"],"roles":[["STAFF"]],"scope":7,"level":{"v":3},"address":{"city":["Ulm"]})",
        R"(,"tenant":true,"roles":true,"scope":true,"level":true,"address":"Ulm")",
        R"(,"tenant":1.5,"roles":1,"scope":["READ"],"level":"3x","address":["city"])",
        R"(,"roles":["staff","STAFF2","CUSTOMER_"],"scope":"Read readx","level":2147483648)",
        R"(,"roles":["role:STAFF"],"scope":"read,","level":" 3","level2":3)", R"(,"level":3.5)", R"(,"level":"03")",
        R"(,"level":3,"level.x":1,"address.city":"Ulm","address":{"city":"Ulm"},"level":3)"));

}  // namespace
}  // namespace bedplate::identity
