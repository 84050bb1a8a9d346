#include "middleware/authenticate.hpp"

namespace bedplate::middleware {
namespace {

std::optional<std::string_view> field(const http::Request& request, http::HeaderName name) {
  return request.has(name) ? std::optional(request.header(name)) : std::nullopt;
}

/// RFC 6750 section 3 allows printable ASCII without quotes and backslashes.
void append_quoted(std::string& out, std::string_view text) {
  for (const char c : text)
    if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') out += c;
}

}  // namespace

identity::Credentials credentials_of(const http::Request& request) {
  return {.authorization = field(request, http::HeaderName::kAuthorization),
          .apikey = field(request, http::HeaderName::kApikey)};
}

Result<std::shared_ptr<const operation::Principal>> authenticate(const http::Request& request,
                                                                 identity::Authenticator& authenticator,
                                                                 std::int64_t now) {
  return authenticator.authenticate(credentials_of(request), now);
}

std::string challenge(const Error& error) {
  if (error.reason() == Reason::kUnauthenticated) return "Bearer realm=\"bedplate\"";
  if (error.reason() != Reason::kInvalidToken) return {};
  std::string out = "Bearer realm=\"bedplate\", error=\"invalid_token\", error_description=\"";
  append_quoted(out, error.message());
  return out + '"';
}

void add_challenge(http::Reply& reply, const Error& error) {
  if (const auto value = challenge(error); !value.empty()) reply.add_header("WWW-Authenticate", value);
}

}  // namespace bedplate::middleware
