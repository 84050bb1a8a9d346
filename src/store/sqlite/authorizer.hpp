#pragma once
// Authorizer: a second net under the statements that we make. SQLite asks it, when it prepares a statement, for each
// table, column, function and kind of action; what a statement of ours never does is refused, and so never run. What
// it finds is a bug of ours (or somebody's way around the planner), hence the word in `refused()`. One a connection,
// used on its thread.
#include <cstdint>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace bedplate::store::sqlite {

/// What statements prepared from now on may do.
enum class Grant : std::uint8_t {
  kData,       ///< rows of the model's tables
  kOwnTables,  ///< also of `bp_…`: programs marked `system`
  kSchema,     ///< start, migrations, commands: also DDL and the pragmas that they need
};

class Authorizer {
 public:
  explicit Authorizer(bool writes) : writes_(writes) {}
  /// From here on `database` asks; both stay where they are.
  void guard(sqlite3* database) { sqlite3_set_authorizer(database, ask, this); }

  void grant(Grant what) { grant_ = what; }
  /// What the statement refused last wanted: `PRAGMA journal_mode`.
  const std::string& refused() const { return refused_; }

 private:
  static int ask(void* self, int action, const char* first, const char* second, const char* schema, const char* by);
  bool allows(int action, std::string_view first, std::string_view second) const;
  bool allows_pragma(std::string_view name, std::string_view argument) const;
  bool may_see(std::string_view table) const;

  const bool writes_;
  Grant grant_ = Grant::kData;
  std::string refused_;
};

}  // namespace bedplate::store::sqlite
