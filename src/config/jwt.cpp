#include <algorithm>

#include "base/text.hpp"
#include "base/text_cursor.hpp"
#include "config/sections.hpp"

namespace bedplate::config {
namespace {

// Names of RFC 7518 and 8037. `none` isn't one.
constexpr std::string_view kAlgorithms[] = {"HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256",
                                            "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"};

bool needs_secret(std::string_view algorithm) { return algorithm.starts_with("HS"); }

/// RFC 7518 section 3.2: as long as the hash.
std::size_t secret_bytes(const std::vector<std::string>& algorithms) {
  std::size_t least = 32;
  for (const auto& name : algorithms)
    least = std::max<std::size_t>(least, name == "HS512" ? 64 : name == "HS384" ? 48 : 0);
  return least;
}

void check_algorithms(Reader& reader, const JwtIssuer& issuer) {
  const Yaml* node = reader.member("algorithms");
  if (!node) return;
  const bool by_secret = reader.has("secret");
  const bool by_jwks = reader.has("jwks");
  for (const auto& name : issuer.algorithms) {
    if (std::find(std::begin(kAlgorithms), std::end(kAlgorithms), name) == std::end(kAlgorithms)) {
      const auto near = did_you_mean(name, kAlgorithms);
      reader.refuse(*node, (node->from_outside ? "an algorithm" : quoted(name)) + " is not known",
                    near.empty() ? "for example HS256 with a secret, ES256 or RS256 with a jwks"
                                 : "did you mean " + std::string(near) + "?");
    } else if (by_secret && !needs_secret(name)) {
      reader.refuse(*node, name + " is not signed with a secret", "use HS256, HS384 or HS512, or give a jwks instead");
    } else if (by_jwks && needs_secret(name)) {
      reader.refuse(*node, name + " is not signed with a published key", "give the secret instead of the jwks");
    }
  }
}

void read_jwks(Reader& reader, const Sources& sources, JwtIssuer& out) {
  std::string place;
  reader.text("jwks", place);
  const Yaml* node = reader.member("jwks");
  if (!node || place.empty()) return;
  const auto scheme = place.find(':');
  if (place.starts_with("https://") || (place.starts_with("http://") && out.allow_private)) {
    out.jwks_url = place;
  } else if (place.starts_with("http://")) {
    reader.refuse(*node, "keys fetched over plain http can be forged on the way",
                  "use https; http is allowed to a private host with allow_private: true");
  } else if (scheme != std::string::npos && scheme < place.find('/')) {
    reader.refuse(*node, reader.name("jwks") + " takes an https URL or the path of a file",
                  "for a file write its path alone, without file:");
  } else {
    out.jwks_file = below(sources.directory, place);
  }
  if (!out.jwks_file.empty() && out.allow_private)
    reader.refuse(*node, "allow_private is about URLs, and this jwks is a file", "remove allow_private");
}

void read_keys(Reader& reader, const Sources& sources, JwtIssuer& out) {
  reader.boolean("allow_private", out.allow_private);
  if (reader.has("secret") == reader.has("jwks"))
    return reader.refuse("an issuer needs either a secret or a jwks",
                         "write `secret: ${JWT_SECRET}` for HS256, or `jwks:` with a URL or a file");
  reader.secret("secret", out.secret);
  if (const Yaml* node = reader.member("secret")) {
    const auto least = secret_bytes(out.algorithms);
    if (!out.secret.empty() && out.secret.reveal().size() < least)
      reader.refuse(*node, "the secret is too short to be safe: it needs " + std::to_string(least) + " bytes at least",
                    "make one with `openssl rand -base64 48`");
    if (out.allow_private)
      reader.refuse(*node, "allow_private is about URLs, and this issuer has a secret", "remove it");
  }
  read_jwks(reader, sources, out);
}

void read_claims(Reader reader, ClaimNames& out) {
  reader.text("id", out.id);
  reader.text("roles", out.roles);
  reader.text("tenant", out.tenant);
  reader.text("scopes", out.scopes);
}

void require(Reader& reader, std::string_view key, std::string hint) {
  if (!reader.has(key)) reader.refuse("an issuer needs " + std::string(key), std::move(hint));
}

}  // namespace

void read_jwt(Reader auth, const Sources& sources, std::vector<Finding>& findings, std::vector<JwtIssuer>& out) {
  Yaml* list = auth.member("jwt");
  if (!list || list->kind == Yaml::Kind::kNull) return;
  if (list->kind != Yaml::Kind::kList)
    return auth.refuse(*list, "auth.jwt is a list of issuers", "write `jwt:` and below it `- issuer: …`");
  for (Yaml& item : list->children) {
    if (item.broken) continue;
    Reader reader(&item, "auth.jwt[]", sources.file_name, findings);
    JwtIssuer issuer;
    require(reader, "issuer", "write the exact `iss` of its tokens");
    require(reader, "audience",
            "write the `aud` that stands for this service: without it any token of the issuer's would do");
    require(reader, "algorithms", "pin what it signs with, for example `algorithms: [ES256]`");
    reader.text("issuer", issuer.issuer);
    reader.words("audience", issuer.audiences);
    reader.words("algorithms", issuer.algorithms);
    read_keys(reader, sources, issuer);
    check_algorithms(reader, issuer);
    read_claims(Reader(reader.member("claims"), "auth.jwt[].claims", sources.file_name, findings), issuer.claims);
    const auto same = [&](const JwtIssuer& other) { return other.issuer == issuer.issuer; };
    if (!issuer.issuer.empty() && std::any_of(out.begin(), out.end(), same))
      reader.refuse("the issuer is configured twice", "put all its audiences into one entry");
    out.push_back(std::move(issuer));
  }
}

}  // namespace bedplate::config
