#pragma once
// A key that signs or verifies: its type, its name and, usually, its one algorithm. Made by `parse_jwk` alone, which
// checks sizes, points and use. A cheap handle to something immutable: copy it freely, use it on any thread.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/algorithm.hpp"

namespace bedplate::crypto {

class Key {
 public:
  struct Material;  // OpenSSL's handle or the shared secret: key_material.hpp
  explicit Key(std::shared_ptr<const Material> material) : material_(std::move(material)) {}

  /// The `kid`, exact bytes; empty when the JWK has none.
  const std::string& id() const;
  KeyType type() const;
  /// The `alg` member.
  std::optional<Algorithm> algorithm() const;
  /// Holds a private key or a shared secret.
  bool can_sign() const;
  /// The one gate between a token's header and a key: `alg` if the JWK has it, else what its type alone permits.
  bool allows(Algorithm algorithm) const;

  const Material& material() const { return *material_; }

 private:
  std::shared_ptr<const Material> material_;
};

/// The signature over `data` in JWS form (ECDSA: r‖s). The algorithm must be allowed by the key.
Result<std::string> sign(const Key& key, Algorithm algorithm, std::string_view data);
/// False for everything that isn't exactly a valid signature in JWS form, also when the key doesn't allow it.
bool verify(const Key& key, Algorithm algorithm, std::string_view data, std::string_view signature);

}  // namespace bedplate::crypto
