#pragma once
// API keys at rest: rows of bp_api_keys, which hold a hash and never the key. Functions for commands and start: they
// block on the Store, so never call them on an event loop.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "crypto/api_key.hpp"
#include "store/store.hpp"

namespace bedplate::identity {

struct ApiKey {
  std::string id;  ///< public: the first part of the key's text
  crypto::Sha256 hash{};
  std::string principal_id;  ///< auth.id; empty: none
  std::string tenant;        ///< auth.tenant; empty: none
  std::vector<std::string> roles;
  std::vector<std::string> scopes;
  std::int64_t created_at = 0;             ///< µs since 1970, as all times here
  std::optional<std::int64_t> expires_at;  ///< none: never
  std::optional<std::int64_t> revoked_at;
};

struct ApiKeyRequest {
  std::vector<std::string> roles, scopes;
  std::string principal_id, tenant;
  std::optional<std::int64_t> expires_at;
};

/// Makes a key and stores its hash. The text in the result is shown once and kept nowhere. Role names are the
/// caller's to check against the model. Errors: kInvalidValue (a role or scope with blanks, an expiry in the past),
/// the store's.
Result<crypto::NewApiKey> create_api_key(store::Store& store, const ApiKeyRequest& request, Random& random,
                                         std::int64_t now);
/// All of them, revoked and expired ones too, the oldest first.
Result<std::vector<ApiKey>> list_api_keys(store::Store& store);
/// False if there is no such key, or it was revoked before. Nodes that run learn of it by Trust::set_api_keys.
Result<bool> revoke_api_key(store::Store& store, std::string_view id, std::int64_t now);

}  // namespace bedplate::identity
