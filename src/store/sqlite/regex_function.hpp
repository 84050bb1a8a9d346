#pragma once
// bp_regex(text, pattern, ignore_case): whether RE2 finds the pattern in the text. Linear in the text; a constant
// pattern is compiled once a statement. Null for nulls and for a pattern that RE2 refuses. SQLite calls it.
#include <sqlite3.h>

namespace bedplate::store::sqlite {

void call_regex(sqlite3_context* context, int count, sqlite3_value** values);

}  // namespace bedplate::store::sqlite
