#include "crypto/jwk.hpp"

#include <gtest/gtest.h>

#include "crypto/jws.hpp"
#include "crypto/test_random.hpp"

namespace bedplate::crypto {
namespace {

// RFC 8037 appendix A.
constexpr std::string_view kRfc8037Private =
    R"({"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",)"
    R"("x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";
constexpr std::string_view kRfc8037Public =
    R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";
constexpr std::string_view kRfc8037Token =
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
    "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

TEST(Jwk, Rfc8037AppendixA) {
  const auto own = parse_jwk(kRfc8037Private, JwkSource::kOwn);
  const auto known = parse_jwk(kRfc8037Public, JwkSource::kPublic);
  ASSERT_TRUE(own && known);
  EXPECT_EQ(thumbprint(*known).value(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  EXPECT_EQ(sign_jws("Example of Ed25519 signing", *own, "").value(), kRfc8037Token);
  EXPECT_EQ(verify_jws(kRfc8037Token, *known).value(), "Example of Ed25519 signing");
}

TEST(Jwk, Rfc7638Thumbprint) {
  const auto key = parse_jwk(
      R"({"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_)"
      R"(BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAt)"
      R"(aSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_)"
      R"(xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"})",
      JwkSource::kPublic);
  ASSERT_TRUE(key) << key.error().message();
  EXPECT_EQ(thumbprint(*key).value(), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  const auto again = parse_jwk(public_jwk(*key).value(), JwkSource::kPublic);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->id(), "2011-04-29");
  EXPECT_EQ(thumbprint(*again).value(), thumbprint(*key).value());
}

TEST(Jwk, GeneratedKeysSignAndTheirPublicHalvesVerify) {
  CountingRandom random;
  for (const KeyType type : {KeyType::kOctets, KeyType::kEd25519}) {
    const auto key = parse_jwk(generate_jwk(type, random).reveal(), JwkSource::kOwn);
    ASSERT_TRUE(key) << key.error().message();
    const std::string token = sign_jws("{}", *key, "JWT").value();
    EXPECT_TRUE(verify_jws(token, *key));
    if (type == KeyType::kOctets) {
      EXPECT_FALSE(public_jwk(*key));
      continue;
    }
    const std::string public_text = public_jwk(*key).value();
    EXPECT_EQ(public_text.find("\"d\""), std::string::npos);
    const auto known = parse_jwk(public_text, JwkSource::kPublic);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->id(), thumbprint(*key).value());
    EXPECT_TRUE(verify_jws(token, *known));
    EXPECT_FALSE(sign_jws("{}", *known, "JWT"));
  }
}

TEST(Jwk, HalvesMustFit) {
  CountingRandom random;
  const std::string text(generate_jwk(KeyType::kEd25519, random).reveal());
  std::string swapped = text;
  swapped.replace(swapped.find("\"x\":\"") + 5, 43, "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  EXPECT_FALSE(parse_jwk(swapped, JwkSource::kOwn));
}

TEST(Jwk, APublicSourceMayHoldNoSecrets) {
  const auto key = parse_jwk(kRfc8037Private, JwkSource::kPublic);
  ASSERT_FALSE(key);
  EXPECT_EQ(key.error().message().find("nWGx"), std::string::npos);
  EXPECT_FALSE(key_set_of(kRfc8037Private, JwkSource::kPublic));
  EXPECT_FALSE(key_set_of(R"({"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})", JwkSource::kPublic));
}

TEST(Jwk, ASetSkipsWhatItCannotUseAndSaysSo) {
  const std::string set =
      R"({"keys":[{"kty":"RSA","use":"enc","kid":"e"},{"kty":"AKP","kid":"pq"},)" + std::string(kRfc8037Public) + "]}";
  const auto keys = parse_jwks(set, JwkSource::kPublic);
  ASSERT_TRUE(keys);
  EXPECT_EQ(keys->keys().size(), 1u);
  ASSERT_EQ(keys->skipped().size(), 2u);
  EXPECT_EQ(keys->skipped()[1], "Key \"pq\": The key's type or curve is not known.");
}

TEST(Jwk, SetsThatAreRefusedWhole) {
  const std::string key(kRfc8037Public);
  const std::string named = key.substr(0, key.size() - 1) + R"(,"kid":"a"})";
  EXPECT_TRUE(parse_jwks("{\"keys\":[" + key + "," + named + "]}", JwkSource::kPublic));
  EXPECT_FALSE(parse_jwks("{\"keys\":[" + named + "," + named + "]}", JwkSource::kPublic));
  for (const char* bad : {"{}", "[]", R"({"keys":{}})", R"({"keys":[]})", R"({"keys":[1]})", "", "{"})
    EXPECT_FALSE(parse_jwks(bad, JwkSource::kPublic)) << bad;
}

}  // namespace
}  // namespace bedplate::crypto
