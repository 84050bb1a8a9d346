#include "crypto/key.hpp"

#include <array>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include "crypto/ecdsa.hpp"
#include "crypto/hash.hpp"
#include "crypto/key_import.hpp"
#include "crypto/key_material.hpp"

namespace bedplate::crypto {
namespace {

using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeBy<EVP_MD_CTX_free>>;

const EVP_MD* digest_of(Algorithm algorithm) {
  switch (hash_size(algorithm)) {
    case 32:
      return EVP_sha256();
    case 48:
      return EVP_sha384();
    case 64:
      return EVP_sha512();
    default:
      return nullptr;  // EdDSA hashes itself
  }
}

const unsigned char* octets(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string mac(const Key& key, Algorithm algorithm, std::string_view data) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out;
  unsigned size = 0;
  const std::string_view secret = key.material().octets.reveal();
  HMAC(digest_of(algorithm), secret.data(), static_cast<int>(secret.size()), octets(data), data.size(), out.data(),
       &size);
  return {reinterpret_cast<const char*>(out.data()), size};
}

/// RFC 7518 section 3.5: MGF1 with the same hash, a salt as long as the hash, nothing else.
bool prepare_pss(EVP_PKEY_CTX* context) {
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

bool is_ecdsa(Algorithm algorithm) { return coordinate_size(key_type_of(algorithm)) != 0; }

bool verify_public(const Key& key, Algorithm algorithm, std::string_view data, std::string_view signature) {
  const DigestContext context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* inner = nullptr;
  if (EVP_DigestVerifyInit(context.get(), &inner, digest_of(algorithm), nullptr, key.material().pkey.get()) != 1)
    return false;
  if (is_pss(algorithm) && !prepare_pss(inner)) return false;
  return EVP_DigestVerify(context.get(), octets(signature), signature.size(), octets(data), data.size()) == 1;
}

std::optional<std::string> sign_private(const Key& key, Algorithm algorithm, std::string_view data) {
  const DigestContext context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* inner = nullptr;
  if (EVP_DigestSignInit(context.get(), &inner, digest_of(algorithm), nullptr, key.material().pkey.get()) != 1)
    return std::nullopt;
  if (is_pss(algorithm) && !prepare_pss(inner)) return std::nullopt;
  std::size_t size = 0;
  if (EVP_DigestSign(context.get(), nullptr, &size, octets(data), data.size()) != 1) return std::nullopt;
  std::string out(size, '\0');
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, octets(data), data.size()) !=
      1)
    return std::nullopt;
  out.resize(size);
  return out;
}

}  // namespace

void FreePkey::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

const std::string& Key::id() const { return material_->id; }
KeyType Key::type() const { return material_->type; }
std::optional<Algorithm> Key::algorithm() const { return material_->algorithm; }
bool Key::can_sign() const { return material_->can_sign; }

bool Key::allows(Algorithm algorithm) const {
  if (material_->algorithm) return *material_->algorithm == algorithm;
  if (key_type_of(algorithm) != material_->type) return false;
  return material_->type != KeyType::kOctets || material_->octets.size() >= hash_size(algorithm);
}

Result<std::string> sign(const Key& key, Algorithm algorithm, std::string_view data) {
  if (!key.can_sign() || !key.allows(algorithm)) {
    return failure(
        Error(Reason::kInvalidConfiguration, "The key can't sign with " + std::string(algorithm_name(algorithm)) + ".")
            .with_hint("Give a private key or a shared secret whose `alg` is that one."));
  }
  if (key.type() == KeyType::kOctets) return mac(key, algorithm, data);
  auto signature = sign_private(key, algorithm, data);
  if (signature && is_ecdsa(algorithm)) signature = ecdsa_to_raw(*signature, coordinate_size(key.type()));
  if (!signature) {
    ERR_clear_error();
    return failure(Reason::kInternal, "Signing failed.");
  }
  return std::move(*signature);
}

bool verify(const Key& key, Algorithm algorithm, std::string_view data, std::string_view signature) {
  if (!key.allows(algorithm) || !key.material().can_verify || signature.empty()) return false;
  if (key.type() == KeyType::kOctets) return equal_in_constant_time(mac(key, algorithm, data), signature);
  bool good = false;
  if (is_ecdsa(algorithm)) {
    const auto der = ecdsa_to_der(signature, coordinate_size(key.type()));
    good = der && verify_public(key, algorithm, data, *der);
  } else {
    good = verify_public(key, algorithm, data, signature);
  }
  // OpenSSL queues the reasons of a refusal for the thread; the next one to ask shall not find ours.
  if (!good) ERR_clear_error();
  return good;
}

}  // namespace bedplate::crypto
