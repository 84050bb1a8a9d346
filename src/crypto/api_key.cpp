#include "crypto/api_key.hpp"

#include "crypto/random_bytes.hpp"

namespace bedplate::crypto {
namespace {

constexpr std::string_view kPrefix = "bp_";
constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t kIdSize = 16;
constexpr std::size_t kSecretSize = 52;
constexpr std::size_t kChecksumSize = 6;
constexpr std::size_t kKeySize = kPrefix.size() + kIdSize + 1 + kSecretSize + kChecksumSize;

std::string base32(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() * 8 + 4) / 5);
  unsigned bits = 0;
  int held = 0;
  for (const char c : bytes) {
    bits = (bits << 8) | static_cast<unsigned char>(c);
    for (held += 8; held >= 5; held -= 5) out += kAlphabet[(bits >> (held - 5)) & 31];
  }
  if (held != 0) out += kAlphabet[(bits << (5 - held)) & 31];
  return out;
}

std::string checksum_of(std::string_view text) {
  return base32(as_bytes(sha256(text)).substr(0, 4)).substr(0, kChecksumSize);
}

bool is_base32(std::string_view text) { return text.find_first_not_of(kAlphabet) == std::string_view::npos; }

}  // namespace

NewApiKey make_api_key(Random& random) {
  const std::string id = base32(random_bytes(random, 10));
  std::string text;
  text.reserve(kKeySize);
  text.append(kPrefix).append(id).append("_");
  const SecretBytes secret = SecretBytes::take(base32(random_secret(random, 32).reveal()));
  text.append(secret.reveal());
  text.append(checksum_of(text));
  NewApiKey key{.id = id, .text = {}, .hash = hash_api_key(text)};
  key.text = SecretBytes::take(std::move(text));
  return key;
}

bool looks_like_api_key(std::string_view text) { return text.starts_with(kPrefix); }

Result<PresentedApiKey> parse_api_key(std::string_view text) {
  const auto refuse = [](const char* cause) {
    return failure(Error(Reason::kInvalidToken, "The API key is not valid.")
                       .with_hint("Send it whole, as it was shown when it was made.")
                       .caused_by(cause));
  };
  if (text.size() != kKeySize || !text.starts_with(kPrefix)) return refuse("the API key has not the right shape");
  const std::string_view id = text.substr(kPrefix.size(), kIdSize);
  const std::string_view secret = text.substr(kPrefix.size() + kIdSize + 1, kSecretSize);
  const std::string_view before = text.substr(0, kKeySize - kChecksumSize);
  if (text[kPrefix.size() + kIdSize] != '_' || !is_base32(id) || !is_base32(secret))
    return refuse("the API key has not the right shape");
  if (text.substr(before.size()) != checksum_of(before)) return refuse("the API key's checksum is wrong");
  return PresentedApiKey{.id = std::string(id), .hash = hash_api_key(text)};
}

Sha256 hash_api_key(std::string_view text) { return sha256(text); }

bool matches_api_key(const PresentedApiKey& presented, const Sha256& stored) {
  return equal_in_constant_time(presented.hash, stored);
}

}  // namespace bedplate::crypto
