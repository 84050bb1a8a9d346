#pragma once
// A range of IP addresses, as `10.0.0.0/8` writes it; IPv4 lies in IPv6's mapped range, as in Address. Plain value.
#include <optional>

#include "net/address.hpp"

namespace bedplate::net {

struct Network {
  std::array<std::uint8_t, 16> ip{};
  int bits = 128;  ///< of the 128

  bool contains(const Address& address) const {
    const auto whole = static_cast<std::size_t>(bits / 8);
    for (std::size_t i = 0; i < whole; ++i)
      if (ip[i] != address.ip[i]) return false;
    if (bits % 8 == 0) return true;
    const int mask = 0xff << (8 - bits % 8) & 0xff;
    return (ip[whole] & mask) == (address.ip[whole] & mask);
  }
};

/// `192.0.2.7`, `192.0.2.7:80`, `2001:db8::1`, `[2001:db8::1]:80`; none for anything else. As proxies write addresses.
std::optional<Address> parse_peer(std::string_view text);

}  // namespace bedplate::net
