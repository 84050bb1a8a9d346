#include "crypto/ecdsa.hpp"

#include <openssl/bn.h>
#include <openssl/ec.h>

#include "crypto/openssl_ptr.hpp"

namespace bedplate::crypto {
namespace {

using SignaturePtr = std::unique_ptr<ECDSA_SIG, FreeBy<ECDSA_SIG_free>>;

}  // namespace

std::optional<std::string> ecdsa_to_der(std::string_view raw, std::size_t coordinate) {
  if (raw.size() != 2 * coordinate) return std::nullopt;
  const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
  const int size = static_cast<int>(coordinate);
  const SignaturePtr signature(ECDSA_SIG_new());
  if (ECDSA_SIG_set0(signature.get(), BN_bin2bn(bytes, size, nullptr), BN_bin2bn(bytes + coordinate, size, nullptr)) !=
      1)
    return std::nullopt;
  unsigned char* der = nullptr;
  const int length = i2d_ECDSA_SIG(signature.get(), &der);
  if (length <= 0) return std::nullopt;
  std::string out(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length));
  OPENSSL_free(der);
  return out;
}

std::optional<std::string> ecdsa_to_raw(std::string_view der, std::size_t coordinate) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
  const SignaturePtr signature(d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())));
  if (signature == nullptr) return std::nullopt;
  std::string out(2 * coordinate, '\0');
  auto* to = reinterpret_cast<unsigned char*>(out.data());
  const int size = static_cast<int>(coordinate);
  if (BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), to, size) != size ||
      BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), to + coordinate, size) != size)
    return std::nullopt;
  return out;
}

}  // namespace bedplate::crypto
