#include "crypto/jwk.hpp"

#include <array>

#include "base/base64.hpp"
#include "crypto/key_import.hpp"
#include "crypto/key_material.hpp"
#include "json/document.hpp"

namespace bedplate::crypto {
namespace {

constexpr json::Limits kJwkLimits{.bytes = 1u << 20, .depth = 8, .keys = 20'000, .values = 40'000};
constexpr std::array<std::string_view, 8> kPrivateMembers = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"};

std::unexpected<Error> bad_jwk(std::string message, std::string hint) {
  return failure(Error(Reason::kInvalidConfiguration, std::move(message)).with_hint(std::move(hint)));
}

/// A member as bytes; empty when absent. Wiped with the struct that takes it.
Result<SecretBytes> octets_of(const json::Node& jwk, std::string_view name) {
  const json::Node* member = jwk.find(name);
  if (member == nullptr) return SecretBytes();
  auto bytes = member->is_string() ? decode_base64url(member->text) : std::nullopt;
  if (!bytes || bytes->empty()) {
    return bad_jwk("The key's member \"" + std::string(name) + "\" is not base64url.",
                   "Write it without padding and without white space.");
  }
  return SecretBytes::take(std::move(*bytes));
}

Result<> check_use(const json::Node& jwk, Key::Material& material) {
  if (const json::Node* use = jwk.find("use"); use != nullptr && use->text != "sig")
    return bad_jwk("The key is not for signatures.", "Its `use` must be absent or \"sig\".");
  const json::Node* operations = jwk.find("key_ops");
  if (operations == nullptr) return {};
  bool sign = false;
  material.can_verify = false;
  for (const json::Node& operation : operations->children) {
    if (operation.text == "verify") material.can_verify = true;
    if (operation.text == "sign") sign = true;
  }
  material.can_sign = material.can_sign && sign;
  if (material.can_verify || material.can_sign) return {};
  return bad_jwk("The key is not for signatures.", "Its `key_ops` must be absent or hold \"verify\" or \"sign\".");
}

Result<KeyType> type_of(const json::Node& jwk) {
  const std::string_view kty = jwk.string("kty").value_or("");
  const std::string_view curve = jwk.string("crv").value_or("");
  if (kty == "oct") return KeyType::kOctets;
  if (kty == "RSA") return KeyType::kRsa;
  if (kty == "EC" && curve == "P-256") return KeyType::kEcP256;
  if (kty == "EC" && curve == "P-384") return KeyType::kEcP384;
  if (kty == "EC" && curve == "P-521") return KeyType::kEcP521;
  if (kty == "OKP" && curve == "Ed25519") return KeyType::kEd25519;
  return bad_jwk("The key's type or curve is not known.",
                 "Known are oct, RSA, EC (P-256, P-384, P-521), OKP (Ed25519).");
}

Result<> check_algorithm(const json::Node& jwk, Key::Material& material) {
  const json::Node* alg = jwk.find("alg");
  if (alg == nullptr) return {};
  material.algorithm = alg->is_string() ? algorithm_by_name(alg->text) : std::nullopt;
  if (!material.algorithm) return bad_jwk("The key's `alg` is no known signature algorithm.", "Use for example EdDSA.");
  if (key_type_of(*material.algorithm) != material.type)
    return bad_jwk("The key's `alg` doesn't fit its type or curve.", "ES512, for example, needs the curve P-521.");
  return {};
}

Result<> import_octets(const json::Node& jwk, Key::Material& material) {
  BP_TRY(material.octets, octets_of(jwk, "k"));
  const std::size_t least = material.algorithm ? hash_size(*material.algorithm) : 32;
  if (material.octets.size() >= least) return {};
  return bad_jwk("The shared secret is shorter than " + std::to_string(least) + " bytes.",
                 "Make a new one of random bytes.");
}

Result<> import_rsa_members(const json::Node& jwk, Key::Material& material) {
  if (jwk.find("oth") != nullptr) return bad_jwk("An RSA key of more than two primes is not supported.", "");
  BP_TRY(const auto n, octets_of(jwk, "n"));
  BP_TRY(const auto e, octets_of(jwk, "e"));
  BP_TRY(const auto d, octets_of(jwk, "d"));
  BP_TRY(const auto p, octets_of(jwk, "p"));
  BP_TRY(const auto q, octets_of(jwk, "q"));
  BP_TRY(const auto dp, octets_of(jwk, "dp"));
  BP_TRY(const auto dq, octets_of(jwk, "dq"));
  BP_TRY(const auto qi, octets_of(jwk, "qi"));
  BP_TRY(material.pkey, import_rsa({.n = n.reveal(),
                                    .e = e.reveal(),
                                    .d = d.reveal(),
                                    .p = p.reveal(),
                                    .q = q.reveal(),
                                    .dp = dp.reveal(),
                                    .dq = dq.reveal(),
                                    .qi = qi.reveal()}));
  return {};
}

Result<> import_curve_members(const json::Node& jwk, Key::Material& material) {
  BP_TRY(const auto x, octets_of(jwk, "x"));
  BP_TRY(const auto y, octets_of(jwk, "y"));
  BP_TRY(const auto d, octets_of(jwk, "d"));
  if (material.type == KeyType::kEd25519) {
    BP_TRY(material.pkey, import_ed25519(x.reveal(), d.reveal()));
  } else {
    BP_TRY(material.pkey, import_ec(material.type, x.reveal(), y.reveal(), d.reveal()));
  }
  return {};
}

bool gives_secrets_away(const json::Node& jwk) {
  for (const std::string_view name : kPrivateMembers) {
    if (jwk.find(name) != nullptr) return true;
  }
  return jwk.string("kty") == "oct";
}

std::unexpected<Error> leaked() {
  return bad_jwk("A private key or shared secret stands in a public key set.",
                 "Whoever publishes it must replace that key and publish the public half alone.");
}

Result<Key> key_of(const json::Node& jwk, JwkSource source) {
  if (!jwk.is_object()) return bad_jwk("A key is not a JSON object.", "");
  if (source == JwkSource::kPublic && gives_secrets_away(jwk)) return leaked();
  auto material = std::make_shared<Key::Material>();
  if (const json::Node* id = jwk.find("kid")) {
    if (!id->is_string()) return bad_jwk("The key's `kid` is not a string.", "");
    material->id = id->text;
  }
  BP_TRY(material->type, type_of(jwk));
  BP_TRY_VOID(check_algorithm(jwk, *material));
  material->can_sign = jwk.find("d") != nullptr || material->type == KeyType::kOctets;
  BP_TRY_VOID(check_use(jwk, *material));
  if (material->type == KeyType::kOctets) {
    BP_TRY_VOID(import_octets(jwk, *material));
  } else if (material->type == KeyType::kRsa) {
    BP_TRY_VOID(import_rsa_members(jwk, *material));
  } else {
    BP_TRY_VOID(import_curve_members(jwk, *material));
  }
  return Key(std::move(material));
}

/// The tree's own copies of the secrets go as soon as the keys are made.
void wipe_members(const json::Node& jwk) {
  for (const std::string_view name : kPrivateMembers) {
    // The text lies in the document's arena, which is not constant memory.
    if (const json::Node* member = jwk.find(name)) wipe(const_cast<char*>(member->text.data()), member->text.size());
  }
}

}  // namespace

Result<Key> parse_jwk(std::string_view text, JwkSource source) {
  BP_TRY(const auto document, json::Document::parse(text, kJwkLimits));
  auto key = key_of(document.root(), source);
  wipe_members(document.root());
  return key;
}

const Key* KeySet::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &keys_[found->second];
}

