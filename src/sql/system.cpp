#include "sql/system.hpp"

namespace bedplate::sql {

std::string system_table(std::string_view name, Dialect dialect) {
  return (dialect == Dialect::kPostgres ? "bedplate." : "") + std::string(name);
}

std::vector<std::string> create_system_tables(Dialect dialect) {
  const bool sqlite = dialect == Dialect::kSqlite;
  const std::string number = sqlite ? "INTEGER" : "bigint";
  const std::string text = sqlite ? "TEXT" : "text COLLATE \"C\"";
  const std::string end = sqlite ? ") STRICT" : ")";
  std::vector<std::string> out;
  if (!sqlite) out.emplace_back("CREATE SCHEMA IF NOT EXISTS bedplate");
  // What the program remembers about this database: its own version, the model's epoch, cursor keys.
  out.push_back("CREATE TABLE IF NOT EXISTS " + system_table("bp_meta", dialect) + " (key " + text +
                " NOT NULL PRIMARY KEY, value " + text + " NOT NULL" + end);
  // API keys: the hash alone, never the key. Lists are JSON; times are µs since 1970.
  out.push_back("CREATE TABLE IF NOT EXISTS " + system_table("bp_api_keys", dialect) + " (id " + text +
                " NOT NULL PRIMARY KEY, hash " + text + " NOT NULL UNIQUE, roles " + text + " NOT NULL, tenant " +
                text + ", principal_id " + text + ", scopes " + text + " NOT NULL, created_at " + number +
                " NOT NULL, expires_at " + number + ", revoked_at " + number + end);
  // Replies of writes under an Idempotency-Key: `scope` and `request` are hashes (engine/once.hpp), `head` the reply's
  // fields as sent. A row without a status is one whose transaction has not ended.
  const std::string bytes = sqlite ? "BLOB" : "bytea", kept = system_table("bp_idempotency", dialect);
  out.push_back("CREATE TABLE IF NOT EXISTS " + kept + " (scope " + bytes + " NOT NULL PRIMARY KEY, request " + bytes +
                " NOT NULL, at " + number + " NOT NULL, status " + number + ", head " + text + ", body " + bytes +
                (sqlite ? ") STRICT, WITHOUT ROWID" : ")"));
  out.push_back("CREATE INDEX IF NOT EXISTS bp_idempotency_at ON " + kept + " (at)");
  // Who changed what (@audit): `key` and `changes` are JSON, `tenant` is empty where there is none.
  const std::string history = system_table("bp_history", dialect);
  out.push_back("CREATE TABLE IF NOT EXISTS " + history + " (id " +
                (sqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY") +
                ", entity " + text + " NOT NULL, tenant " + text + " NOT NULL, key " + text + " NOT NULL, at " +
                number + " NOT NULL, principal " + text + ", verb " + text + " NOT NULL, changes " + text +
                " NOT NULL" + end);
  out.push_back("CREATE INDEX IF NOT EXISTS bp_history_of ON " + history + " (entity, tenant, key, id)");
  return out;
}

}  // namespace bedplate::sql
