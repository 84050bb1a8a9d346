#pragma once
// What a Key holds, for crypto's own .cpp files. Immutable once made; OpenSSL's key objects may be read from any
// thread.
#include <memory>
#include <string>

#include "crypto/key.hpp"
#include "crypto/openssl_ptr.hpp"
#include "crypto/secret.hpp"

namespace bedplate::crypto {

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
