#pragma once
// Callers: whose share of what is scarce a request takes: a principal's by its id, a credential's that has none, an
// address's of one that is anonymous. Numbers by a keyed hash, the same on all loops of a node; to compare and to count
// by, never to decide what somebody may. Immutable.
#include <cstdint>
#include <span>

#include "base/hash.hpp"
#include "identity/authenticator.hpp"
#include "middleware/client.hpp"
#include "operation/caller.hpp"

namespace bedplate::middleware {

class Callers {
 public:
  /// `proxies`, who are believed whom they name, outlive it.
  Callers(HashSeed seed, std::span<const net::Network> proxies) : seed_(seed), proxies_(proxies) {}

  std::uint64_t of(const http::Request& request, const operation::Principal& principal) const;
  /// Before it is authenticated: of a credential that was not seen before it is the address's.
  std::uint64_t of(const http::Request& request, identity::Authenticator& authenticator, std::int64_t now) const;

 private:
  std::uint64_t of_address(const http::Request& request) const;

  const HashSeed seed_;
  const std::span<const net::Network> proxies_;
};

/// Who made a request, for whoever lets it wait. The request and the principal outlive it.
class RequestCaller final : public operation::Caller {
 public:
  RequestCaller(const Callers* callers, const http::Request& request, const operation::Principal& principal)
      : callers_(callers), request_(request), principal_(principal) {}
  std::uint64_t number() const override { return callers_ ? callers_->of(request_, principal_) : 0; }

 private:
  const Callers* callers_;
  const http::Request& request_;
  const operation::Principal& principal_;
};

}  // namespace bedplate::middleware
