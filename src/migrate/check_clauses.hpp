#pragma once
// The named CHECKs and the NOT NULLs in the text of a CREATE TABLE as sql/ddl prints it and SQLite keeps it, and that
// text with others. Also what a CHECK compares with, by which PostgreSQL's own wording of one is told from another.
// Pure; linear.
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bedplate::migrate {

using Checks = std::map<std::string, std::string, std::less<>>;  ///< name → condition

/// Whether sql::create_table() printed it, not somebody else.
bool is_own_table(std::string_view create, std::string_view table);
Checks checks_in(std::string_view create);
/// The statement with those CHECKs gone, and those said anew; names that it had not are added at its end.
std::string with_checks(std::string_view create, const std::vector<std::string>& gone, const Checks& said);
/// The statement where that column is NOT NULL, or may be null; as it was where there is no such column.
std::string with_not_null(std::string_view create, std::string_view column, bool not_null);
/// Literals and numbers in order, casts aside.
std::vector<std::string> literals_in(std::string_view condition);

}  // namespace bedplate::migrate
