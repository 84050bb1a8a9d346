#include "upstream/egress.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace bedplate::upstream {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

struct Block4 {
  std::uint32_t network;
  int bits;
  Reach reach;
};
constexpr std::uint32_t v4(unsigned a, unsigned b, unsigned c, unsigned d) { return a << 24 | b << 16 | c << 8 | d; }

// IANA's special-purpose registry (RFC 6890). What isn't here is public.
constexpr std::array<Block4, 17> kBlocks4 = {{
    {v4(10, 0, 0, 0), 8, Reach::kPrivate},
    {v4(100, 100, 100, 200), 32, Reach::kForbidden},  // a metadata service inside carrier-grade space
    {v4(100, 64, 0, 0), 10, Reach::kPrivate},
    {v4(127, 0, 0, 0), 8, Reach::kPrivate},
    {v4(172, 16, 0, 0), 12, Reach::kPrivate},
    {v4(192, 168, 0, 0), 16, Reach::kPrivate},
    {v4(0, 0, 0, 0), 8, Reach::kForbidden},         // this host
    {v4(168, 63, 129, 16), 32, Reach::kForbidden},  // a metadata service with a public address
    {v4(169, 254, 0, 0), 16, Reach::kForbidden},    // link-local: metadata services
    {v4(192, 0, 0, 0), 24, Reach::kForbidden},
    {v4(192, 0, 2, 0), 24, Reach::kForbidden},
    {v4(192, 88, 99, 0), 24, Reach::kForbidden},
    {v4(198, 18, 0, 0), 15, Reach::kForbidden},
    {v4(198, 51, 100, 0), 24, Reach::kForbidden},
    {v4(203, 0, 113, 0), 24, Reach::kForbidden},
    {v4(224, 0, 0, 0), 4, Reach::kForbidden},
    {v4(240, 0, 0, 0), 4, Reach::kForbidden},
}};

Reach reach_of_v4(std::uint32_t address) {
  for (const Block4& block : kBlocks4)
    if ((address ^ block.network) >> (32 - block.bits) == 0) return block.reach;
  return Reach::kPublic;
}

std::uint32_t v4_at(const Bytes& ip, std::size_t at) { return v4(ip[at], ip[at + 1], ip[at + 2], ip[at + 3]); }

template <std::size_t N>
bool begins(const Bytes& ip, const std::uint8_t (&prefix)[N]) {
  return std::memcmp(ip.data(), prefix, N) == 0;
}

/// The IPv4 address that an IPv6 address carries, by the form it has.
std::optional<std::uint32_t> carried_v4(const Bytes& ip) {
  if (begins(ip, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff})) return v4_at(ip, 12);     // mapped
  if (begins(ip, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) return v4_at(ip, 12);  // NAT64, RFC 6052
  if (begins(ip, {0x20, 0x02})) return v4_at(ip, 2);                                    // 6to4, RFC 3056
  return std::nullopt;
}

/// ISATAP, RFC 5214: an IPv4 address in the lower half, below any prefix.
bool is_isatap(const Bytes& ip) { return (ip[8] & 0xfd) == 0 && ip[9] == 0 && ip[10] == 0x5e && ip[11] == 0xfe; }

Reach reach_of_v6(const Bytes& ip) {
  constexpr Bytes kLoopback{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  if (ip == kLoopback) return Reach::kPrivate;
  if (const auto inner = carried_v4(ip)) return reach_of_v4(*inner);
  if (begins(ip, {0xfd, 0, 0x0e, 0xc2})) return Reach::kForbidden;  // a metadata service inside unique local space
  if ((ip[0] & 0xfe) == 0xfc) return Reach::kPrivate;               // unique local
  if ((ip[0] & 0xe0) != 0x20) return Reach::kForbidden;  // all but 2000::/3: compatible, local NAT64, link-local
  if (begins(ip, {0x20, 0x01}) && (ip[2] & 0xfe) == 0) return Reach::kForbidden;  // 2001::/23: Teredo, ORCHID
  if (begins(ip, {0x20, 0x01, 0x0d, 0xb8})) return Reach::kForbidden;             // documentation
  if (begins(ip, {0x3f, 0xff}) && (ip[2] & 0xf0) == 0) return Reach::kForbidden;  // documentation, RFC 9637
  return is_isatap(ip) ? reach_of_v4(v4_at(ip, 12)) : Reach::kPublic;
}

}  // namespace

Reach reach_of(const net::Address& address) {
  return address.v4 ? reach_of_v4(v4_at(address.ip, 12)) : reach_of_v6(address.ip);
}

bool may_connect(const net::Address& address, bool allow_private) {
  const Reach reach = reach_of(address);
  return reach == Reach::kPublic || (reach == Reach::kPrivate && allow_private);
}

}  // namespace bedplate::upstream
