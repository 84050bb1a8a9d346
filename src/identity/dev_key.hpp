#pragma once
// The development key: an Ed25519 JWK that `dev` alone trusts, and `token` mints with. Bytes in and out: the program
// keeps them in <dir>/.bedplate/dev.key, mode 0600. Pure.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "crypto/secret.hpp"
#include "identity/trust.hpp"

namespace bedplate::identity {

/// Issuer and audience of tokens minted with it.
inline constexpr std::string_view kDevIssuer = "bedplate-dev";

/// What goes into a new dev.key.
crypto::SecretBytes make_dev_key(Random& random);
/// The issuer to trust in `dev`. Errors: kInvalidConfiguration (the file is damaged), without its content.
Result<TrustedIssuer> dev_issuer(std::string_view key);

struct DevTokenRequest {
  std::string id, tenant;  ///< empty: none
  std::vector<std::string> roles, scopes;
  std::string claims = "{}";               ///< further ones, a JSON object
  std::int64_t lifetime = 86'400'000'000;  ///< µs
};
/// A token valid from `now` (µs since 1970). Errors: kInvalidConfiguration, kInvalidJson, kInvalidValue.
Result<std::string> mint_dev_token(std::string_view key, const DevTokenRequest& request, std::int64_t now);

}  // namespace bedplate::identity
