#pragma once
// Whose request it is by address: the peer, or, where the peer is a proxy that the configuration trusts, whom that one
// names. X-Forwarded-Host and -Proto are heeded from nobody: links are paths, or begin with server.base_url
// (threat 86).
#include <span>

#include "http/request.hpp"
#include "net/network.hpp"

namespace bedplate::middleware {

/// Of X-Forwarded-For, read from its end: the first that is no trusted proxy; the last good one where what follows
/// cannot be read.
net::Address client_of(const http::Request& request, std::span<const net::Network> trusted);

}  // namespace bedplate::middleware
