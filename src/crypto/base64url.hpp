#pragma once
// base64url of RFC 4648 section 5 as RFC 7515 uses it: no padding, no white space, and no set bits after the last
// byte, so that one value has one spelling. Pure.
#include <optional>
#include <string>
#include <string_view>

namespace bedplate::crypto {

std::string base64url(std::string_view bytes);
/// None when `text` isn't exactly what `base64url` writes.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace bedplate::crypto
