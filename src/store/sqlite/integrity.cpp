#include "store/sqlite/integrity.hpp"

#include <filesystem>

#include "store/sqlite/system.hpp"

namespace bedplate::store::sqlite {
namespace {

Error broken(const std::string& path, std::string detail) {
  return Error(Reason::kDatabaseMismatch, "The database file is damaged.")
      .with_detail(path + ": " + std::move(detail))
      .with_hint("Put a backup in its place: bedplate admin restore <backup> <dir>. Nothing was changed in the file.");
}

bool is_damage(const Error& error) {
  const auto cause = error.cause();
  return cause.contains("malformed") || cause.contains("not a database");
}

}  // namespace

bool ended_uncleanly(const std::string& path) {
  std::error_code none;
  const auto size = std::filesystem::file_size(path + "-wal", none);
  return !none && size > 0;
}

Error as_damage(Error error, const std::string& path) {
  return is_damage(error) ? broken(path, std::string(error.cause())) : std::move(error);
}

Result<void> check_integrity(Connection& connection, const std::string& path, const std::atomic<bool>* stop) {
  connection.restart_budget({.stop = stop});
  connection.grant(Grant::kSchema);
  auto found = query_rows(connection, "PRAGMA quick_check(3)", {});
  connection.grant(Grant::kData);
  if (!found) {
    if (connection.budget().end() == Budget::End::kStopped) return failure(Reason::kCancelled, "The check was ended.");
    return failure(as_damage(std::move(found).error(), path));
  }
  if (found->size() == 1 && found->front().front() == "ok") return {};
  std::string detail;
  for (const auto& row : *found) detail += (detail.empty() ? "" : "; ") + row.front();
  return failure(broken(path, std::move(detail)));
}

}  // namespace bedplate::store::sqlite
