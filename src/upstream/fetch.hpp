#pragma once
// fetch: one bounded GET of a configured address, through the egress guard (egress.hpp): the address that was checked
// is the one connected to, on every hop of a redirect. Blocks up to `deadline`: call it on a thread that may wait,
// never on an event loop. No state is kept between calls: no cookies, no proxies, no connections, no credentials.
#include <chrono>
#include <string>

#include "base/result.hpp"

namespace bedplate::upstream {

struct FetchRequest {
  std::string url;  ///< from the configuration, never from a client
  /// The host and port of `url`, and no other that a redirect leads to, may be private and may speak plain http.
  bool allow_private = false;
  std::size_t max_bytes = 1024 * 1024;
  std::chrono::milliseconds deadline{5'000};  ///< for all hops together
  int max_redirects = 3;
  std::string certificate_file;  ///< trusted roots instead of the system's, PEM
};

/// The body of a 200. Errors: kInvalidConfiguration (no such URL may be configured), kEgressRefused (an address or a
/// redirect that isn't allowed), kUpstreamFailed (everything else).
Result<std::string> fetch(const FetchRequest& request);

}  // namespace bedplate::upstream
