#pragma once
// The signature algorithms of RFC 7518 section 3 and RFC 8037 that Bedplate knows. `none` isn't one. Pure.
#include <cstdint>
#include <optional>
#include <string_view>

namespace bedplate::crypto {

enum class Algorithm : std::uint8_t {
  kHs256,
  kHs384,
  kHs512,
  kRs256,
  kRs384,
  kRs512,
  kPs256,
  kPs384,
  kPs512,
  kEs256,
  kEs384,
  kEs512,
  kEdDsa,
};

/// As in a token's header: `HS256`, `EdDSA`.
std::string_view algorithm_name(Algorithm algorithm);
/// Exact spelling only.
std::optional<Algorithm> algorithm_by_name(std::string_view name);

/// What a key is made of. One algorithm belongs to exactly one type (and, for EC, to one curve).
enum class KeyType : std::uint8_t { kOctets, kRsa, kEcP256, kEcP384, kEcP521, kEd25519 };

KeyType key_type_of(Algorithm algorithm);
/// Bytes of the hash inside (32, 48, 64); 0 for EdDSA.
unsigned hash_size(Algorithm algorithm);
bool is_pss(Algorithm algorithm);

}  // namespace bedplate::crypto
