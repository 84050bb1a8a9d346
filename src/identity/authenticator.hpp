#pragma once
// Authenticator: credentials of one request → Principal. One per event loop, used on that loop alone; it shares a Trust
// with the others. It reads memory only: no credential, good or bad, costs a database access or a call out.
// A token seen before is found by its full bytes in a bounded cache, whose entries end with the token.
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/random.hpp"
#include "base/result.hpp"
#include "identity/token_cache.hpp"
#include "identity/trust.hpp"
#include "operation/principal.hpp"

namespace bedplate::identity {

/// Header values as sent; absent is not the same as empty.
struct Credentials {
  std::optional<std::string_view> authorization;
  std::optional<std::string_view> apikey;
};

class Authenticator {
 public:
  /// `trust` and `model` outlive it. `cached` tokens are remembered at most.
  Authenticator(Trust& trust, const model::Model& model, Random& random, std::size_t cached = 4096);

  /// `Authorization: Bearer <token or key>` decides if it is there, and apikey is then not looked at; else apikey,
  /// which may hold the same; neither: the anonymous principal. What is presented and doesn't hold is never anonymous.
  /// `now` in µs since 1970. Errors: kInvalidToken, which tells no more than whether a token of ours has expired.
  Result<std::shared_ptr<const operation::Principal>> authenticate(const Credentials& credentials, std::int64_t now);

  /// Who presented the same before and is remembered, and nobody (anonymous) for nothing; null: it is to be verified.
  const operation::Principal* known(const Credentials& credentials, std::int64_t now);

  const std::shared_ptr<const operation::Principal>& anonymous() const { return anonymous_; }

 private:
  using PrincipalResult = Result<std::shared_ptr<const operation::Principal>>;
  PrincipalResult by_token(std::string_view token, std::int64_t now);
  PrincipalResult by_api_key(std::string_view text, std::int64_t now);
  void follow_trust();

  Trust& trust_;
  operation::Principals principals_;
  std::shared_ptr<const operation::Principal> anonymous_;
  std::shared_ptr<const Trust::Snapshot> snapshot_;
  TokenCache cache_;
};

}  // namespace bedplate::identity
