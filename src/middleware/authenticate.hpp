#pragma once
// Authentication around a request: its credentials in, its principal or the 401's challenge out. For every protocol
// over HTTP. On the request's loop.
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "http/reply.hpp"
#include "http/request.hpp"
#include "identity/authenticator.hpp"

namespace bedplate::middleware {

/// What a request presents.
identity::Credentials credentials_of(const http::Request& request);
/// The principal of a request at `now` (µs since 1970). Errors: kInvalidToken.
Result<std::shared_ptr<const operation::Principal>> authenticate(const http::Request& request,
                                                                 identity::Authenticator& authenticator,
                                                                 std::int64_t now);

/// The value of WWW-Authenticate for an error that is answered with 401 (RFC 6750 section 3): kInvalidToken says
/// error="invalid_token", kUnauthenticated (nothing was presented) says no error; empty for all others.
std::string challenge(const Error& error);
/// Adds the field where `challenge` has a value.
void add_challenge(http::Reply& reply, const Error& error);

}  // namespace bedplate::middleware
