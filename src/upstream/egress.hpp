#pragma once
// Which addresses the program may call out to. An address is judged by what it reaches, however it was spelt: IPv4
// inside IPv6 (mapped, compatible, NAT64, 6to4, ISATAP) counts as that IPv4 address. Pure functions, any thread.
#include <cstdint>
#include <string_view>

#include "net/address.hpp"

namespace bedplate::upstream {

enum class Reach : std::uint8_t {
  kPublic,
  kPrivate,    ///< loopback, private, unique local and carrier-grade addresses: only where configured
  kForbidden,  ///< link-local (metadata services), unspecified, multicast, reserved, tunnels: never
};

Reach reach_of(const net::Address& address);

/// kPublic always, kPrivate where `allow_private`, kForbidden never.
bool may_connect(const net::Address& address, bool allow_private);

}  // namespace bedplate::upstream
