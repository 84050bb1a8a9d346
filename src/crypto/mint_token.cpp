#include <algorithm>
#include <array>

#include "base/json_text.hpp"
#include "crypto/jws.hpp"
#include "crypto/jwt.hpp"
#include "json/writer.hpp"

namespace bedplate::crypto {
namespace {

constexpr std::array<std::string_view, 6> kOwnClaims = {"iss", "aud", "sub", "iat", "nbf", "exp"};

Result<> append_further(std::string& out, const json::Node& claims) {
  if (!claims.is_object())
    return failure(Error(Reason::kInvalidValue, "The token's further claims are no JSON object.")
                       .with_hint("Write them as in {\"roles\": [\"STAFF\"]}."));
  for (const json::Node& claim : claims.children) {
    if (std::find(kOwnClaims.begin(), kOwnClaims.end(), claim.key) != kOwnClaims.end())
      return failure(Error(Reason::kInvalidValue, "The claim \"" + std::string(claim.key) + "\" is given twice.")
                         .with_hint("Leave it out of the further claims."));
    out += ',';
    append_json_string(out, claim.key);
    out += ':';
    json::append(out, claim);
  }
  return {};
}

}  // namespace

Result<std::string> mint_token(const Key& key, const TokenRequest& request) {
  BP_TRY(const auto claims, json::Document::parse(request.claims));
  const std::int64_t issued_at = request.issued_at / 1'000'000;
  std::string payload;
  json::Writer writer(payload);
  writer.begin_object();
  writer.member("iss", request.issuer);
  writer.member("aud", request.audience);
  if (!request.subject.empty()) writer.member("sub", request.subject);
  writer.key("iat");
  writer.integer(issued_at);
  writer.key("nbf");
  writer.integer(issued_at);
  writer.key("exp");
  writer.integer((request.issued_at + request.lifetime) / 1'000'000);
  BP_TRY_VOID(append_further(payload, claims.root()));
  writer.end_object();
  return sign_jws(payload, key, "at+jwt");
}

}  // namespace bedplate::crypto
