#include "identity/refresher.hpp"

#include <algorithm>

#include "crypto/jwk.hpp"

namespace bedplate::identity {

Refresher::Refresher(Trust& trust, const std::vector<config::JwtIssuer>& issuers, Outside outside,
                     RefresherOptions options)
    : trust_(trust), outside_(std::move(outside)), options_(options) {
  for (const auto& issuer : issuers) {
    if (!issuer.secret.empty()) continue;
    sources_.push_back(std::make_unique<Source>());
    sources_.back()->issuer = issuer;
  }
}

Result<> Refresher::refresh(Source& source) {
  const auto& issuer = source.issuer;
  auto text = issuer.jwks_file.empty() ? outside_.fetch(issuer) : outside_.read_file(issuer.jwks_file);
  source.failed = true;
  if (!text) return std::unexpected(std::move(text).error());
  // Another's keys are public ones: a set that gives away a private key or a secret is refused whole.
  BP_TRY(auto keys, crypto::parse_jwks(*text, crypto::JwkSource::kPublic));
  for (const auto& sentence : keys.skipped()) outside_.report(issuer.issuer, sentence);
  trust_.set_keys(issuer.issuer, std::make_shared<const crypto::KeySet>(std::move(keys)));
  source.failed = false;
  return {};
}

void Refresher::tick(std::int64_t now) {
  const auto wanted = trust_.has_wanted() ? trust_.take_wanted() : std::vector<std::string>();
  for (auto& source : sources_) {
    if (std::find(wanted.begin(), wanted.end(), source->issuer.issuer) != wanted.end()) source->asked = true;
    const bool asked = source->asked || source->failed;
    const std::int64_t due = asked ? options_.at_most_every : options_.every;
    if (source->busy || (source->read && now - source->last < due)) continue;
    source->last = now;
    source->read = true;
    source->asked = false;
    source->busy = true;
    outside_.execute([this, from = source.get()] {
      if (const auto done = refresh(*from); !done) {
        const Error& error = done.error();
        outside_.report(from->issuer.issuer, error.message() + " " + error.detail() + " The last good keys stay.");
      }
      from->busy = false;
    });
  }
}

Result<> Refresher::read_all(std::int64_t now) {
  for (auto& source : sources_) {
    source->last = now;
    source->read = true;
    auto done = refresh(*source);
    if (done) continue;
    const Error& error = done.error();
    if (source->issuer.jwks_file.empty()) {
      outside_.report(source->issuer.issuer, error.message() + " " + error.detail());
      continue;
    }
    return failure(Error(Reason::kInvalidConfiguration, "The keys of an issuer can't be read from their file.")
                       .with_detail("The issuer is \"" + source->issuer.issuer + "\": " + error.message())
                       .with_hint("auth.jwt[].jwks names a JSON file {\"keys\": […]} of public keys."));
  }
  return {};
}

}  // namespace bedplate::identity
