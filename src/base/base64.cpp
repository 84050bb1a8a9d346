#include "base/base64.hpp"

#include <array>
#include <cstdint>

namespace bedplate {
namespace {

constexpr std::string_view kStandard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrl = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

using Values = std::array<std::uint8_t, 256>;
constexpr std::uint8_t kNone = 0xff;
constexpr Values values_of(std::string_view alphabet) {
  Values values{};
  values.fill(kNone);
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  return values;
}
constexpr Values kStandardValues = values_of(kStandard);
constexpr Values kUrlValues = values_of(kUrl);

void append(std::string& out, std::string_view bytes, std::string_view alphabet, bool padded) {
  const std::size_t start = out.size();
  const std::size_t rest = bytes.size() % 3;
  const std::size_t tail = rest == 0 ? 0 : padded ? 4 : rest + 1;
  out.resize(start + bytes.size() / 3 * 4 + tail, '=');
  char* to = out.data() + start;
  const auto* from = reinterpret_cast<const unsigned char*>(bytes.data());
  for (std::size_t i = 0; i + 3 <= bytes.size(); i += 3, from += 3) {
    const std::uint32_t group = static_cast<std::uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
    for (int shift = 18; shift >= 0; shift -= 6) *to++ = alphabet[group >> shift & 63];
  }
  if (rest == 0) return;
  const std::uint32_t group = static_cast<std::uint32_t>(from[0] << 16 | (rest == 2 ? from[1] << 8 : 0));
  *to++ = alphabet[group >> 18];
  *to++ = alphabet[group >> 12 & 63];
  if (rest == 2) *to++ = alphabet[group >> 6 & 63];
}

std::optional<std::size_t> decode(std::string_view text, const Values& values, char* out) {
  char* const start = out;
  std::uint32_t group = 0;
  int bits = 0;
  for (const char c : text) {
    const std::uint8_t value = values[static_cast<unsigned char>(c)];
    if (value == kNone) return std::nullopt;
    group = group << 6 | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    *out++ = static_cast<char>(group >> bits & 0xff);
  }
  if (bits == 6 || (group & ((1u << bits) - 1)) != 0) return std::nullopt;
  return static_cast<std::size_t>(out - start);
}

std::optional<std::string> decoded(std::string_view text, bool url) {
  std::string out(base64_decoded_size(text.size()), '\0');
  const auto size = url ? decode(text, kUrlValues, out.data()) : decode_base64(text, out.data());
  if (!size) return std::nullopt;
  out.resize(*size);
  return out;
}

}  // namespace

void append_base64(std::string& out, std::string_view bytes) { append(out, bytes, kStandard, true); }
void append_base64url(std::string& out, std::string_view bytes) { append(out, bytes, kUrl, false); }
std::string base64(std::string_view bytes) {
  std::string out;
  append_base64(out, bytes);
  return out;
}
std::string base64url(std::string_view bytes) {
  std::string out;
  append_base64url(out, bytes);
  return out;
}

std::optional<std::size_t> decode_base64(std::string_view text, char* out) {
  if (text.ends_with('=')) {
    if (text.size() % 4 != 0) return std::nullopt;
    text.remove_suffix(text.ends_with("==") ? 2 : 1);
    if (text.size() % 4 == 0 || text.size() % 4 == 1) return std::nullopt;
  }
  return decode(text, kStandardValues, out);
}
std::optional<std::string> decode_base64(std::string_view text) { return decoded(text, false); }
std::optional<std::string> decode_base64url(std::string_view text) { return decoded(text, true); }

}  // namespace bedplate
