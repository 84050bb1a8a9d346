#pragma once
// Base64 (RFC 4648): the standard alphabet with padding for Bytes in JSON, the URL alphabet without for tokens and
// cursors. Decoding is strict: no whitespace, no other alphabet, no stray bits, so that each value has one text.
#include <optional>
#include <string>
#include <string_view>

namespace bedplate {

void append_base64(std::string& out, std::string_view bytes);
void append_base64url(std::string& out, std::string_view bytes);
std::string base64(std::string_view bytes);
std::string base64url(std::string_view bytes);

/// Bytes that `text` decodes to at most.
constexpr std::size_t base64_decoded_size(std::size_t text_size) { return text_size / 4 * 3 + 3; }
/// Decodes into `out` (base64_decoded_size(text.size()) bytes) and returns the bytes written; nullopt if malformed.
/// Padding is optional, but right where present.
std::optional<std::size_t> decode_base64(std::string_view text, char* out);
std::optional<std::string> decode_base64(std::string_view text);
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace bedplate
