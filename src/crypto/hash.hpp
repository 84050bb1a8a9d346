#pragma once
// SHA-2, HMAC and comparison in constant time, on OpenSSL 3. Pure; any thread.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bedplate::crypto {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view data);
Sha256 hmac_sha256(std::string_view key, std::string_view data);

/// Time depends on the lengths alone. Different lengths are unequal at once (a length is no secret here).
bool equal_in_constant_time(std::string_view a, std::string_view b);
bool equal_in_constant_time(const Sha256& a, const Sha256& b);

/// The digest's bytes as text, for signing and storing.
inline std::string_view as_bytes(const Sha256& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
/// Lower-case hexadecimal.
std::string to_hex(std::string_view bytes);

}  // namespace bedplate::crypto
