#include "crypto/jwt.hpp"

#include <gtest/gtest.h>

#include "base/base64.hpp"
#include "crypto/jws.hpp"
#include "crypto/test_random.hpp"

namespace bedplate::crypto {
namespace {

constexpr std::int64_t kNow = 1'700'000'000'000'000;
constexpr std::string_view kGood = R"({"iss":"https://id.example","aud":"api","sub":"7","exp":1700000600})";

/// An issuer with one Ed25519 key, and everything to forge tokens with.
class Jwt : public testing::Test {
 protected:
  Jwt() : key_(make_key(KeyType::kEd25519)), verifier_(make_verifier()) {}

  Key make_key(KeyType type) { return *parse_jwk(generate_jwk(type, random_).reveal(), JwkSource::kOwn); }
  Verifier make_verifier() {
    auto keys = key_set_of(public_jwk(key_).value(), JwkSource::kPublic);
    auto issuer = Issuer{.issuer = "https://id.example",
                         .audiences = {"api", "api2"},
                         .algorithms = {Algorithm::kEdDsa},
                         .keys = std::make_shared<const KeySet>(*std::move(keys))};
    std::vector<Issuer> issuers;
    issuers.push_back(std::move(issuer));
    return *Verifier::make(std::move(issuers));
  }
  std::string sign(std::string_view payload, std::string_view type = "at+jwt") {
    return sign_jws(payload, key_, type).value();
  }
  /// A token with any header, signed by the true key.
  std::string sign_with_header(std::string_view header) {
    const std::string signed_part = base64url(header) + "." + base64url(kGood);
    return signed_part + "." + base64url(*crypto::sign(key_, Algorithm::kEdDsa, signed_part));
  }
  bool accepts(std::string_view token) { return verify_token(token, verifier_, kNow).has_value(); }
  std::string cause(std::string_view token) {
    const auto claims = verify_token(token, verifier_, kNow);
    if (claims) return "accepted";
    EXPECT_EQ(claims.error().reason(), Reason::kInvalidToken);
    EXPECT_EQ(claims.error().message(), "The token is not valid.");
    EXPECT_EQ(claims.error().detail(), "");
    return claims.error().cause();
  }

