#pragma once
// JSON Web Signature, compact form alone (RFC 7515), with the restrictions of RFC 8725. Pure; any thread.
// Refused before any key is touched: unknown algorithms and `none`, empty signatures, `crit`, `b64`, key material or
// key addresses in the header (jku, x5u, jwk, x5c), any spelling of base64url but the canonical one.
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/key.hpp"

namespace bedplate::crypto {

/// The longest token that is looked at.
inline constexpr std::size_t kMaxTokenBytes = 16 * 1024;

/// A token taken apart. Nothing in it is verified.
struct CompactJws {
  Algorithm algorithm = Algorithm::kEdDsa;
  std::optional<std::string> key_id;
  std::optional<std::string> type;  ///< the `typ` member, as written
  std::string payload;
  std::string_view signed_part;  ///< points into the token
  std::string signature;
};

/// Errors: kInvalidToken, with one public message for all and the finding in `cause`.
Result<CompactJws> parse_jws(std::string_view token);
/// The one public error; `cause` goes to the log.
std::unexpected<Error> invalid_token(std::string cause);

/// Verifies against one key: the header's algorithm must be allowed by the key and, where both have one, the ids be
/// equal. The payload's bytes.
Result<std::string> verify_jws(std::string_view token, const Key& key);
/// Signs by the key's algorithm (for a key without `alg`, the usual one of its type). `type` is the `typ` member,
/// left out when empty.
Result<std::string> sign_jws(std::string_view payload, const Key& key, std::string_view type);

}  // namespace bedplate::crypto
