#pragma once
// Who may use what development alone offers: a program on this machine, which asked for this machine. Any page of the
// web can make the user's browser ask 127.0.0.1, by its address or by a name of its own that leads there (DNS
// rebinding); such a request has a foreign Host, Origin or Sec-Fetch-Site.
#include "base/result.hpp"
#include "http/request.hpp"

namespace bedplate::console {

/// A peer on loopback that asked for a name of loopback. Errors: kForbidden.
Result<void> check_local_user(const http::Request& request);
/// Not asked on another page's behalf: for what a page itself asks, not for what a link may lead to. Errors:
/// kForbidden.
Result<void> check_same_origin(const http::Request& request);

/// `127.0.0.1:8080`, `localhost`, `[::1]:80`: always this machine, whatever a name server says.
bool is_loopback_authority(std::string_view authority);

}  // namespace bedplate::console
