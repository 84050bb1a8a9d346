#include "config/database_url.hpp"

#include <algorithm>
#include <array>

namespace bedplate::config {
namespace {

constexpr std::array<std::string_view, 6> kLater = {"mysql", "mariadb", "mongodb", "dynamodb", "mongodb+srv", "redis"};

bool is_scheme(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
           c == '.';
  });
}

}  // namespace

std::string below(std::string_view directory, std::string_view path) {
  if (path.starts_with('/') || directory.empty() || directory == ".") return std::string(path);
  std::string joined(directory);
  if (joined.back() != '/') joined += '/';
  return joined.append(path);
}

Result<DatabaseUrl> parse_database_url(std::string_view text, std::string_view directory) {
  constexpr std::string_view kHint = "write sqlite:data/app.db or postgres://user@host/database";
  const auto colon = text.find(':');
  const std::string_view scheme = text.substr(0, colon);
  if (colon == std::string_view::npos || !is_scheme(scheme))
    return failure(Error(Reason::kInvalidConfiguration, "this is not a database URL").with_hint(std::string(kHint)));
  const std::string_view rest = text.substr(colon + 1);
  if (scheme == "sqlite") {
    if (rest.empty() || rest.starts_with("//") || rest.find_first_of("?#") != std::string_view::npos)
      return failure(Error(Reason::kInvalidConfiguration, "sqlite: takes the path of a file and nothing else")
                         .with_hint("write sqlite:data/app.db, or sqlite:/var/lib/app.db for an absolute path"));
    return DatabaseUrl{DatabaseUrl::Kind::kSqlite,
                       SecretText(rest == ":memory:" ? std::string(rest) : below(directory, rest))};
  }
  if (scheme == "postgres" || scheme == "postgresql") {
    if (!rest.starts_with("//"))
      return failure(
          Error(Reason::kInvalidConfiguration, "this is not a PostgreSQL URL").with_hint(std::string(kHint)));
    return DatabaseUrl{DatabaseUrl::Kind::kPostgres, SecretText(std::string(text))};
  }
  const bool later = std::find(kLater.begin(), kLater.end(), scheme) != kLater.end();
  return failure(Error(later ? Reason::kNotServedYet : Reason::kInvalidConfiguration,
                       std::string(scheme) + (later ? ": databases are not served yet" : ": is no database known here"))
                     .with_hint(std::string(kHint)));
}

}  // namespace bedplate::config
