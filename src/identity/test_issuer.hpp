#pragma once
// An issuer for tests: keys to sign with, the JWKS it publishes, tokens that say what a test wants, and a model that
// asks for every kind of fact. One thread.
#include <gtest/gtest.h>

#include "base/base64.hpp"
#include "crypto/jws.hpp"
#include "crypto/test_random.hpp"
#include "identity/authenticator.hpp"
#include "model/compile.hpp"

namespace bedplate::identity {

inline constexpr std::int64_t kNow = 1'700'000'000'000'000;
inline constexpr std::int64_t kMinute = 60'000'000;

inline std::unique_ptr<model::Model> test_model() {
  auto compiled = model::compile(R"sdl(
    enum Role @roles { CUSTOMER STAFF @inherits(roles: [CUSTOMER]) }
    type Note @entity
      @allow(to: [READ], when: "author == auth.id && org == auth.tenant && level == auth.claims.level")
      @allow(to: [READ], when: "city == auth.claims.address.city && hasScope('read')")
      @allow(to: [READ], roles: [STAFF]) {
      id: ID!
      author: String!
      org: String!
      level: Int!
      city: String!
    })sdl",
                                 "schema.graphql");
  for (const auto& diagnostic : compiled.diagnostics)
    if (!compiled.model) ADD_FAILURE() << diagnostic.message;
  return std::move(compiled.model);
}

class TestIssuer {
 public:
  explicit TestIssuer(std::string name = "https://id.example", crypto::KeyType type = crypto::KeyType::kEd25519)
      : name_(std::move(name)) {
    rotate(type);
  }
  void rotate(crypto::KeyType type = crypto::KeyType::kEd25519) {
    key_.emplace(*crypto::parse_jwk(crypto::generate_jwk(type, random_).reveal(), crypto::JwkSource::kOwn));
  }
  std::string jwks() const { return "{\"keys\":[" + crypto::public_jwk(*key_).value() + "]}"; }
  const crypto::Key& key() const { return *key_; }
  TrustedIssuer trusted(config::ClaimNames names = {}) const {
    TrustedIssuer trusted{.claims = std::move(names), .refreshable = true};
    trusted.issuer.issuer = name_;
    trusted.issuer.audiences = {"api"};
    trusted.issuer.algorithms = {crypto::Algorithm::kEdDsa};
    trusted.issuer.keys =
        std::make_shared<const crypto::KeySet>(*crypto::parse_jwks(jwks(), crypto::JwkSource::kPublic));
    return trusted;
  }
  /// `further`: members after iss, aud and exp, each with a leading comma.
  std::string payload(std::string_view further, std::int64_t expires = kNow / 1'000'000 + 600) const {
    return "{\"iss\":\"" + name_ + "\",\"aud\":\"api\",\"exp\":" + std::to_string(expires) + std::string(further) + "}";
  }
  std::string token(std::string_view further, std::int64_t expires = kNow / 1'000'000 + 600) const {
    return crypto::sign_jws(payload(further, expires), *key_, "at+jwt").value();
  }
  /// Any header, signed by the true key.
  std::string token_with_header(std::string_view header) const {
    const std::string signed_part = base64url(header) + "." + base64url(payload(""));
    return signed_part + "." + base64url(*crypto::sign(*key_, crypto::Algorithm::kEdDsa, signed_part));
  }

 private:
  std::string name_;
  crypto::CountingRandom random_;
  std::optional<crypto::Key> key_;
};

/// A node of one loop that trusts one issuer.
class TestNode {
 public:
  explicit TestNode(std::vector<TrustedIssuer> issuers)
      : model(test_model()), trust(*Trust::make(std::move(issuers))), authenticator(*trust, *model, random) {}

  Result<std::shared_ptr<const operation::Principal>> bearer(std::string_view token, std::int64_t now = kNow) {
    const std::string field = "Bearer " + std::string(token);
    return authenticator.authenticate({.authorization = field, .apikey = {}}, now);
  }
  /// `accepted`, or the private cause of the refusal, after it was checked that the public text tells nothing.
  std::string verdict(std::string_view token, std::int64_t now = kNow) {
    const auto principal = bearer(token, now);
    if (principal) return (*principal)->authenticated() ? "accepted" : "anonymous";
    EXPECT_EQ(principal.error().reason(), Reason::kInvalidToken);
    EXPECT_EQ(principal.error().detail(), "");
    return principal.error().cause();
  }

  crypto::CountingRandom random;
  std::unique_ptr<model::Model> model;
  std::unique_ptr<Trust> trust;
  Authenticator authenticator;
};

}  // namespace bedplate::identity
