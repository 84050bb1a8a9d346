#pragma once
// SQLite's result codes as Errors: a reason and a sentence for the client, SQLite's own words as the private cause.
// Never SQL text in what a client sees.
#include <sqlite3.h>

#include "base/error.hpp"

namespace bedplate::store::sqlite {

/// What a function of ours fails with whose result is beyond the range of its type.
inline constexpr const char* kOutOfRange = "bedplate: out of range";

/// The error of the call on `database` that just returned the extended result code `code`.
Error error_of(sqlite3* database, int code);
/// Whether a COMMIT that failed with `code` may have left anything on disk or not: the writer must not go on.
bool outcome_unknown(int code);

}  // namespace bedplate::store::sqlite
