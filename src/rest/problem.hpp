#pragma once
// Errors as replies: application/problem+json (RFC 9457) with PostgREST's code, message, details and hint.
#include "base/error.hpp"
#include "http/reply.hpp"
#include "http/request.hpp"
#include "json/writer.hpp"

namespace bedplate::rest {

/// Replaces whatever the reply held. Causes are not in it.
void write_problem(const Error& error, const http::Request& request, http::Reply& reply);

/// The member `errors` of an object: what is wrong by field. Nothing where no field is named.
void write_field_errors(const Error& error, json::Writer& writer);

}  // namespace bedplate::rest
