#include "store/sqlite/authorizer.hpp"

#include <algorithm>
#include <array>

namespace bedplate::store::sqlite {
namespace {

using std::string_view_literals::operator""sv;

// Of start, migrations and seeds. journal_mode, synchronous, query_only, writable_schema … are the connection's own
// affair.
constexpr std::array kSchemaPragmas = {
    "collation_list"sv,     "data_version"sv,       "defer_foreign_keys"sv, "foreign_key_check"sv, "foreign_key_list"sv,
    "foreign_keys"sv,       "index_info"sv,         "index_list"sv,         "index_xinfo"sv,       "integrity_check"sv,
    "legacy_alter_table"sv, "quick_check"sv,        "table_info"sv,         "table_list"sv,        "table_xinfo"sv,
    "user_version"sv,       "recursive_triggers"sv, "optimize"sv,
};
constexpr std::array kRefusedFunctions = {"load_extension"sv, "fts3_tokenizer"sv, "readfile"sv, "writefile"sv,
                                          "edit"sv};

// Where json_each or a full-text table is first named, SQLite parses the CREATE TABLE that describes it and asks for
// what that would do. It isn't run, and an UPDATE of ours would meet SQLITE_DBCONFIG_DEFENSIVE.
bool describes_virtual_table(int action, std::string_view table, std::string_view column) {
  return table == "sqlite_master" && (action == SQLITE_UPDATE || (action == SQLITE_READ && column == "ROWID"));
}

std::string_view action_name(int action) {
  switch (action) {
    case SQLITE_ATTACH:
      return "ATTACH";
    case SQLITE_DETACH:
      return "DETACH";
    case SQLITE_PRAGMA:
      return "PRAGMA";
    case SQLITE_READ:
      return "to read";
    case SQLITE_INSERT:
      return "INSERT INTO";
    case SQLITE_UPDATE:
      return "UPDATE";
    case SQLITE_DELETE:
      return "DELETE FROM";
    case SQLITE_FUNCTION:
      return "function";
    default:
      return "action";
  }
}

}  // namespace

bool Authorizer::may_see(std::string_view table) const {
  if (grant_ == Grant::kSchema) return true;
  if (table.starts_with("sqlite_")) return false;
  return grant_ == Grant::kOwnTables || !table.starts_with("bp_");
}

bool Authorizer::allows_pragma(std::string_view name, std::string_view argument) const {
  // FTS5 asks it of its own tables.
  if (name == "data_version") return argument.empty();
  return grant_ == Grant::kSchema && std::ranges::find(kSchemaPragmas, name) != kSchemaPragmas.end();
}

bool Authorizer::allows(int action, std::string_view first, std::string_view second) const {
  if (describes_virtual_table(action, first, second)) return true;
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
      return true;
    case SQLITE_READ:
      return may_see(first);
    case SQLITE_FUNCTION:
      return std::ranges::find(kRefusedFunctions, second) == kRefusedFunctions.end();
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      return writes_ && may_see(first);
    case SQLITE_PRAGMA:
      return allows_pragma(first, second);
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
      return false;
    default:  // DDL
      return writes_ && grant_ == Grant::kSchema;
  }
}

int Authorizer::ask(void* self, int action, const char* first, const char* second, const char*, const char*) {
  auto& authorizer = *static_cast<Authorizer*>(self);
  const auto view = [](const char* text) { return text ? std::string_view(text) : std::string_view(); };
  if (authorizer.allows(action, view(first), view(second))) [[likely]]
    return SQLITE_OK;
  std::string& refused = authorizer.refused_;
  refused.assign(action_name(action));
  if (refused == "action") refused += " " + std::to_string(action);
  for (const auto word : {view(first), view(second)})
    if (!word.empty()) refused.append(" ").append(word);
  return SQLITE_DENY;
}

}  // namespace bedplate::store::sqlite