  CountingRandom random_;
  Key key_;
  Verifier verifier_;
};

TEST_F(Jwt, ClaimsOfAGoodToken) {
  const auto claims = verify_token(
      sign(R"({"iss":"https://id.example","aud":["x","api2"],"sub":"7","exp":1700000600,"iat":1.7e9,"big":1e400})"),
      verifier_, kNow);
  ASSERT_TRUE(claims) << claims.error().cause();
  EXPECT_EQ(claims->issuer, "https://id.example");
  EXPECT_EQ(claims->subject, "7");
  EXPECT_EQ(claims->audience, (std::vector<std::string>{"x", "api2"}));
  EXPECT_EQ(claims->expires_at, 1'700'000'600'000'000);
  EXPECT_EQ(claims->issued_at, 1'700'000'000'000'000);
  EXPECT_EQ(claims->key_id, key_.id());
  EXPECT_EQ(claims->payload->find("big")->text, "1e400");
}

TEST_F(Jwt, MintedTokensVerify) {
  TokenRequest request{.issuer = "https://id.example",
                       .audience = "api",
                       .subject = "7",
                       .issued_at = kNow,
                       .lifetime = 60'000'000,
                       .claims = R"({"roles":["STAFF"],"n":{"a":[1.50,null]}})"};
  const auto claims = verify_token(mint_token(key_, request).value(), verifier_, kNow);
  ASSERT_TRUE(claims) << claims.error().cause();
  EXPECT_EQ(claims->expires_at, kNow + 60'000'000);
  EXPECT_EQ(claims->payload->find("roles")->children[0].text, "STAFF");
  EXPECT_EQ(claims->payload->find("n")->find("a")->children[0].text, "1.50");
  for (const char* bad : {"[]", R"({"iss":"x"})", "{"}) {
    request.claims = bad;
    EXPECT_FALSE(mint_token(key_, request)) << bad;
  }
}

TEST_F(Jwt, TimesHaveALittleLeeway) {
  const std::string token = sign(R"({"iss":"https://id.example","aud":"api","iat":1000,"nbf":1000,"exp":2000})");
  const auto at = [&](std::int64_t seconds) { return verify_token(token, verifier_, seconds * 1'000'000).has_value(); };
  EXPECT_FALSE(at(969));
  EXPECT_TRUE(at(970));
  EXPECT_TRUE(at(2029));
  EXPECT_FALSE(at(2030));
  EXPECT_EQ(verify_token(token, verifier_, kNow).error().message(), "The token has expired.");
}

TEST_F(Jwt, TimesMustBeTimes) {
  for (const char* exp : {R"("1700000600")", "null", "true", "-1e300", "1e400", "[]", "1e15"}) {
    const std::string payload = std::string(R"({"iss":"https://id.example","aud":"api","exp":)") + exp + "}";
    EXPECT_FALSE(accepts(sign(payload))) << exp;
  }
  EXPECT_EQ(cause(sign(R"({"iss":"https://id.example","aud":"api"})")), "exp is missing");
  EXPECT_FALSE(accepts(sign(R"({"iss":"https://id.example","aud":"api","exp":1700000600,"nbf":"x"})")));
  EXPECT_FALSE(accepts(sign(R"({"iss":"https://id.example","aud":"api","exp":1700000600,"iat":1700001000})")));
}

TEST_F(Jwt, IssuersKeepTheirKeysApart) {
  const Key other = make_key(KeyType::kOctets);
  auto other_keys = key_set_of(generate_jwk(KeyType::kOctets, random_).reveal(), JwkSource::kOwn);
  std::vector<Issuer> issuers;
  issuers.push_back({.issuer = "https://id.example",
                     .audiences = {"api"},
                     .algorithms = {Algorithm::kEdDsa},
                     .keys = std::make_shared<const KeySet>(*key_set_of(*public_jwk(key_), JwkSource::kPublic))});
  issuers.push_back({.issuer = "dev",
                     .audiences = {"api"},
                     .algorithms = {Algorithm::kHs256},
                     .keys = std::make_shared<const KeySet>(*std::move(other_keys))});
  const auto verifier = Verifier::make(std::move(issuers));
  ASSERT_TRUE(verifier);
  EXPECT_TRUE(verify_token(sign(kGood), *verifier, kNow));
  EXPECT_FALSE(verify_token(sign(R"({"iss":"dev","aud":"api","exp":1700000600})"), *verifier, kNow));
}

TEST_F(Jwt, VerifiersRefuseHalfAnIssuer) {
  const auto make = [](std::string name, std::vector<std::string> audiences, std::vector<Algorithm> algorithms) {
    std::vector<Issuer> issuers;
    issuers.push_back({std::move(name), std::move(audiences), std::move(algorithms), nullptr});
    return Verifier::make(std::move(issuers)).has_value();
  };
  EXPECT_TRUE(make("a", {"b"}, {Algorithm::kEs256}));
  EXPECT_FALSE(make("", {"b"}, {Algorithm::kEs256}));
  EXPECT_FALSE(make("a", {}, {Algorithm::kEs256}));
  EXPECT_FALSE(make("a", {"b"}, {}));
}

TEST_F(Jwt, AnUnknownKidIsAReasonToFetchKeysAgain) {
  EXPECT_EQ(issuer_lacking_key(sign(kGood), verifier_), nullptr);
  const std::string rotated = sign_with_header(R"({"alg":"EdDSA","kid":"new"})");
  EXPECT_EQ(issuer_lacking_key(rotated, verifier_), verifier_.find("https://id.example"));
  EXPECT_EQ(issuer_lacking_key("garbage", verifier_), nullptr);
}

TEST_F(Jwt, Threat001_AlgNoneOrEmptySignature) {
  for (const char* alg : {"none", "None", "NONE", "nOnE", ""}) {
    const std::string header = std::string(R"({"alg":")") + alg + "\"}";
    const std::string unsigned_token = base64url(header) + "." + base64url(kGood) + ".";
    EXPECT_FALSE(accepts(unsigned_token)) << alg;
    EXPECT_FALSE(accepts(unsigned_token + "AA")) << alg;
    EXPECT_FALSE(accepts(sign_with_header(header))) << alg;
  }
  const std::string good = sign(kGood);
  EXPECT_EQ(cause(good.substr(0, good.rfind('.') + 1)), "the signature is empty");
  EXPECT_EQ(cause(good.substr(0, good.rfind('.'))), "the token has not three parts");
}

TEST_F(Jwt, Threat002_APublicKeyIsNoSharedSecret) {
  // The attacker takes the public key in every form there is and uses its bytes as an HMAC secret.
  const std::string jwk = public_jwk(key_).value();
  const std::string secret = jwk.substr(0, 64);
  const auto forged =
      parse_jwk(R"({"kty":"oct","kid":")" + key_.id() + R"(","k":")" + base64url(secret) + "\"}", JwkSource::kOwn);
  ASSERT_TRUE(forged);
  EXPECT_EQ(cause(sign_jws(kGood, *forged, "at+jwt").value()), "the issuer doesn't sign with that algorithm");
  // Even an issuer that permits both: the key decides.
  std::vector<Issuer> issuers;
  issuers.push_back({.issuer = "https://id.example",
                     .audiences = {"api"},
                     .algorithms = {Algorithm::kEdDsa, Algorithm::kHs256},
                     .keys = std::make_shared<const KeySet>(*key_set_of(jwk, JwkSource::kPublic))});
  const auto verifier = Verifier::make(std::move(issuers));
  EXPECT_FALSE(verify_token(sign_jws(kGood, *forged, "at+jwt").value(), *verifier, kNow));
  EXPECT_TRUE(verify_token(sign(kGood), *verifier, kNow));
}

TEST_F(Jwt, Threat003_AKidIsBytesAndNothingElse) {
  for (const char* kid : {"../../../dev/null", "' OR 1=1 --", "/etc/passwd", "http://evil/", "", "\\u0000"}) {
    EXPECT_FALSE(accepts(sign_with_header(std::string(R"({"alg":"EdDSA","kid":")") + kid + "\"}"))) << kid;
  }
  EXPECT_FALSE(accepts(sign_with_header(R"({"alg":"EdDSA","kid":7})")));
  EXPECT_TRUE(accepts(sign_with_header(R"({"alg":"EdDSA"})"))) << "the only key of its issuer";
}

TEST_F(Jwt, Threat004_HeadersThatBringOrFetchAKey) {
  for (const char* member : {R"("jku":"https://evil/")", R"("x5u":"https://evil/")", R"("jwk":{})", R"("x5c":[])",
                             R"("crit":["exp"],"exp":1)", R"("b64":false)", R"("crit":[])"}) {
    EXPECT_FALSE(accepts(sign_with_header(R"({"alg":"EdDSA",)" + std::string(member) + "}"))) << member;
  }
}

TEST_F(Jwt, Threat005_TokensHaveOneSpelling) {
  const std::string good = sign(kGood);
  ASSERT_TRUE(accepts(good));
  const std::size_t first = good.find('.');
  for (const std::string& bad :
       {good + "=", good + ".", "." + good, " " + good, good + "\n", good + "A", std::string(good).insert(first, "="),
        std::string(good).insert(first, "\r\n"), good + std::string(kMaxTokenBytes, 'A'), std::string()}) {
    EXPECT_FALSE(accepts(bad)) << bad;
  }
  EXPECT_FALSE(accepts(sign_with_header(R"({"alg":"EdDSA","alg":"EdDSA"})")));
  EXPECT_FALSE(accepts(sign(R"({"iss":"https://id.example","aud":"x","aud":"api","exp":1700000600})")));
}

TEST_F(Jwt, Threat005_EveryChangedCharacterIsNoticed) {
  const std::string good = sign(kGood);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = bad[i] == 'A' ? 'B' : 'A';
    ASSERT_FALSE(accepts(bad)) << i;
  }
}

TEST_F(Jwt, Threat006_MissingOrWrongAudienceAndIssuer) {
  for (const char* payload : {
           R"({"iss":"https://id.example","exp":1700000600})",
           R"({"iss":"https://id.example","aud":"API","exp":1700000600})",
           R"({"iss":"https://id.example","aud":"","exp":1700000600})",
           R"({"iss":"https://id.example","aud":[],"exp":1700000600})",
           R"({"iss":"https://id.example","aud":["api",7],"exp":1700000600})",
           R"({"iss":"https://id.example","aud":{"api":1},"exp":1700000600})",
           R"({"iss":"https://id.example","aud":null,"exp":1700000600})",
           R"({"aud":"api","exp":1700000600})",
           R"({"iss":"https://id.example/","aud":"api","exp":1700000600})",
           R"({"iss":["https://id.example"],"aud":"api","exp":1700000600})",
           R"({"iss":null,"aud":"api","exp":1700000600})",
           R"({"iss":"https://id.example","aud":"api","exp":1700000600,"sub":7})",
           R"([])",
           R"("https://id.example")",
           "",
       }) {
    EXPECT_FALSE(accepts(sign(payload))) << payload;
  }
}

TEST_F(Jwt, Threat006_OtherKindsOfTokens) {
  for (const char* type : {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt", "Application/JWT", ""})
    EXPECT_TRUE(accepts(sign(kGood, type))) << type;
  for (const char* type : {"id_token+jwt", "refresh+jwt", "rt+jwt", "logout+jwt", "dpop+jwt", "application/", "JW",
                           "application/application/jwt", "secevent+jwt"})
    EXPECT_FALSE(accepts(sign(kGood, type))) << type;
  const std::string base(kGood.substr(0, kGood.size() - 1));
  for (const char* claim : {R"("at_hash":"x")", R"("c_hash":"x")", R"("typ":"ID")", R"("typ":"Refresh")",
                            R"("token_use":"id")", R"("typ":"Offline")"})
    EXPECT_EQ(cause(sign(base + "," + claim + "}")), "an ID or refresh token") << claim;
  for (const char* claim : {R"("typ":"Bearer")", R"("token_use":"access")"})
    EXPECT_TRUE(accepts(sign(base + "," + claim + "}"))) << claim;
}

}  // namespace
}  // namespace bedplate::crypto