namespace {

std::string sentence_of(const json::Node& jwk, const Error& error) {
  return "Key \"" + std::string(jwk.string("kid").value_or("")) + "\": " + error.message();
}

Result<> check_set(const json::Node& list, JwkSource source) {
  bool shared = false;
  bool asymmetric = false;
  std::map<std::string_view, bool> ids;
  for (const json::Node& jwk : list.children) {
    if (source == JwkSource::kPublic && gives_secrets_away(jwk)) return leaked();
    (jwk.string("kty") == "oct" ? shared : asymmetric) = true;
    const auto id = jwk.string("kid");
    if (id && !ids.emplace(*id, true).second)
      return bad_jwk("Two keys of the set have one `kid`.", "Give each key a `kid` of its own.");
  }
  if (shared && asymmetric)
    return bad_jwk("The key set mixes shared secrets with public keys.", "Keep them in two sets.");
  return {};
}

}  // namespace

Result<KeySet> parse_jwks(std::string_view text, JwkSource source) {
  BP_TRY(const auto document, json::Document::parse(text, kJwkLimits));
  const json::Node* list = document->find("keys");
  if (list == nullptr || !list->is_array())
    return bad_jwk("The key set has no `keys`.", "A key set is {\"keys\": [ … ]}.");
  KeySet set;
  const Result<> checked = check_set(*list, source);
  for (const json::Node& jwk : list->children) {
    if (checked) {
      auto key = key_of(jwk, source);
      if (!key) {
        set.skipped_.push_back(sentence_of(jwk, key.error()));
      } else {
        if (!key->id().empty()) set.by_id_.emplace(key->id(), set.keys_.size());
        set.keys_.push_back(*std::move(key));
      }
    }
    wipe_members(jwk);
  }
  if (!checked) return failure(Error(checked.error()));
  if (set.keys_.empty()) {
    std::string detail;
    for (const std::string& sentence : set.skipped_) detail += (detail.empty() ? "" : " ") + sentence;
    return failure(Error(Reason::kInvalidConfiguration, "The key set holds no key that can verify signatures.")
                       .with_detail(std::move(detail)));
  }
  return set;
}

Result<KeySet> key_set_of(std::string_view jwk, JwkSource source) {
  return parse_jwks(std::string(R"({"keys":[)").append(jwk).append("]}"), source);
}

}  // namespace bedplate::crypto
