#include "crypto/jws.hpp"

#include <array>

#include "base/base64.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"

namespace bedplate::crypto {
namespace {

constexpr json::Limits kHeaderLimits{.bytes = 4096, .depth = 4, .keys = 32, .values = 64};

/// Members that would let a token bring its own key, have one fetched, or change what is signed.
constexpr std::array<std::string_view, 6> kForbidden = {"jku", "x5u", "jwk", "x5c", "crit", "b64"};

/// The parts between exactly two points.
std::optional<std::array<std::string_view, 3>> split(std::string_view token) {
  const std::size_t first = token.find('.');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = token.find('.', first + 1);
  if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos) return std::nullopt;
  return std::array{token.substr(0, first), token.substr(first + 1, second - first - 1), token.substr(second + 1)};
}

Result<> read_header(std::string_view text, CompactJws& jws) {
  const auto document = json::Document::parse(text, kHeaderLimits);
  if (!document || !document->root().is_object()) return invalid_token("the header is no JSON object");
  const json::Node& header = document->root();
  for (const std::string_view name : kForbidden) {
    if (header.find(name) != nullptr) return invalid_token("the header has " + std::string(name));
  }
  const auto name = header.string("alg");
  const auto algorithm = name ? algorithm_by_name(*name) : std::nullopt;
  if (!algorithm) return invalid_token("the header's alg is missing or not allowed");
  jws.algorithm = *algorithm;
  for (const auto& [member, to] : {std::pair{"kid", &jws.key_id}, std::pair{"typ", &jws.type}}) {
    const json::Node* node = header.find(member);
    if (node == nullptr) continue;
    if (!node->is_string()) return invalid_token("the header's " + std::string(member) + " is no string");
    *to = node->text;
  }
  return {};
}

Algorithm usual_algorithm(const Key& key) {
  if (key.algorithm()) return *key.algorithm();
  switch (key.type()) {
    case KeyType::kOctets:
      return Algorithm::kHs256;
    case KeyType::kRsa:
      return Algorithm::kRs256;
    case KeyType::kEcP256:
      return Algorithm::kEs256;
    case KeyType::kEcP384:
      return Algorithm::kEs384;
    case KeyType::kEcP521:
      return Algorithm::kEs512;
    case KeyType::kEd25519:
      break;
  }
  return Algorithm::kEdDsa;
}

}  // namespace

std::unexpected<Error> invalid_token(std::string cause) {
  return failure(Error(Reason::kInvalidToken, "The token is not valid.")
                     .with_hint("Send a current access token that was issued for this API.")
                     .caused_by(std::move(cause)));
}

Result<CompactJws> parse_jws(std::string_view token) {
  if (token.size() > kMaxTokenBytes) return invalid_token("the token is too long");
  const auto parts = split(token);
  if (!parts) return invalid_token("the token has not three parts");
  const auto& [header, payload, signature] = *parts;
  if (signature.empty()) return invalid_token("the signature is empty");
  auto header_bytes = decode_base64url(header);
  auto payload_bytes = decode_base64url(payload);
  auto signature_bytes = decode_base64url(signature);
  if (!header_bytes || !payload_bytes || !signature_bytes) return invalid_token("a part is not base64url");
  CompactJws jws;
  BP_TRY_VOID(read_header(*header_bytes, jws));
  jws.payload = *std::move(payload_bytes);
  jws.signature = *std::move(signature_bytes);
  jws.signed_part = token.substr(0, header.size() + 1 + payload.size());
  return jws;
}

Result<std::string> verify_jws(std::string_view token, const Key& key) {
  BP_TRY(auto jws, parse_jws(token));
  if (jws.key_id && !key.id().empty() && *jws.key_id != key.id()) return invalid_token("the kid is another key's");
  if (!key.allows(jws.algorithm)) return invalid_token("the key is not for that algorithm");
  if (!verify(key, jws.algorithm, jws.signed_part, jws.signature)) return invalid_token("the signature is wrong");
  return std::move(jws.payload);
}

Result<std::string> sign_jws(std::string_view payload, const Key& key, std::string_view type) {
  const Algorithm algorithm = usual_algorithm(key);
  std::string header;
  json::Writer writer(header);
  writer.begin_object();
  writer.member("alg", algorithm_name(algorithm));
  if (!key.id().empty()) writer.member("kid", key.id());
  if (!type.empty()) writer.member("typ", type);
  writer.end_object();
  std::string token = base64url(header) + "." + base64url(payload);
  BP_TRY(const auto signature, sign(key, algorithm, token));
  return token + "." + base64url(signature);
}

}  // namespace bedplate::crypto
