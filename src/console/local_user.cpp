#include "console/local_user.hpp"

#include <algorithm>

namespace bedplate::console {
namespace {

using http::HeaderName;

bool is_loopback(const net::Address& address) {
  constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  constexpr std::array<std::uint8_t, 16> kSix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  if (address.ip == kSix) return true;
  return std::equal(kMapped.begin(), kMapped.end(), address.ip.begin()) && address.ip[12] == 127;
}

bool is_port(std::string_view text) {
  return text.empty() || (text.size() > 1 && text.front() == ':' && text.size() <= 6 &&
                          text.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

/// Four numbers of one to three digits, the first of them 127.
bool is_v4_loopback(std::string_view host) {
  if (!host.starts_with("127.")) return false;
  int parts = 1;
  std::size_t digits = 0;
  for (const char c : host.substr(4)) {
    if (c == '.' ? digits == 0 : c < '0' || c > '9' || ++digits > 3) return false;
    if (c == '.') ++parts, digits = 0;
  }
  return parts == 3 && digits > 0;
}

Result<void> refused(std::string what) {
  return failure(Error(Reason::kForbidden, std::move(what))
                     .with_hint("Open it on this machine by 127.0.0.1 or localhost; other pages may not use it."));
}

}  // namespace

bool is_loopback_authority(std::string_view authority) {
  for (const std::string_view name : {"localhost", "[::1]"})
    if (authority.size() >= name.size() && http::equals_ignoring_case(authority.substr(0, name.size()), name))
      return is_port(authority.substr(name.size()));
  const auto host = authority.substr(0, authority.find(':'));
  return is_v4_loopback(host) && is_port(authority.substr(host.size()));
}

Result<void> check_local_user(const http::Request& request) {
  if (!is_loopback(request.peer())) return refused("This is for the user of this machine alone.");
  if (request.has(HeaderName::kXForwardedFor)) return refused("This is not served to others by a proxy.");
  if (!is_loopback_authority(request.authority())) return refused("The host asked for is not this machine.");
  return {};
}

Result<void> check_same_origin(const http::Request& request) {
  if (const auto site = request.header("sec-fetch-site"); !site.empty() && site != "same-origin" && site != "none")
    return refused("Another page asked for this.");
  if (!request.has(HeaderName::kOrigin)) return {};
  const auto origin = request.header(HeaderName::kOrigin);
  for (const std::string_view scheme : {"http://", "https://"})
    if (origin.starts_with(scheme) && http::equals_ignoring_case(origin.substr(scheme.size()), request.authority()))
      return {};
  return refused("Another page asked for this.");
}

}  // namespace bedplate::console
