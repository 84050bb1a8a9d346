// Keys as text: public halves for a key set of our own, thumbprints, and new keys.
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <vector>

#include "base/assert.hpp"
#include "base/base64.hpp"
#include "crypto/hash.hpp"
#include "crypto/jwk.hpp"
#include "crypto/key_import.hpp"
#include "crypto/random_bytes.hpp"
#include "json/writer.hpp"

namespace bedplate::crypto {
namespace {

using Members = std::vector<std::pair<std::string_view, std::string>>;

std::string number_of(const Key& key, const char* name, std::size_t size) {
  BIGNUM* number = nullptr;
  BP_ASSERT(EVP_PKEY_get_bn_param(key.material().pkey.get(), name, &number) == 1);
  const std::unique_ptr<BIGNUM, FreeBy<BN_clear_free>> owned(number);
  if (size == 0) size = static_cast<std::size_t>(BN_num_bytes(number));
  std::string bytes(size, '\0');
  BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size));
  return base64url(bytes);
}

std::string ed25519_of(const Key& key) {
  std::string out(32, '\0');
  std::size_t size = out.size();
  auto* to = reinterpret_cast<unsigned char*>(out.data());
  BP_ASSERT(EVP_PKEY_get_raw_public_key(key.material().pkey.get(), to, &size) == 1);
  return base64url(out);
}

std::string_view curve_name(KeyType type) {
  switch (type) {
    case KeyType::kEcP256:
      return "P-256";
    case KeyType::kEcP384:
      return "P-384";
    default:
      return "P-521";
  }
}

/// The required members in the order of RFC 7638, which is that of their names.
Members required_members(const Key& key) {
  if (key.type() == KeyType::kRsa)
    return {{"e", number_of(key, OSSL_PKEY_PARAM_RSA_E, 0)},
            {"kty", "RSA"},
            {"n", number_of(key, OSSL_PKEY_PARAM_RSA_N, 0)}};
  if (key.type() == KeyType::kEd25519) return {{"crv", "Ed25519"}, {"kty", "OKP"}, {"x", ed25519_of(key)}};
  const std::size_t size = coordinate_size(key.type());
  return {{"crv", std::string(curve_name(key.type()))},
          {"kty", "EC"},
          {"x", number_of(key, OSSL_PKEY_PARAM_EC_PUB_X, size)},
          {"y", number_of(key, OSSL_PKEY_PARAM_EC_PUB_Y, size)}};
}

std::unexpected<Error> no_public_half() {
  return failure(Error(Reason::kInvalidConfiguration, "A shared secret has no public half.")
                     .with_hint("Use a key of type OKP, EC or RSA."));
}

std::string thumbprint_of(const Members& members) {
  std::string text;
  json::Writer writer(text);
  writer.begin_object();
  for (const auto& [name, value] : members) writer.member(name, value);
  writer.end_object();
  return base64url(as_bytes(sha256(text)));
}

}  // namespace

Result<std::string> public_jwk(const Key& key) {
  if (key.type() == KeyType::kOctets) return no_public_half();
  std::string out;
  json::Writer writer(out);
  writer.begin_object();
  for (const auto& [name, value] : required_members(key)) writer.member(name, value);
  writer.member("use", "sig");
  if (key.algorithm()) writer.member("alg", algorithm_name(*key.algorithm()));
  if (!key.id().empty()) writer.member("kid", key.id());
  writer.end_object();
  return out;
}

Result<std::string> thumbprint(const Key& key) {
  if (key.type() == KeyType::kOctets) return no_public_half();
  return thumbprint_of(required_members(key));
}

SecretBytes generate_jwk(KeyType type, Random& random) {
  BP_ASSERT(type == KeyType::kOctets || type == KeyType::kEd25519);
  const SecretBytes secret = random_secret(random, 32);
  std::string out;
  // So that the text never moves and leaves a copy of the secret behind.
  out.reserve(512);
  json::Writer writer(out);
  writer.begin_object();
  if (type == KeyType::kOctets) {
    writer.member("kty", "oct");
    writer.member("alg", "HS256");
    writer.member("kid", base64url(random_bytes(random, 16)));
    writer.key("k");
  } else {
    const std::string x = base64url(ed25519_public(secret.reveal()));
    writer.member("kty", "OKP");
    writer.member("crv", "Ed25519");
    writer.member("alg", "EdDSA");
    writer.member("kid", thumbprint_of({{"crv", "Ed25519"}, {"kty", "OKP"}, {"x", x}}));
    writer.member("x", x);
    writer.key("d");
  }
  const SecretBytes encoded = SecretBytes::take(base64url(secret.reveal()));
  writer.string(encoded.reveal());
  writer.end_object();
  return SecretBytes::take(std::move(out));
}

}  // namespace bedplate::crypto
