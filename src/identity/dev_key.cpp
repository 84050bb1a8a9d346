#include "identity/dev_key.hpp"

#include "base/json_text.hpp"
#include "json/document.hpp"

namespace bedplate::identity {
namespace {

Result<crypto::Key> parse_dev_key(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  auto key = crypto::parse_jwk(text, crypto::JwkSource::kOwn);
  if (!key || key->type() != crypto::KeyType::kEd25519 || !key->can_sign())
    return failure(Error(Reason::kInvalidConfiguration, "The development key can't be used.")
                       .with_hint("Remove .bedplate/dev.key: `bedplate dev` makes a new one."));
  return key;
}

void append_list(std::string& out, std::string_view name, const std::vector<std::string>& items) {
  if (items.empty()) return;
  append_json_string(out, name);
  out += ":[";
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, items[i]);
  }
  out += "],";
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : " ") + item;
  return out;
}

void append_text(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  append_json_string(out, name);
  out += ':';
  append_json_string(out, text);
  out += ',';
}

/// roles, tenant and scope as the default names have them, then the further ones.
Result<std::string> claims_of(const DevTokenRequest& request) {
  auto further = json::Document::parse(request.claims);
  if (!further || !further->root().is_object())
    return failure(Error(Reason::kInvalidJson, "The further claims are no JSON object.")
                       .with_hint("Write them as in {\"department\": \"toys\"}."));
  std::string out = "{";
  append_list(out, "roles", request.roles);
  append_text(out, "tenant", request.tenant);
  append_text(out, "scope", joined(request.scopes));
  for (const json::Node& claim : further->root().children) {
    append_json_string(out, claim.key);
    out += ':';
    json::append(out, claim);
    out += ',';
  }
  if (out.ends_with(',')) out.pop_back();
  return out + "}";
}

}  // namespace

crypto::SecretBytes make_dev_key(Random& random) { return crypto::generate_jwk(crypto::KeyType::kEd25519, random); }

Result<TrustedIssuer> dev_issuer(std::string_view text) {
  BP_TRY(const auto key, parse_dev_key(text));
  BP_TRY(const auto jwk, crypto::public_jwk(key));
  BP_TRY(auto keys, crypto::key_set_of(jwk, crypto::JwkSource::kPublic));
  TrustedIssuer trusted;
  trusted.issuer.issuer = kDevIssuer;
  trusted.issuer.audiences = {std::string(kDevIssuer)};
  trusted.issuer.algorithms = {crypto::Algorithm::kEdDsa};
  trusted.issuer.keys = std::make_shared<const crypto::KeySet>(std::move(keys));
  return trusted;
}

Result<std::string> mint_dev_token(std::string_view text, const DevTokenRequest& request, std::int64_t now) {
  BP_TRY(const auto key, parse_dev_key(text));
  BP_TRY(auto claims, claims_of(request));
  return crypto::mint_token(key, {.issuer = std::string(kDevIssuer),
                                  .audience = std::string(kDevIssuer),
                                  .subject = request.id,
                                  .issued_at = now,
                                  .lifetime = request.lifetime,
                                  .claims = std::move(claims)});
}

}  // namespace bedplate::identity
