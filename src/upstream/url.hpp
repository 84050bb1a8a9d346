#pragma once
// The parts of a URL that decide whether it may be called, as the client that will call it understands them. A value.
#include <optional>
#include <string>

namespace bedplate::upstream {

struct Url {
  std::string scheme, host, port;  ///< lower case; the port always given
  bool has_user = false;           ///< `good@evil`
  std::string text;                ///< the whole, without fragment

  bool same_origin_host(const Url& other) const { return host == other.host && port == other.port; }
};

/// None if it is no absolute URL.
std::optional<Url> parse_url(const std::string& text);

}  // namespace bedplate::upstream
