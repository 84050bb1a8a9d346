#pragma once
// ECDSA signatures: OpenSSL speaks DER, JOSE r‖s with both as long as the curve (RFC 7518 section 3.4). Pure.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bedplate::crypto {

/// None unless `raw` is exactly two coordinates long.
std::optional<std::string> ecdsa_to_der(std::string_view raw, std::size_t coordinate);
std::optional<std::string> ecdsa_to_raw(std::string_view der, std::size_t coordinate);

}  // namespace bedplate::crypto
