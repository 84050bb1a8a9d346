#include "identity/authenticator.hpp"

#include "crypto/api_key.hpp"
#include "identity/test_issuer.hpp"

namespace bedplate::identity {
namespace {

class AuthenticatorTest : public testing::Test {
 protected:
  TestIssuer issuer_;
  TestNode node_{{issuer_.trusted()}};

  std::string verdict(std::string_view token) { return node_.verdict(token); }
  Result<std::shared_ptr<const operation::Principal>> authenticate(std::optional<std::string_view> authorization,
                                                                   std::optional<std::string_view> apikey = {}) {
    return node_.authenticator.authenticate({authorization, apikey}, kNow);
  }
  ApiKey key(const crypto::NewApiKey& made) {
    return {.id = made.id, .hash = made.hash, .principal_id = "7", .tenant = "acme", .roles = {"STAFF"}};
  }
};

TEST_F(AuthenticatorTest, NothingPresentedIsAnonymousAndCached) {
  const auto first = authenticate({});
  ASSERT_TRUE(first);
  EXPECT_FALSE((*first)->authenticated());
  EXPECT_EQ(*first, *authenticate({}));
}

TEST_F(AuthenticatorTest, ATokensClaimsBecomeThePrincipal) {
  const auto principal = node_.bearer(issuer_.token(
      R"(,"sub":"ada","roles":["STAFF","UNKNOWN"],"tenant":"acme","scope":"read write","address":{"city":"Ulm"},"level":3)"));
  ASSERT_TRUE(principal);
  const auto& who = (*principal)->identity();
  EXPECT_EQ(who.id, "ada");
  EXPECT_EQ(who.tenant, "acme");
  EXPECT_EQ(who.roles, (std::vector<std::string>{"STAFF", "UNKNOWN"}));
  EXPECT_EQ(who.scopes, (std::vector<std::string>{"read", "write"}));
  for (std::size_t i = 0; i < node_.model->facts.size(); ++i)
    EXPECT_TRUE((*principal)->facts().test(i)) << node_.model->facts[i].name;
}

TEST_F(AuthenticatorTest, ATokenSeenBeforeIsNotVerifiedAgainUntilItEnds) {
  const std::string token = issuer_.token(R"(,"sub":"ada")");
  const auto first = node_.bearer(token);
  ASSERT_TRUE(first);
  EXPECT_EQ(*first, *node_.bearer(token));
  EXPECT_EQ(*first, *authenticate({}, token)) << "the same token by the other field";
  // One changed byte anywhere is another token.
  for (std::size_t i = 0; i < token.size(); i += 7) {
    std::string other = token;
    other[i] = other[i] == 'A' ? 'B' : 'A';
    if (other != token) EXPECT_NE(verdict(other), "accepted") << i;
  }
  EXPECT_NE(verdict(token.substr(0, token.size() - 1)), "accepted");
  EXPECT_NE(verdict(token + "A"), "accepted");
  EXPECT_EQ(node_.verdict(token, kNow + 629'000'000), "accepted") << "within the leeway of 30 s";
  EXPECT_EQ(node_.verdict(token, kNow + 630'000'000), "exp has passed");
}

TEST_F(AuthenticatorTest, NewKeysEndWhatTheOldOnesProved) {
  const std::string token = issuer_.token(R"(,"sub":"ada")");
  EXPECT_EQ(verdict(token), "accepted");
  issuer_.rotate();
  node_.trust->set_keys("https://id.example", issuer_.trusted().issuer.keys);
  EXPECT_EQ(verdict(token), "the issuer has no such key");
  EXPECT_EQ(verdict(issuer_.token(R"(,"sub":"ada")")), "accepted");
}

TEST_F(AuthenticatorTest, TheCacheIsBounded) {
  crypto::CountingRandom random;
  Authenticator small(*node_.trust, *node_.model, random, 4);
  for (int round = 0; round < 3; ++round)
    for (int i = 0; i < 20; ++i) {
      const std::string token = "Bearer " + issuer_.token(",\"sub\":\"" + std::to_string(i) + "\"");
      const auto principal = small.authenticate({token, {}}, kNow);
      ASSERT_TRUE(principal);
      EXPECT_EQ((*principal)->identity().id, std::to_string(i));
    }
}

TEST_F(AuthenticatorTest, Threat001_NoAlgorithmOrNoSignature) {
  for (const char* alg : {"none", "None", "NONE", "nOnE", "", "HS256"}) {
    const std::string head = base64url(std::string("{\"alg\":\"") + alg + "\"}") + "." + base64url(issuer_.payload(""));
    EXPECT_NE(verdict(head + "."), "accepted") << alg;
    EXPECT_NE(verdict(head + ".AAAA"), "accepted") << alg;
    EXPECT_NE(verdict(head), "accepted") << alg;
  }
  const std::string good = issuer_.token("");
  EXPECT_NE(verdict(good.substr(0, good.rfind('.') + 1)), "accepted");
}

TEST_F(AuthenticatorTest, Threat002_APublicKeyUsedAsASecret) {
  const std::string published = crypto::public_jwk(issuer_.key()).value();
  for (const std::string& secret : {published, issuer_.jwks()}) {
    const std::string part = base64url(R"({"alg":"HS256","typ":"JWT"})") + "." + base64url(issuer_.payload(""));
    const auto mac = crypto::hmac_sha256(secret, part);
    EXPECT_EQ(verdict(part + "." + base64url(crypto::as_bytes(mac))), "the issuer doesn't sign with that algorithm");
  }
}

TEST_F(AuthenticatorTest, Threat003_AKeyIdIsOnlyCompared) {
  for (const char* kid : {"../../../../dev/null", "/etc/passwd", "x' UNION SELECT 'a", "https://evil/k"})
    EXPECT_EQ(verdict(issuer_.token_with_header(std::string(R"({"alg":"EdDSA","kid":")") + kid + "\"}")),
              "the issuer has no such key");
}

TEST_F(AuthenticatorTest, Threat004_KeysOfTheHeaderAreNotLookedAt) {
  const std::string jwk = crypto::public_jwk(issuer_.key()).value();
  for (const std::string& member :
       {std::string(R"("jku":"https://evil.example/k")"), std::string(R"("x5u":"http://127.0.0.1/k")"),
        "\"jwk\":" + jwk, std::string(R"("x5c":["AAAA"])")})
    EXPECT_NE(verdict(issuer_.token_with_header(R"({"alg":"EdDSA",)" + member + "}")), "accepted") << member;
  EXPECT_FALSE(node_.trust->has_wanted()) << "nothing is fetched for it";
}

TEST_F(AuthenticatorTest, Threat006_ForOthersAndOfOtherKinds) {
  const auto sign = [&](std::string_view payload, std::string_view type = "JWT") {
    return crypto::sign_jws(payload, issuer_.key(), type).value();
  };
  EXPECT_EQ(verdict(sign(issuer_.payload(""))), "accepted");
  for (const char* payload : {R"({"iss":"https://id.example","exp":1700000600})",
                              R"({"iss":"https://id.example","aud":"other","exp":1700000600})",
                              R"({"iss":"https://id.example","aud":[],"exp":1700000600})",
                              R"({"iss":"https://id.example","aud":null,"exp":1700000600})",
                              R"({"iss":"https://evil.example","aud":"api","exp":1700000600})",
                              R"({"aud":"api","exp":1700000600})", R"({"iss":"https://id.example","aud":"api"})"})
    EXPECT_NE(verdict(sign(payload)), "accepted") << payload;
  for (const char* type : {"id_token+jwt", "refresh+jwt", "dpop+jwt", "logout+jwt"})
    EXPECT_NE(verdict(sign(issuer_.payload(""), type)), "accepted") << type;
  for (const char* further : {R"(,"typ":"Refresh")", R"(,"token_use":"id")", R"(,"at_hash":"x")"})
    EXPECT_EQ(verdict(sign(issuer_.payload(further))), "an ID or refresh token") << further;
}

TEST_F(AuthenticatorTest, WhatIsPresentedAndDoesNotHoldIsNeverAnonymous) {
  for (const char* field : {"", "Bearer", "Bearer ", "Bearer x", "Basic YTpi", "bearer\t", "Bearerx y", "token"})
    EXPECT_FALSE(authenticate(field)) << field;
  EXPECT_FALSE(authenticate({}, ""));
  EXPECT_FALSE(authenticate({}, "anon"));
  EXPECT_FALSE(authenticate({}, "sb_publishable_x"));
}

TEST_F(AuthenticatorTest, AuthorizationDecidesWhereBothAreGiven) {
  const auto made = crypto::make_api_key(node_.random);
  node_.trust->set_api_keys({key(made)});
  const std::string token = "bEARER  " + issuer_.token(R"(,"sub":"ada")");
  EXPECT_EQ((*authenticate(token, made.text.reveal()))->identity().id, "ada");
  EXPECT_EQ((*authenticate(token, "nonsense"))->identity().id, "ada");
  EXPECT_FALSE(authenticate("Bearer x", made.text.reveal()));
  EXPECT_EQ((*authenticate({}, made.text.reveal()))->identity().id, "7");
  EXPECT_EQ((*authenticate("Bearer " + std::string(made.text.reveal())))->identity().tenant, "acme");
}

TEST_F(AuthenticatorTest, Threat015_ApiKeysAreComparedWholeAsHashes) {
  const auto made = crypto::make_api_key(node_.random);
  const auto other = crypto::make_api_key(node_.random);
  auto swapped = key(other);
  swapped.id = made.id;  // a right id with another key's hash
  node_.trust->set_api_keys({swapped});
  EXPECT_EQ(verdict(made.text.reveal()), "no such API key");
  EXPECT_EQ(verdict(other.text.reveal()), "no such API key") << "an unknown id";
  node_.trust->set_api_keys({key(made)});
  EXPECT_EQ(verdict(made.text.reveal()), "accepted");
  const std::string text(made.text.reveal());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = changed[i] == 'a' ? 'b' : 'a';
    EXPECT_NE(verdict(changed), "accepted") << i;
  }
}

TEST_F(AuthenticatorTest, ApiKeysEndWhenRevokedOrExpired) {
  const auto made = crypto::make_api_key(node_.random);
  auto stored = key(made);
  stored.expires_at = kNow + kMinute;
  node_.trust->set_api_keys({stored});
  EXPECT_EQ(node_.verdict(made.text.reveal()), "accepted");
  EXPECT_EQ(node_.verdict(made.text.reveal(), kNow + kMinute - 1), "accepted");
  EXPECT_EQ(node_.verdict(made.text.reveal(), kNow + kMinute), "the API key has expired");
  stored.revoked_at = kNow;
  node_.trust->set_api_keys({stored});
  EXPECT_EQ(node_.verdict(made.text.reveal()), "the API key is revoked") << "at once, though it was cached";
  node_.trust->set_api_keys({});
  EXPECT_EQ(node_.verdict(made.text.reveal()), "no such API key");
}

TEST_F(AuthenticatorTest, Threat079_NoTextOfARefusalHoldsTheCredential) {
  const std::string canary = "canary0123456789";
  auto secret = TestIssuer("https://id.example");
  secret.rotate();
  const std::string forged = secret.token(",\"sub\":\"" + canary + "\"");
  for (const std::string& text : {canary, forged, "bp_" + canary, "bp_" + std::string(16, 'a') + "_" + canary,
                                  canary + "." + canary + "." + canary}) {
    const auto principal = node_.bearer(text);
    ASSERT_FALSE(principal);
    const Error& error = principal.error();
    const std::string all = error.message() + error.detail() + error.hint() + error.cause();
    EXPECT_EQ(all.find(canary), std::string::npos) << all;
    EXPECT_EQ(all.find(text), std::string::npos) << all;
  }
}

TEST(TrustTest, ASecretFromTheConfiguration) {
  const std::string secret = "0123456789-0123456789-0123456789";
  config::JwtIssuer configured{.issuer = "own", .audiences = {"api"}, .algorithms = {"HS256"}};
  configured.secret = config::SecretText(secret);
  TestNode node(trusted_issuers({configured}).value());
  const std::string part = base64url(R"({"alg":"HS256","typ":"JWT"})") + "." +
                           base64url(R"({"iss":"own","aud":"api","exp":1700000600,"sub":"7"})");
  EXPECT_EQ(node.verdict(part + "." + base64url(crypto::as_bytes(crypto::hmac_sha256(secret, part)))), "accepted");
  EXPECT_NE(node.verdict(part + "." + base64url(crypto::as_bytes(crypto::hmac_sha256("other", part)))), "accepted");
}

TEST(TrustTest, EveryAlgorithmOfTheConfigurationIsKnown) {
  for (const char* name : {"HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256",
                           "ES384", "ES512", "EdDSA"})
    EXPECT_TRUE(crypto::algorithm_by_name(name)) << name;
}

TEST(TrustTest, AnIssuerWithoutKeysTrustsNothing) {
  config::JwtIssuer configured{.issuer = "https://id.example", .audiences = {"api"}, .algorithms = {"EdDSA"}};
  configured.jwks_url = "https://id.example/jwks";
  TestNode node(trusted_issuers({configured}).value());
  EXPECT_EQ(node.verdict(TestIssuer().token("")), "the issuer has no such key");
  EXPECT_EQ(node.trust->take_wanted(), std::vector<std::string>{"https://id.example"});
}

}  // namespace
}  // namespace bedplate::identity
