#include "crypto/key_import.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <vector>

#include "base/assert.hpp"
#include "crypto/hash.hpp"
#include "crypto/roca.hpp"

namespace bedplate::crypto {
namespace {

using NumberPtr = std::unique_ptr<BIGNUM, FreeBy<BN_clear_free>>;
using BuilderPtr = std::unique_ptr<OSSL_PARAM_BLD, FreeBy<OSSL_PARAM_BLD_free>>;
using ParamsPtr = std::unique_ptr<OSSL_PARAM, FreeBy<OSSL_PARAM_free>>;
using ContextPtr = std::unique_ptr<EVP_PKEY_CTX, FreeBy<EVP_PKEY_CTX_free>>;

constexpr int kMinRsaBits = 2048;
constexpr int kMaxRsaBits = 8192;

const unsigned char* octets(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

NumberPtr number(std::string_view text) {
  return NumberPtr(BN_bin2bn(octets(text), static_cast<int>(text.size()), nullptr));
}

std::unexpected<Error> bad_key(std::string message, std::string hint) {
  ERR_clear_error();
  return failure(Error(Reason::kInvalidConfiguration, std::move(message)).with_hint(std::move(hint)));
}

/// Collects parameters. OpenSSL keeps pointers to the numbers until `make`.
class Params {
 public:
  Params() : builder_(OSSL_PARAM_BLD_new()) {}
  void push(const char* name, std::string_view text) {
    numbers_.push_back(number(text));
    BP_ASSERT(OSSL_PARAM_BLD_push_BN(builder_.get(), name, numbers_.back().get()) == 1);
  }
  void push_name(const char* name, const char* value) {
    BP_ASSERT(OSSL_PARAM_BLD_push_utf8_string(builder_.get(), name, value, 0) == 1);
  }
  void push_octets(const char* name, std::string_view value) {
    BP_ASSERT(OSSL_PARAM_BLD_push_octet_string(builder_.get(), name, value.data(), value.size()) == 1);
  }
  /// Null when OpenSSL doesn't like the numbers.
  PkeyPtr make(const char* algorithm, bool is_private) {
    const ParamsPtr params(OSSL_PARAM_BLD_to_param(builder_.get()));
    const ContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY* key = nullptr;
    if (params == nullptr || context == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
    EVP_PKEY_fromdata(context.get(), &key, is_private ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, params.get());
    return PkeyPtr(key);
  }

 private:
  BuilderPtr builder_;
  std::vector<NumberPtr> numbers_;
};

/// Point on the curve, halves of a pair that fit: what fromdata leaves unchecked.
bool is_sound(EVP_PKEY* key, bool is_private) {
  const ContextPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
  if (context == nullptr || EVP_PKEY_public_check(context.get()) != 1) return false;
  return !is_private || EVP_PKEY_pairwise_check(context.get()) == 1;
}

Result<> check_rsa(const RsaNumbers& numbers) {
  // Before anything is calculated with them.
  if (numbers.n.size() > kMaxRsaBits / 8 + 1 || numbers.e.size() > 9)
    return bad_key("The RSA key is too large.", "Use a modulus of at most 8192 bits and the exponent 65537.");
  const NumberPtr n = number(numbers.n);
  const NumberPtr e = number(numbers.e);
  if (BN_num_bits(n.get()) < kMinRsaBits || BN_num_bits(n.get()) > kMaxRsaBits)
    return bad_key("The RSA key has " + std::to_string(BN_num_bits(n.get())) + " bits; 2048 to 8192 are allowed.",
                   "Make a new key of 2048 bits or more.");
  if (!BN_is_odd(n.get())) return bad_key("The RSA modulus is even.", "Check that `n` was copied whole.");
  if (!BN_is_odd(e.get()) || BN_is_one(e.get()) || BN_num_bits(e.get()) > 64)
    return bad_key("The RSA exponent is unsafe.", "Use 65537 (AQAB).");
  if (has_roca_fingerprint(n.get()))
    return bad_key("The RSA key was made by a faulty generator (CVE-2017-15361) and can be factored.",
                   "Make a new key with another library.");
  return {};
}

const char* group_of(KeyType curve) {
  switch (curve) {
    case KeyType::kEcP256:
      return "P-256";
    case KeyType::kEcP384:
      return "P-384";
    default:
      return "P-521";
  }
}

}  // namespace

std::size_t coordinate_size(KeyType type) {
  switch (type) {
    case KeyType::kEcP256:
      return 32;
    case KeyType::kEcP384:
      return 48;
    case KeyType::kEcP521:
      return 66;
    default:
      return 0;
  }
}

Result<PkeyPtr> import_rsa(const RsaNumbers& numbers) {
  BP_TRY_VOID(check_rsa(numbers));
  const bool is_private = !numbers.d.empty();
  if (is_private &&
      (numbers.p.empty() || numbers.q.empty() || numbers.dp.empty() || numbers.dq.empty() || numbers.qi.empty()))
    return bad_key("The private RSA key lacks p, q, dp, dq or qi.", "Export it with its prime factors.");
  Params params;
  params.push(OSSL_PKEY_PARAM_RSA_N, numbers.n);
  params.push(OSSL_PKEY_PARAM_RSA_E, numbers.e);
  if (is_private) {
    params.push(OSSL_PKEY_PARAM_RSA_D, numbers.d);
    params.push(OSSL_PKEY_PARAM_RSA_FACTOR1, numbers.p);
    params.push(OSSL_PKEY_PARAM_RSA_FACTOR2, numbers.q);
    params.push(OSSL_PKEY_PARAM_RSA_EXPONENT1, numbers.dp);
    params.push(OSSL_PKEY_PARAM_RSA_EXPONENT2, numbers.dq);
    params.push(OSSL_PKEY_PARAM_RSA_COEFFICIENT1, numbers.qi);
  }
  PkeyPtr key = params.make("RSA", is_private);
  if (key == nullptr) return bad_key("The numbers make no RSA key.", "Check that every member was copied whole.");
  if (is_private && !is_sound(key.get(), true))
    return bad_key("The private RSA key doesn't belong to its public half.", "Export the key again.");
  return key;
}

Result<PkeyPtr> import_ec(KeyType curve, std::string_view x, std::string_view y, std::string_view d) {
  const std::size_t size = coordinate_size(curve);
  if (x.size() != size || y.size() != size || (!d.empty() && d.size() != size))
    return bad_key("A member of the EC key has not the length of its curve.",
                   "Keep leading zero bytes: each has " + std::to_string(size) + " bytes.");
  Params params;
  params.push_name(OSSL_PKEY_PARAM_GROUP_NAME, group_of(curve));
  const std::string point = std::string("\x04").append(x).append(y);
  params.push_octets(OSSL_PKEY_PARAM_PUB_KEY, point);
  if (!d.empty()) params.push(OSSL_PKEY_PARAM_PRIV_KEY, d);
  PkeyPtr key = params.make("EC", !d.empty());
  if (key == nullptr || !is_sound(key.get(), !d.empty()))
    return bad_key("The EC key's point is not on its curve, or its halves don't fit.", "Export the key again.");
  return key;
}

Result<PkeyPtr> import_ed25519(std::string_view x, std::string_view d) {
  if (x.size() != 32 || (!d.empty() && d.size() != 32))
    return bad_key("A member of the Ed25519 key has not 32 bytes.", "Export the key again.");
  PkeyPtr key;
  if (d.empty()) {
    key.reset(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(x), x.size()));
  } else if (ed25519_public(d) == x) {
    key.reset(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(d), d.size()));
  }
  if (key == nullptr) return bad_key("The halves of the Ed25519 key don't fit.", "Export the key again.");
  return key;
}

std::string ed25519_public(std::string_view seed) {
  const PkeyPtr key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(seed), seed.size()));
  BP_ASSERT(key != nullptr);
  std::string out(32, '\0');
  std::size_t size = out.size();
  BP_ASSERT(EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(out.data()), &size) == 1);
  return out;
}

}  // namespace bedplate::crypto
