#pragma once
// The reply to a request that could not be read: problem+json (RFC 9457) with our fields. Pure.
#include "http/parser.hpp"
#include "http/reply.hpp"

namespace bedplate::http {

/// Fills `reply` and marks it as the connection's last.
void write_refusal(const Refusal& refusal, Reply& reply);

}  // namespace bedplate::http
