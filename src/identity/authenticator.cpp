#include "identity/authenticator.hpp"

#include <algorithm>
#include <limits>

#include "crypto/api_key.hpp"
#include "crypto/jws.hpp"
#include "identity/claims.hpp"

namespace bedplate::identity {
namespace {

constexpr std::string_view kScheme = "bearer";

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// What follows `Bearer` (RFC 6750 section 2.1, the scheme in any case), or none.
std::optional<std::string_view> bearer(std::string_view authorization) {
  if (authorization.size() <= kScheme.size() || !is_blank(authorization[kScheme.size()])) return std::nullopt;
  for (std::size_t i = 0; i < kScheme.size(); ++i)
    if ((authorization[i] | 0x20) != kScheme[i]) return std::nullopt;
  authorization.remove_prefix(kScheme.size());
  while (!authorization.empty() && is_blank(authorization.front())) authorization.remove_prefix(1);
  return authorization;
}

operation::Identity identity_of_key(const ApiKey& key, std::string_view id) {
  operation::Identity identity;
  identity.authenticated = true;
  identity.id = key.principal_id;
  if (identity.id.empty()) identity.credential = id;
  identity.tenant = key.tenant;
  identity.roles = key.roles;
  identity.scopes = key.scopes;
  identity.by_api_key = true;
  return identity;
}

}  // namespace

Authenticator::Authenticator(Trust& trust, const model::Model& model, Random& random, std::size_t cached)
    : trust_(trust),
      principals_(model),
      anonymous_(principals_.anonymous()),
      snapshot_(trust.snapshot()),
      cache_(HashSeed::draw(random), cached) {}

void Authenticator::follow_trust() {
  if (trust_.epoch() == snapshot_->epoch) [[likely]]
    return;
  snapshot_ = trust_.snapshot();
  cache_.clear();  // what the old keys proved is proved anew
}

Authenticator::PrincipalResult Authenticator::authenticate(const Credentials& credentials, std::int64_t now) {
  std::optional<std::string_view> presented = credentials.apikey;
  if (credentials.authorization) {
    presented = bearer(*credentials.authorization);
    if (!presented)
      return failure(Error(Reason::kInvalidToken, "The Authorization field holds no bearer token.")
                         .with_hint("Write `Authorization: Bearer <token>`."));
  }
  if (!presented) return anonymous_;
  follow_trust();
  if (const auto* known = cache_.find(*presented, now)) return *known;
  if (crypto::looks_like_api_key(*presented)) return by_api_key(*presented, now);
  return by_token(*presented, now);
}

const operation::Principal* Authenticator::known(const Credentials& credentials, std::int64_t now) {
  auto presented = credentials.apikey;
  if (credentials.authorization) {
    presented = bearer(*credentials.authorization);
    if (!presented) return nullptr;
  }
  if (!presented) return anonymous_.get();
  const auto* found = cache_.find(*presented, now);
  return found ? found->get() : nullptr;
}

Authenticator::PrincipalResult Authenticator::by_token(std::string_view token, std::int64_t now) {
  auto claims = crypto::verify_token(token, snapshot_->verifier, now);
  if (!claims) {
    if (const auto* issuer = crypto::issuer_lacking_key(token, snapshot_->verifier)) trust_.want_keys(issuer->issuer);
    return std::unexpected(std::move(claims).error());
  }
  const auto names = snapshot_->claims.find(claims->issuer);
  auto principal = principals_.make(identity_of(*claims, names->second));
  cache_.put(token, claims->expires_at + snapshot_->verifier.leeway(), principal);
  return principal;
}

Authenticator::PrincipalResult Authenticator::by_api_key(std::string_view text, std::int64_t now) {
  BP_TRY(const auto presented, crypto::parse_api_key(text));
  constexpr crypto::Sha256 kNobody{};
  const auto found = snapshot_->api_keys.find(presented.id);
  const bool known = found != snapshot_->api_keys.end();
  // An unknown id takes the same path as a wrong secret.
  const bool matches = crypto::matches_api_key(presented, known ? found->second.hash : kNobody);
  if (!known || !matches) return crypto::invalid_token("no such API key");
  const ApiKey& key = found->second;
  if (key.revoked_at) return crypto::invalid_token("the API key is revoked");
  if (key.expires_at && *key.expires_at <= now) return crypto::invalid_token("the API key has expired");
  auto principal = principals_.make(identity_of_key(key, presented.id));
  cache_.put(text, key.expires_at.value_or(std::numeric_limits<std::int64_t>::max()), principal);
  return principal;
}

}  // namespace bedplate::identity
