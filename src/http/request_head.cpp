#include "http/request_head.hpp"

namespace bedplate::http {

// RFC 9112 section 3.2 and RFC 9113 section 8.3.1.
std::optional<Refusal> RequestHead::check_host(Request& request) {
  if (!request.has(HeaderName::kHost)) {
    if (request.http10_ || !request.authority_.empty()) return std::nullopt;
    return malformed("The Host field is missing");
  }
  const auto host = request.header(HeaderName::kHost);
  if (syntax::span_of(host, syntax::kHost) != host.size()) return malformed("The Host field is not a host and port");
  if (request.authority_.empty()) {
    request.authority_ = host;
  } else if (!equals_ignoring_case(request.authority_, host)) {
    return malformed("The Host field and the request target name different hosts");
  }
  return std::nullopt;
}

}  // namespace bedplate::http
