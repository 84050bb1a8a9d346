#pragma once
// An IP address and port as the kernel gave it. IPv4 is kept mapped into IPv6 (::ffff:a.b.c.d). Plain value.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace bedplate::net {

struct Address {
  std::array<std::uint8_t, 16> ip{};
  std::uint16_t port = 0;
  bool v4 = true;

  /// `127.0.0.1:8080`, `[::1]:8080`.
  std::string text() const;
  /// The address alone: `127.0.0.1`, `::1`.
  std::string host() const;
  friend bool operator==(const Address&, const Address&) = default;
};

/// `127.0.0.1:8080`, `[::1]:8080`, `:8080` (all addresses, IPv4). Names are not resolved. Port 0 lets the kernel
/// choose.
Result<Address> parse_address(std::string_view text);

}  // namespace bedplate::net
