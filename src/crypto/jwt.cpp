#include "crypto/jwt.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "crypto/jws.hpp"

namespace bedplate::crypto {
namespace {

constexpr json::Limits kPayloadLimits{.bytes = kMaxTokenBytes, .depth = 16, .keys = 1000, .values = 4000};
constexpr double kMicroseconds = 1e6;
/// Year 9999: what lies beyond is a mistake, and would overflow when leeway is added.
constexpr double kLastSecond = 253402300799.0;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// RFC 8725 section 3.11: ID, refresh, logout and DPoP tokens name themselves here.
bool is_access_token_type(const std::optional<std::string>& type) {
  if (!type) return true;
  std::string_view name = *type;
  constexpr std::string_view kPrefix = "application/";
  if (name.size() > kPrefix.size() && equal_ignoring_case(name.substr(0, kPrefix.size()), kPrefix))
    name.remove_prefix(kPrefix.size());
  return equal_ignoring_case(name, "JWT") || equal_ignoring_case(name, "at+jwt");
}

/// What issuers that leave `typ` alone write into ID and refresh tokens: OIDC Core 3.1.3.6 and 3.3.2.11, Keycloak,
/// Cognito.
bool names_itself_otherwise(const json::Node& payload) {
  if (payload.find("at_hash") != nullptr || payload.find("c_hash") != nullptr) return true;
  for (const char* claim : {"typ", "token_use", "token_type"}) {
    const auto value = payload.string(claim);
    if (!value) continue;
    for (const char* other : {"id", "id_token", "refresh", "refresh_token", "offline", "logout"}) {
      if (equal_ignoring_case(*value, other)) return true;
    }
  }
  return false;
}

/// A NumericDate in µs. None when absent; an error for what is no number of this or the last few millennia.
Result<std::optional<std::int64_t>> time_of(const json::Node& payload, std::string_view name) {
  const json::Node* node = payload.find(name);
  if (node == nullptr) return std::nullopt;
  double seconds = 0;
  const char* end = node->text.data() + node->text.size();
  if (!node->is_number() || std::from_chars(node->text.data(), end, seconds).ec != std::errc() ||
      !(std::abs(seconds) <= kLastSecond))
    return invalid_token(std::string(name) + " is no time");
  return static_cast<std::int64_t>(seconds * kMicroseconds);
}

Result<std::vector<std::string>> audience_of(const json::Node& payload) {
  const json::Node* node = payload.find("aud");
  if (node == nullptr) return invalid_token("aud is missing");
  std::vector<std::string> audience;
  if (node->is_string()) {
    audience.emplace_back(node->text);
    return audience;
  }
  if (!node->is_array()) return invalid_token("aud is no string or list");
  for (const json::Node& each : node->children) {
    if (!each.is_string()) return invalid_token("aud holds something else than strings");
    audience.emplace_back(each.text);
  }
  return audience;
}

/// By kid alone, else the only key that could be meant.
const Key* choose_key(const KeySet& keys, const CompactJws& jws) {
  if (jws.key_id) {
    const Key* key = keys.find(*jws.key_id);
    return key != nullptr && key->allows(jws.algorithm) ? key : nullptr;
  }
  const Key* only = nullptr;
  for (const Key& key : keys.keys()) {
    if (!key.allows(jws.algorithm)) continue;
    if (only != nullptr) return nullptr;
    only = &key;
  }
  return only;
}

Result<const Key*> verify_signature(const CompactJws& jws, const Issuer& issuer) {
  if (std::find(issuer.algorithms.begin(), issuer.algorithms.end(), jws.algorithm) == issuer.algorithms.end())
    return invalid_token("the issuer doesn't sign with that algorithm");
  const Key* key = issuer.keys == nullptr ? nullptr : choose_key(*issuer.keys, jws);
  if (key == nullptr) return invalid_token("the issuer has no such key");
  if (!verify(*key, jws.algorithm, jws.signed_part, jws.signature)) return invalid_token("the signature is wrong");
  return key;
}

Result<> check_times(const Claims& claims, const json::Node& payload, std::int64_t leeway, std::int64_t now) {
  if (claims.expires_at <= now - leeway) {
    return failure(Error(Reason::kInvalidToken, "The token has expired.")
                       .with_hint("Get a new access token from its issuer.")
                       .caused_by("exp has passed"));
  }
  BP_TRY(const auto not_before, time_of(payload, "nbf"));
  if (not_before && *not_before > now + leeway) return invalid_token("nbf is in the future");
  if (claims.issued_at && *claims.issued_at > now + leeway) return invalid_token("iat is in the future");
  return {};
}

Result<> check_audience(const Claims& claims, const Issuer& issuer) {
  for (const std::string& ours : issuer.audiences) {
    if (std::find(claims.audience.begin(), claims.audience.end(), ours) != claims.audience.end()) return {};
  }
  return invalid_token("aud names somebody else");
}

Result<> read_claims(Claims& claims, const Issuer& issuer) {
  const json::Node& payload = claims.payload.root();
  claims.issuer = issuer.issuer;
  BP_TRY(claims.audience, audience_of(payload));
  BP_TRY_VOID(check_audience(claims, issuer));
  if (names_itself_otherwise(payload)) return invalid_token("an ID or refresh token");
  if (const json::Node* subject = payload.find("sub")) {
    if (!subject->is_string() || subject->text.empty()) return invalid_token("sub is no string");
    claims.subject = subject->text;
  }
  BP_TRY(const auto expires_at, time_of(payload, "exp"));
  if (!expires_at) return invalid_token("exp is missing");
  claims.expires_at = *expires_at;
  BP_TRY(claims.issued_at, time_of(payload, "iat"));
  return {};
}

/// The issuer that the payload names, if it's one of ours. Nothing is verified yet.
const Issuer* named_issuer(const json::Node& payload, const Verifier& verifier) {
  const auto name = payload.string("iss");
  return name ? verifier.find(*name) : nullptr;
}

}  // namespace

Result<Verifier> Verifier::make(std::vector<Issuer> issuers, std::int64_t leeway) {
  Verifier verifier;
  verifier.leeway_ = leeway;
  for (Issuer& issuer : issuers) {
    if (issuer.issuer.empty() || issuer.audiences.empty() || issuer.algorithms.empty()) {
      return failure(Error(Reason::kInvalidConfiguration, "A trusted issuer lacks its name, audience or algorithms.")
                         .with_detail("The issuer is \"" + issuer.issuer + "\".")
                         .with_hint("Say `issuer`, `audience` and `algorithms` for each."));
    }
    std::string name = issuer.issuer;
    if (!verifier.issuers_.emplace(name, std::move(issuer)).second) {
      return failure(Error(Reason::kInvalidConfiguration, "The issuer \"" + name + "\" is configured twice.")
                         .with_hint("Put all its audiences and keys into one entry."));
    }
  }
  return verifier;
}

const Issuer* Verifier::find(std::string_view issuer) const {
  const auto found = issuers_.find(issuer);
  return found == issuers_.end() ? nullptr : &found->second;
}

Result<Claims> verify_token(std::string_view token, const Verifier& verifier, std::int64_t now) {
  BP_TRY(const auto jws, parse_jws(token));
  if (!is_access_token_type(jws.type)) return invalid_token("the header's typ is another token's");
  auto payload = json::Document::parse(jws.payload, kPayloadLimits);
  if (!payload || !payload->root().is_object()) return invalid_token("the payload is no JSON object");
  const Issuer* issuer = named_issuer(payload->root(), verifier);
  if (issuer == nullptr) return invalid_token("iss is missing or not trusted");
  BP_TRY(const Key* key, verify_signature(jws, *issuer));
  Claims claims;
  claims.payload = *std::move(payload);
  claims.key_id = key->id();
  BP_TRY_VOID(read_claims(claims, *issuer));
  BP_TRY_VOID(check_times(claims, claims.payload.root(), verifier.leeway(), now));
  return claims;
}

const Issuer* issuer_lacking_key(std::string_view token, const Verifier& verifier) {
  const auto jws = parse_jws(token);
  if (!jws || !is_access_token_type(jws->type)) return nullptr;
  const auto payload = json::Document::parse(jws->payload, kPayloadLimits);
  const Issuer* issuer = payload ? named_issuer(payload->root(), verifier) : nullptr;
  if (issuer == nullptr) return nullptr;
  if (issuer->keys == nullptr) return issuer;
  return jws->key_id && issuer->keys->find(*jws->key_id) == nullptr ? issuer : nullptr;
}

}  // namespace bedplate::crypto
