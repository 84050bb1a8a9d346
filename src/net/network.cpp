#include "net/network.hpp"

#include <algorithm>

namespace bedplate::net {

std::optional<Address> parse_peer(std::string_view text) {
  if (text.empty() || text.size() > 64) return std::nullopt;
  const auto colons = std::count(text.begin(), text.end(), ':');
  std::string written(text);
  if (text.front() == '[') {
    if (text.back() == ']') written += ":0";
  } else if (colons > 1) {
    written = "[" + written + "]:0";
  } else if (colons == 0) {
    written += ":0";
  }
  // parse_address has names for this machine, a peer has none.
  if (written.front() == ':' || written.starts_with("localhost")) return std::nullopt;
  auto address = parse_address(written);
  if (!address) return std::nullopt;
  constexpr std::array<std::uint8_t, 12> kV4Mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (std::equal(kV4Mapped.begin(), kV4Mapped.end(), address->ip.begin())) address->v4 = true;
  return *address;
}

}  // namespace bedplate::net
