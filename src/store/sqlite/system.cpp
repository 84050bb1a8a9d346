#include "store/sqlite/system.hpp"

#include "store/sqlite/errors.hpp"
#include "store/sqlite/prepared.hpp"

namespace bedplate::store::sqlite {
namespace {

std::string text_at(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return {text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

Result<void> run_text(Connection& connection, const std::string& text) {
  const char* rest = text.c_str();
  while (*rest) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v2(connection.handle(), rest, -1, &raw, &rest);
    if (code != SQLITE_OK) return failure(connection.error(code));
    const StatementHandle statement(raw);
    if (raw) BP_TRY_VOID(connection.run(raw));
  }
  return {};
}

}  // namespace

Result<std::vector<FoundTable>> describe_tables(Connection& connection) {
  BP_TRY(const auto statement,
         connection.prepare("SELECT m.name, c.name, c.type, c.\"notnull\", c.pk, c.hidden > 1 OR "
                            "upper(coalesce(c.dflt_value, 'NULL')) <> 'NULL' "
                            "FROM sqlite_schema m "
                            "JOIN pragma_table_xinfo(m.name) c WHERE m.type IN ('table', 'view') "
                            "AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND c.hidden <> 1 ORDER BY m.name, c.cid"));
  std::vector<FoundTable> tables;
  int code = 0;
  while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
    std::string table = text_at(statement.get(), 0);
    if (tables.empty() || tables.back().name != table) tables.push_back({std::move(table), {}});
    tables.back().columns.push_back(
        {text_at(statement.get(), 1), text_at(statement.get(), 2), sqlite3_column_int(statement.get(), 3) != 0,
         sqlite3_column_int(statement.get(), 4), sqlite3_column_int(statement.get(), 5) != 0});
  }
  if (code != SQLITE_DONE) return failure(error_of(connection.handle(), code));
  return tables;
}

Result<void> run_transaction(Connection& connection, std::span<const std::string> statements) {
  BP_TRY_VOID(connection.execute("BEGIN IMMEDIATE"));
  auto result = [&]() -> Result<void> {
    for (const auto& text : statements) BP_TRY_VOID(run_text(connection, text));
    return connection.execute("COMMIT");
  }();
  if (!result && connection.in_transaction()) (void)connection.execute("ROLLBACK");
  return result;
}

Result<void> rebuild(Connection& connection, std::span<const std::string> statements) {
  // Neither can be changed within a transaction.
  BP_TRY_VOID(connection.execute("PRAGMA foreign_keys = OFF"));
  BP_TRY_VOID(connection.execute("PRAGMA legacy_alter_table = ON"));
  auto ran = run_transaction(connection, statements);
  BP_TRY_VOID(connection.execute("PRAGMA legacy_alter_table = OFF"));
  BP_TRY_VOID(connection.execute("PRAGMA foreign_keys = ON"));
  return ran;
}

Result<std::vector<std::vector<std::string>>> query_rows(Connection& connection, std::string_view text,
                                                         std::span<const Cell> binds) {
  BP_TRY(const auto statement, connection.prepare(text));
  for (std::size_t i = 0; i < binds.size(); ++i) {
    const int code = bind_cell(statement.get(), static_cast<int>(i) + 1, binds[i]);
    if (code != SQLITE_OK) return failure(error_of(connection.handle(), code));
  }
  std::vector<std::vector<std::string>> rows;
  int code = 0;
  while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
    auto& row = rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) row.push_back(text_at(statement.get(), i));
  }
  if (code != SQLITE_DONE) return failure(error_of(connection.handle(), code));
  return rows;
}

}  // namespace bedplate::store::sqlite
