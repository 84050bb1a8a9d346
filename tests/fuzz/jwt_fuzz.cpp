// Tokens, key sets and API keys from outside. The first byte chooses. Payloads that the fuzzer finds are also signed
// by a trusted key, so that what lies behind the signature is reached.
#include "base/assert.hpp"
#include "crypto/api_key.hpp"
#include "crypto/jws.hpp"
#include "crypto/jwt.hpp"

namespace {

using namespace bedplate;

constexpr std::int64_t kNow = 1'700'000'000'000'000;
constexpr std::string_view kSecret =
    R"({"kty":"oct","alg":"HS256","kid":"k","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"})";

crypto::Verifier make_verifier() {
  auto keys = crypto::key_set_of(kSecret, crypto::JwkSource::kOwn);
  std::vector<crypto::Issuer> issuers;
  issuers.push_back({.issuer = "i",
                     .audiences = {"a"},
                     .algorithms = {crypto::Algorithm::kHs256},
                     .keys = std::make_shared<const crypto::KeySet>(*std::move(keys))});
  return *crypto::Verifier::make(std::move(issuers));
}

void try_token(std::string_view text) {
  static const crypto::Verifier verifier = make_verifier();
  const auto claims = crypto::verify_token(text, verifier, kNow);
  if (claims) BP_ASSERT(claims->issuer == "i" && claims->expires_at > 0);
  (void)crypto::issuer_lacking_key(text, verifier);
}

void try_payload(std::string_view text) {
  static const crypto::Key key = *crypto::parse_jwk(kSecret, crypto::JwkSource::kOwn);
  try_token(*crypto::sign_jws(text, key, "JWT"));
}

void try_keys(std::string_view text) {
  for (const auto source : {crypto::JwkSource::kPublic, crypto::JwkSource::kOwn}) {
    const auto keys = crypto::parse_jwks(text, source);
    if (!keys) continue;
    for (const crypto::Key& key : keys->keys()) {
      (void)crypto::thumbprint(key);
      BP_ASSERT(!crypto::verify(key, crypto::Algorithm::kEs256, "data", std::string(64, 'x')));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 4) {
    case 0:
      try_token(text);
      break;
    case 1:
      try_payload(text);
      break;
    case 2:
      try_keys(text);
      break;
    case 3:
      (void)crypto::parse_api_key(text);
      break;
  }
  return 0;
}
