#pragma once
// JSON Web Keys and sets of them (RFC 7517, 7518 section 6, 8037). Pure: text in, keys out; who fetched or read the
// text is another's matter. Immutable results, any thread.
// Refused: RSA below 2048 or above 8192 bits, weak exponents and the ROCA pattern; shared secrets shorter than the
// hash they serve (at least 32 bytes); points off their curve; halves of a key pair that don't fit.
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "crypto/key.hpp"
#include "crypto/secret.hpp"

namespace bedplate::crypto {

/// Where a JWK comes from decides what it may hold.
enum class JwkSource {
  kPublic,  ///< another's keys, or ours as published: private members and shared secrets are refused
  kOwn,     ///< our configuration: everything
};

/// One JWK. It must be for signatures (`use`, `key_ops`) and of a known type and `alg`. Errors:
/// kInvalidConfiguration; no message ever holds key material.
Result<Key> parse_jwk(std::string_view text, JwkSource source);

class KeySet {
 public:
  /// The key of exactly this `kid`, or null. Ids are compared as bytes, never interpreted.
  const Key* find(std::string_view id) const;
  std::span<const Key> keys() const { return keys_; }
  /// Keys of the set that were passed over (encryption keys, unknown types, weak keys): one sentence each, for logs.
  std::span<const std::string> skipped() const { return skipped_; }

 private:
  friend Result<KeySet> parse_jwks(std::string_view text, JwkSource source);
  std::vector<Key> keys_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::vector<std::string> skipped_;
};

/// `{"keys": […]}`. A key that can't serve is skipped (RFC 7517 section 5). The whole set is refused when no key is
/// left, when a kid occurs twice, when shared secrets and public keys are mixed, or when a public set gives a
/// private key away.
Result<KeySet> parse_jwks(std::string_view text, JwkSource source);
/// The set of that one key.
Result<KeySet> key_set_of(std::string_view jwk, JwkSource source);

/// The public half as a JWK with kid, alg and use. A shared secret has none: kInvalidConfiguration.
Result<std::string> public_jwk(const Key& key);
/// RFC 7638, base64url of SHA-256. Not for shared secrets.
Result<std::string> thumbprint(const Key& key);

/// A new private key as a JWK: kOctets (HS256, 32 bytes) or kEd25519. Its kid is its thumbprint or random.
SecretBytes generate_jwk(KeyType type, Random& random);

}  // namespace bedplate::crypto
