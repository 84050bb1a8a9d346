#include "identity/trust.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/base64.hpp"

namespace bedplate::identity {
namespace {

std::unexpected<Error> bad_issuer(const std::string& issuer, std::string what) {
  return failure(Error(Reason::kInvalidConfiguration, "auth.jwt: " + std::move(what))
                     .with_detail("The issuer is \"" + issuer + "\".")
                     .with_hint("See the reference of the configuration."));
}

/// A shared secret as the set of keys it is: one per algorithm would be the same key, so none is pinned here; the
/// issuer's list of algorithms is.
Result<std::shared_ptr<const crypto::KeySet>> keys_of_secret(std::string_view secret) {
  const auto text = crypto::SecretBytes::take("{\"kty\":\"oct\",\"k\":\"" + base64url(secret) + "\"}");
  BP_TRY(auto keys, crypto::key_set_of(text.reveal(), crypto::JwkSource::kOwn));
  return std::make_shared<const crypto::KeySet>(std::move(keys));
}

}  // namespace

Result<std::vector<TrustedIssuer>> trusted_issuers(const std::vector<config::JwtIssuer>& configured) {
  std::vector<TrustedIssuer> issuers;
  for (const auto& each : configured) {
    TrustedIssuer trusted{.claims = each.claims, .refreshable = each.secret.empty()};
    trusted.issuer.issuer = each.issuer;
    trusted.issuer.audiences = each.audiences;
    for (const auto& name : each.algorithms) {
      const auto algorithm = crypto::algorithm_by_name(name);
      if (!algorithm) return bad_issuer(each.issuer, "the algorithm " + name + " is not known");
      trusted.issuer.algorithms.push_back(*algorithm);
    }
    if (!each.secret.empty()) {
      BP_TRY(trusted.issuer.keys, keys_of_secret(each.secret.reveal()));
    }
    issuers.push_back(std::move(trusted));
  }
  return issuers;
}

Result<std::unique_ptr<Trust>> Trust::make(std::vector<TrustedIssuer> issuers) {
  std::vector<crypto::Issuer> plain;
  for (const auto& each : issuers) plain.push_back(each.issuer);
  BP_TRY_VOID(crypto::Verifier::make(std::move(plain)));
  std::unique_ptr<Trust> trust(new Trust());
  trust->issuers_ = std::move(issuers);
  const std::lock_guard lock(trust->mutex_);
  trust->publish();
  return trust;
}

std::shared_ptr<const Trust::Snapshot> Trust::snapshot() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

void Trust::publish() {
  std::vector<crypto::Issuer> plain;
  auto next = std::make_shared<Snapshot>();
  for (const auto& each : issuers_) {
    plain.push_back(each.issuer);
    next->claims.emplace(each.issuer.issuer, each.claims);
  }
  auto verifier = crypto::Verifier::make(std::move(plain));
  BP_ASSERT(verifier.has_value());  // make() has proved it
  next->verifier = *std::move(verifier);
  next->api_keys = api_keys_;
  next->epoch = epoch_.load(std::memory_order_relaxed) + 1;
  snapshot_ = next;
  epoch_.store(next->epoch, std::memory_order_release);
}

void Trust::set_keys(std::string_view issuer, std::shared_ptr<const crypto::KeySet> keys) {
  const std::lock_guard lock(mutex_);
  for (auto& each : issuers_) {
    if (each.issuer.issuer != issuer) continue;
    each.issuer.keys = std::move(keys);
    return publish();
  }
}

void Trust::set_api_keys(std::vector<ApiKey> keys) {
  const std::lock_guard lock(mutex_);
  api_keys_.clear();
  for (auto& key : keys) {
    std::string id = key.id;
    api_keys_.emplace(std::move(id), std::move(key));
  }
  publish();
}

void Trust::want_keys(const std::string& issuer) {
  const std::lock_guard lock(mutex_);
  if (std::find(wanted_.begin(), wanted_.end(), issuer) == wanted_.end()) wanted_.push_back(issuer);
  wanted_count_.store(wanted_.size(), std::memory_order_relaxed);
}

std::vector<std::string> Trust::take_wanted() {
  const std::lock_guard lock(mutex_);
  wanted_count_.store(0, std::memory_order_relaxed);
  return std::exchange(wanted_, {});
}

}  // namespace bedplate::identity
