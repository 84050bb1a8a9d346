#include "middleware/callers.hpp"

#include "middleware/authenticate.hpp"

namespace bedplate::middleware {

std::uint64_t Callers::of_address(const http::Request& request) const {
  const auto ip = client_of(request, proxies_).ip;
  // Of IPv6 a network: an end has as many addresses of it as it likes.
  const bool v4 = std::all_of(ip.begin(), ip.begin() + 10, [](auto byte) { return byte == 0; });
  return hash(seed_, {reinterpret_cast<const char*>(ip.data()), v4 ? ip.size() : 8});
}

std::uint64_t Callers::of(const http::Request& request, const operation::Principal& principal) const {
  if (!principal.authenticated()) return of_address(request);
  const auto& identity = principal.identity();
  const std::uint64_t id = hash(seed_, identity.id.empty() ? identity.credential : identity.id);
  return identity.tenant.empty() ? id : id ^ hash({seed_.second, seed_.first}, identity.tenant);
}

std::uint64_t Callers::of(const http::Request& request, identity::Authenticator& authenticator,
                          std::int64_t now) const {
  const auto credentials = credentials_of(request);
  if (const auto* principal = authenticator.known(credentials, now)) return of(request, *principal);
  // What nobody has proved yet costs nothing to make: each forged token would be a caller with a share of its own.
  return of_address(request);
}

}  // namespace bedplate::middleware
