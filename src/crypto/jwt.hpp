#pragma once
// Access tokens: JSON Web Tokens (RFC 7519, 9068, 8725) from issuers named in the configuration. Pure: keys and time
// come in, nothing is fetched. A Verifier is immutable and shared by all threads; new keys make a new Verifier.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/jwk.hpp"
#include "json/document.hpp"

namespace bedplate::crypto {

/// One trusted issuer. All of it is pinned: a token can't choose.
struct Issuer {
  std::string issuer;                  ///< the `iss`, exact
  std::vector<std::string> audiences;  ///< one of them must be in `aud`
  std::vector<Algorithm> algorithms;
  std::shared_ptr<const KeySet> keys;  ///< null while none could be fetched: its tokens are refused
};

class Verifier {
 public:
  /// Refuses (kInvalidConfiguration) two issuers of one name and issuers without name, audience or algorithm.
  /// `leeway` in µs is granted on exp, nbf and iat.
  static Result<Verifier> make(std::vector<Issuer> issuers, std::int64_t leeway = 30'000'000);
  const Issuer* find(std::string_view issuer) const;
  std::int64_t leeway() const { return leeway_; }

 private:
  std::map<std::string, Issuer, std::less<>> issuers_;
  std::int64_t leeway_ = 0;
};

/// What a verified token says. Times in µs since 1970.
struct Claims {
  json::Document payload;  ///< an object: every claim as it came
  std::string issuer;
  std::optional<std::string> subject;
  std::vector<std::string> audience;
  std::int64_t expires_at = 0;
  std::optional<std::int64_t> issued_at;
  std::string key_id;  ///< of the key that verified it
};

/// Verifies an access token at `now` (µs since 1970). Errors: kInvalidToken; the public message tells apart only an
/// expired token of ours from all others, the cause says everything.
Result<Claims> verify_token(std::string_view token, const Verifier& verifier, std::int64_t now);

/// The trusted issuer whose keys lack the token's kid, when that is what's wrong: reason to fetch its keys again
/// (within limits, since anybody can cause this). Null otherwise.
const Issuer* issuer_lacking_key(std::string_view token, const Verifier& verifier);

/// What a token of our own shall say.
struct TokenRequest {
  std::string issuer;
  std::string audience;
  std::string subject;         ///< empty: no `sub`
  std::int64_t issued_at = 0;  ///< µs; `iat` and `nbf` are its whole second
  std::int64_t lifetime = 0;   ///< µs
  std::string claims = "{}";   ///< further members, a JSON object: roles, tenant, scope, jti, …
};

/// Mints an `at+jwt` with a private or shared key. Errors: kInvalidConfiguration (the key can't sign),
/// kInvalidJson, kInvalidValue (`claims` is no object or repeats one of the above).
Result<std::string> mint_token(const Key& key, const TokenRequest& request);

}  // namespace bedplate::crypto
