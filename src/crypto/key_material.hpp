#pragma once
// What a Key holds, for crypto's own .cpp files. Immutable once made; OpenSSL's key objects may be read from any
// thread.
#include <memory>
#include <openssl/evp.h>
#include <string>

#include "crypto/key.hpp"
#include "crypto/secret.hpp"

namespace bedplate::crypto {

/// Frees OpenSSL's objects by their own functions.
template <auto Free>
struct FreeBy {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
using PkeyPtr = std::unique_ptr<EVP_PKEY, FreeBy<EVP_PKEY_free>>;

struct Key::Material {
  std::string id;
  KeyType type = KeyType::kOctets;
  std::optional<Algorithm> algorithm;
  bool can_sign = false;
  bool can_verify = true;
  SecretBytes octets;  ///< kOctets alone
  PkeyPtr pkey;        ///< every other type
};

}  // namespace bedplate::crypto
