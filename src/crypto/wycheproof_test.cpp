// Wycheproof's vectors for JSON Web Keys and Signatures (tests/data/jose, Apache 2.0): what is `valid` verifies,
// what is `invalid` doesn't, but for the cases decided otherwise below.
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <set>

#include "crypto/jwk.hpp"
#include "crypto/jws.hpp"
#include "json/document.hpp"

namespace bedplate::crypto {
namespace {

json::Document load(const std::string& name) {
  std::ifstream file(BP_TEST_DATA "/jose/" + name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto document = json::Document::parse(text);
  EXPECT_TRUE(document) << name;
  return document ? *std::move(document) : json::Document();
}

std::string text_of(const json::Node& node) {
  std::string out;
  json::append(out, node);
  return out;
}

/// `valid` by the vectors, refused by us, and why.
const std::map<std::string_view, std::string_view> kStricter = {
    {"346", "the key says PS256, the token PS384: the key fixes the algorithm (RFC 8725 section 3.1)"},
    {"350", "as 346"},
    {"347", "the key's alg is ES521, which no registry knows"},
    {"351", "as 347"},
    {"372", "a '?' inside base64url, which RFC 7515 section 2 doesn't allow"},
    {"373", "as 372"},
};

/// `invalid` by the vectors, accepted by us, and why.
const std::map<std::string_view, std::string_view> kAccepted = {
    {"367", "byte for byte the token of 357, which is valid: the file lost the padding it wanted to test"},
    {"370", "as 367"},
};

/// Verifies with a single key (as `key_set`: with a set), public if the vectors have one.
bool accepts(const json::Node& group, std::string_view token, bool key_set) {
  const json::Node* public_half = group.find("public");
  const json::Node* key = public_half != nullptr ? public_half : group.find("private");
  const JwkSource source = public_half != nullptr ? JwkSource::kPublic : JwkSource::kOwn;
  const auto keys = key_set ? parse_jwks(text_of(*key), source) : key_set_of(text_of(*key), source);
  if (!keys) return false;
  const auto jws = parse_jws(token);
  if (!jws) return false;
  const Key* chosen = jws->key_id ? keys->find(*jws->key_id) : &keys->keys()[0];
  return chosen != nullptr && verify_jws(token, *chosen).has_value();
}

/// Counts the vectors that ran.
int run(const std::string& name, bool key_set) {
  const json::Document document = load(name);
  int count = 0;
  for (const json::Node& group : document->find("testGroups")->children) {
    for (const json::Node& test : group.find("tests")->children) {
      const std::string_view id = test.find("tcId")->text;
      const bool valid = *test.string("result") == "valid";
      const bool expected = !key_set && (valid ? kStricter : kAccepted).contains(id) ? !valid : valid;
      EXPECT_EQ(accepts(group, test.find("jws")->text, key_set), expected) << id << ' ' << *test.string("comment");
      EXPECT_NE(*test.string("result"), "acceptable") << id << ": decide it in a table here";
      ++count;
    }
  }
  return count;
}

// The vectors' key pairs, used the other way round: what the private half signs, the public half verifies.
TEST(Wycheproof, EveryPairSignsAndVerifies) {
  const json::Document document = load("json_web_signature_test.json");
  std::set<Algorithm> seen;
  for (const json::Node& group : document->find("testGroups")->children) {
    if (group.find("public") == nullptr) continue;
    const auto own = parse_jwk(text_of(*group.find("private")), JwkSource::kOwn);
    const auto known = parse_jwk(text_of(*group.find("public")), JwkSource::kPublic);
    if (!own || !known || !own->can_sign() || !own->algorithm()) continue;
    if (!seen.insert(*own->algorithm()).second) continue;
    const auto token = sign_jws("payload", *own, "JWT");
    ASSERT_TRUE(token) << algorithm_name(*own->algorithm());
    EXPECT_EQ(verify_jws(*token, *known).value(), "payload");
    EXPECT_FALSE(verify_jws(*token + "A", *known));
    const auto exported = parse_jwk(public_jwk(*own).value(), JwkSource::kPublic);
    ASSERT_TRUE(exported);
    EXPECT_TRUE(verify_jws(*token, *exported));
  }
  for (const Algorithm algorithm : {Algorithm::kRs256, Algorithm::kRs384, Algorithm::kRs512, Algorithm::kPs256,
                                    Algorithm::kPs384, Algorithm::kPs512, Algorithm::kEs256})
    EXPECT_TRUE(seen.contains(algorithm)) << algorithm_name(algorithm);
}

TEST(Wycheproof, JsonWebSignature) { EXPECT_EQ(run("json_web_signature_test.json", false), 401); }
TEST(Wycheproof, JsonWebKey) { EXPECT_EQ(run("json_web_key_test.json", true), 26); }

}  // namespace
}  // namespace bedplate::crypto
