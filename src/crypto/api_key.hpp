#pragma once
// API keys: `bp_<id>_<secret><checksum>` in lower-case base32 (RFC 4648's alphabet, so no digit looks like a letter).
//   id        16 characters, 80 bits: public, what the key is looked up by
//   secret    52 characters, 256 random bits: what is compared, and only as a hash
//   checksum   6 characters of the SHA-256 of all before: typing errors never reach the database
// Only the SHA-256 of the whole key is stored: 256 random bits need no slow hash. Pure; any thread.
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/result.hpp"
#include "crypto/hash.hpp"
#include "crypto/secret.hpp"

namespace bedplate::crypto {

struct NewApiKey {
  std::string id;
  SecretBytes text;  ///< shown once
  Sha256 hash;       ///< stored
};

struct PresentedApiKey {
  std::string id;
  Sha256 hash;
};

NewApiKey make_api_key(Random& random);
/// Errors: kInvalidToken, without a word of the key.
Result<PresentedApiKey> parse_api_key(std::string_view text);
/// Whether a credential claims to be an API key (starts with `bp_`).
bool looks_like_api_key(std::string_view text);
Sha256 hash_api_key(std::string_view text);
/// In constant time. Compare with a zero hash when the id is unknown, so that both answers take the same path.
bool matches_api_key(const PresentedApiKey& presented, const Sha256& stored);

}  // namespace bedplate::crypto
