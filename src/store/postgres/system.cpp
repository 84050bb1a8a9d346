#include "store/postgres/system.hpp"

#include "store/postgres/errors.hpp"

namespace bedplate::store::postgres {
namespace {

Result<ResultHandle> checked(PGconn* connection, PGresult* raw) {
  ResultHandle result(raw);
  const auto status = PQresultStatus(raw);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY) return result;
  if (PQstatus(connection) != CONNECTION_OK) return failure(connection_error(connection));
  return failure(error_of(raw));
}

std::string bind_text(Cell cell) {
  if (cell.kind() == CellKind::kInteger) return std::to_string(cell.as_integer());
  if (cell.kind() != CellKind::kReal) return std::string(cell.as_bytes());
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, cell.as_real()).ptr};
}

}  // namespace

Result<ConnectionHandle> open_blocking(const PostgresOptions& options) {
  const char* keys[] = {"dbname", "client_encoding", "fallback_application_name", "options", nullptr};
  const char* values[] = {options.url.c_str(), "UTF8", "bedplate", "-c standard_conforming_strings=on", nullptr};
  ConnectionHandle connection(PQconnectdbParams(keys, values, 1));
  if (PQstatus(connection.get()) != CONNECTION_OK) return failure(connection_error(connection.get()));
  PQsetNoticeProcessor(connection.get(), [](void*, const char*) {}, nullptr);
  return connection;
}

Result<std::vector<FoundTable>> describe_tables(PGconn* connection) {
  BP_TRY(const auto result,
         checked(connection,
                 PQexec(connection,
                        "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, "
                        "coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1, "
                        "a.atthasdef OR a.attidentity <> '' "
                        "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                        "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
                        "LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary "
                        "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname = ANY (current_schemas(false)) "
                        "ORDER BY c.relname COLLATE \"C\", a.attnum")));
  std::vector<FoundTable> tables;
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    const auto text = [&](int column) { return std::string(PQgetvalue(result.get(), row, column)); };
    if (tables.empty() || tables.back().name != text(0)) tables.push_back({text(0), {}});
    tables.back().columns.push_back({text(1), text(2), text(3) == "t", std::stoi(text(4)), text(5) == "t"});
  }
  return tables;
}

Result<void> run_transaction(PGconn* connection, std::span<const std::string> statements) {
  BP_TRY_VOID(checked(connection, PQexec(connection, "BEGIN")));
  for (const auto& text : statements) BP_TRY_VOID(checked(connection, PQexec(connection, text.c_str())));
  BP_TRY_VOID(checked(connection, PQexec(connection, "COMMIT")));
  return {};
}

Result<std::vector<std::vector<std::string>>> query_rows(PGconn* connection, std::string_view text,
                                                         std::span<const Cell> binds) {
  std::vector<std::string> texts;
  for (const Cell bind : binds) texts.push_back(bind_text(bind));
  std::vector<const char*> values;
  for (std::size_t i = 0; i < binds.size(); ++i) values.push_back(binds[i].is_null() ? nullptr : texts[i].c_str());
  BP_TRY(const auto result,
         checked(connection, PQexecParams(connection, std::string(text).c_str(), static_cast<int>(binds.size()),
                                          nullptr, values.data(), nullptr, nullptr, 0)));
  std::vector<std::vector<std::string>> rows;
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    auto& cells = rows.emplace_back();
    for (int column = 0; column < PQnfields(result.get()); ++column)
      cells.emplace_back(PQgetvalue(result.get(), row, column),
                         static_cast<std::size_t>(PQgetlength(result.get(), row, column)));
  }
  return rows;
}

}  // namespace bedplate::store::postgres
