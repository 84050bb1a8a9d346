#pragma once
// Where the data is: `sqlite:path` or `postgres://…`. A value; its text may hold a password.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "config/secret_text.hpp"

namespace bedplate::config {

struct DatabaseUrl {
  enum class Kind : std::uint8_t { kSqlite, kPostgres };
  Kind kind = Kind::kSqlite;
  /// kSqlite: the file's path, or `:memory:`; kPostgres: the whole URL.
  SecretText place;
};

/// A relative path of SQLite's is put below `directory`. Errors: kInvalidConfiguration, kNotServedYet; they quote
/// nothing but the scheme.
Result<DatabaseUrl> parse_database_url(std::string_view text, std::string_view directory);

/// `path` as it is seen from the working directory, if it was written in a file of `directory`.
std::string below(std::string_view directory, std::string_view path);

}  // namespace bedplate::config
