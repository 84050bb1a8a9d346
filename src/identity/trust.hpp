#pragma once
// Trust: what a node believes about credentials now: issuers with their keys, API keys. One a node, shared by the
// Authenticators of all loops. Writers (the refresher, a command) replace an immutable Snapshot; readers compare one
// number a request and take the lock only when it changed. Any thread. Outlives its Authenticators.
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "config/config.hpp"
#include "crypto/jwt.hpp"
#include "identity/api_key.hpp"

namespace bedplate::identity {

struct TrustedIssuer {
  crypto::Issuer issuer;
  config::ClaimNames claims;
  bool refreshable = false;  ///< its keys come from a JWKS
};

/// The issuers that the configuration names; those with a `jwks` have no keys until a Refresher has read them.
/// Errors: kInvalidConfiguration.
Result<std::vector<TrustedIssuer>> trusted_issuers(const std::vector<config::JwtIssuer>& configured);

class Trust {
 public:
  struct Snapshot {
    crypto::Verifier verifier;
    std::map<std::string, config::ClaimNames, std::less<>> claims;  ///< by issuer
    std::unordered_map<std::string, ApiKey> api_keys;               ///< by id
    std::uint64_t epoch = 0;
  };

  /// Errors: kInvalidConfiguration.
  static Result<std::unique_ptr<Trust>> make(std::vector<TrustedIssuer> issuers);

  std::uint64_t epoch() const { return epoch_.load(std::memory_order_acquire); }
  std::shared_ptr<const Snapshot> snapshot() const;

  /// An issuer's new keys, from now on, on every loop. Unknown issuers: nothing.
  void set_keys(std::string_view issuer, std::shared_ptr<const crypto::KeySet> keys);
  /// All API keys there are.
  void set_api_keys(std::vector<ApiKey> keys);

  /// Called where a token names a key that the issuer lacks; `wanted` is asked by the Refresher.
  void want_keys(const std::string& issuer);
  std::vector<std::string> take_wanted();
  bool has_wanted() const { return wanted_count_.load(std::memory_order_relaxed) != 0; }

 private:
  Trust() = default;
  void publish();

  mutable std::mutex mutex_;
  std::vector<TrustedIssuer> issuers_;                // guarded by mutex_
  std::unordered_map<std::string, ApiKey> api_keys_;  // guarded by mutex_
  std::vector<std::string> wanted_;                   // guarded by mutex_
  std::shared_ptr<const Snapshot> snapshot_;          // guarded by mutex_
  std::atomic<std::uint64_t> epoch_ = 0;
  std::atomic<std::size_t> wanted_count_ = 0;
};

}  // namespace bedplate::identity
