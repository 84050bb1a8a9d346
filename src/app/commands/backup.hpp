#pragma once
// `bedplate admin backup | restore` of an SQLite database. A backup is taken by the process that owns the database,
// where one does; a restore only where none does.
#include <atomic>
#include <optional>
#include <string>
#include <string_view>

#include "app/commands/admin.hpp"
#include "config/config.hpp"

namespace bedplate::app {

struct BackupOptions {
  AdminPlace place;
  std::string file;
};
struct RestoreOptions {
  AdminPlace place;
  std::string file;
};

int run_backup(const BackupOptions& options, const World& world);
int run_restore(const RestoreOptions& options, const World& world);

/// The owner's part: none where `line` asks for something else. Blocks as long as the copy takes.
std::optional<Result<std::string>> answer_backup(std::string_view line, const config::Database& database,
                                                 const std::atomic<bool>* stop);

}  // namespace bedplate::app
