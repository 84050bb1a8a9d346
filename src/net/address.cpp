#include "net/address.hpp"

#include <arpa/inet.h>
#include <charconv>
#include <optional>

namespace bedplate::net {
namespace {

std::unexpected<Error> bad_address(std::string_view text) {
  return failure(Error(Reason::kInvalidConfiguration, "'" + std::string(text) + "' is not an address to listen on")
                     .with_hint("write ADDRESS:PORT, for example 127.0.0.1:8080, 0.0.0.0:8080 or [::1]:8080"));
}

std::optional<std::uint16_t> port_of(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return port;
}

constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

}  // namespace

std::string Address::host() const {
  char buffer[INET6_ADDRSTRLEN];
  const char* text = v4 ? inet_ntop(AF_INET, ip.data() + 12, buffer, sizeof buffer)
                        : inet_ntop(AF_INET6, ip.data(), buffer, sizeof buffer);
  return text;
}

std::string Address::text() const { return (v4 ? host() : "[" + host() + "]") + ":" + std::to_string(port); }

Result<Address> parse_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return bad_address(text);
  const auto port = port_of(text.substr(colon + 1));
  if (!port) return bad_address(text);
  std::string host(text.substr(0, colon));
  Address address;
  address.port = *port;
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
    address.v4 = false;
    if (inet_pton(AF_INET6, host.c_str(), address.ip.data()) != 1) return bad_address(text);
    return address;
  }
  if (host == "localhost") host = "127.0.0.1";
  std::copy(kMapped.begin(), kMapped.end(), address.ip.begin());
  if (!host.empty() && inet_pton(AF_INET, host.c_str(), address.ip.data() + 12) != 1) return bad_address(text);
  return address;
}

}  // namespace bedplate::net
