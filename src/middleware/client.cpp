#include "middleware/client.hpp"

#include <algorithm>

#include "http/syntax.hpp"

namespace bedplate::middleware {
namespace {

bool any_contains(std::span<const net::Network> networks, const net::Address& address) {
  return std::any_of(networks.begin(), networks.end(), [&](const auto& each) { return each.contains(address); });
}

/// Takes the last element of a list off.
std::string_view take_last(std::string_view& list) {
  const std::size_t comma = list.rfind(',');
  const auto last = comma == std::string_view::npos ? list : list.substr(comma + 1);
  list = comma == std::string_view::npos ? std::string_view{} : list.substr(0, comma);
  return http::syntax::trim(last);
}

}  // namespace

net::Address client_of(const http::Request& request, std::span<const net::Network> trusted) {
  net::Address client = request.peer();
  if (trusted.empty() || !any_contains(trusted, client)) return client;
  const auto headers = request.headers();
  for (auto field = headers.rbegin(); field != headers.rend(); ++field) {
    if (field->known != http::HeaderName::kXForwardedFor) continue;
    for (auto list = field->value; !list.empty();) {
      const auto named = net::parse_peer(take_last(list));
      if (!named) return client;
      client = *named;
      if (!any_contains(trusted, client)) return client;
    }
  }
  return client;
}

}  // namespace bedplate::middleware
