#pragma once
// From numbers to OpenSSL's key objects, with every check on the way. For crypto's own .cpp files. Pure.
#include <string_view>

#include "base/result.hpp"
#include "crypto/key_material.hpp"

namespace bedplate::crypto {

/// Big-endian octets, as in a JWK. Empty private members: a public key.
struct RsaNumbers {
  std::string_view n, e;
  std::string_view d, p, q, dp, dq, qi;
};

Result<PkeyPtr> import_rsa(const RsaNumbers& numbers);
/// `x`, `y` and `d` have exactly the curve's length.
Result<PkeyPtr> import_ec(KeyType curve, std::string_view x, std::string_view y, std::string_view d);
/// `d` (the seed), when given, must belong to `x`.
Result<PkeyPtr> import_ed25519(std::string_view x, std::string_view d);
/// The public half of an Ed25519 seed.
std::string ed25519_public(std::string_view seed);

/// Bytes of one coordinate; 0 when the type isn't EC.
std::size_t coordinate_size(KeyType type);

}  // namespace bedplate::crypto
