#pragma once
// SQLSTATEs as Errors: a reason and a sentence for the client, PostgreSQL's own words as the private cause.
#include <libpq-fe.h>

#include "base/error.hpp"

namespace bedplate::store::postgres {

/// The error that a failed result carries.
Error error_of(const PGresult* result);
/// The connection failed; `connection` may be null.
Error connection_error(PGconn* connection);

}  // namespace bedplate::store::postgres
