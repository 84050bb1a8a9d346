#include "migrate/constraints.hpp"

#include <algorithm>
#include <optional>

namespace bedplate::migrate {
namespace {

constexpr std::string_view kSqliteIndexes =
    "SELECT m.name, l.name, l.\"unique\", coalesce(i.name, ''), CASE WHEN l.partial THEN s.sql ELSE '' END "
    "FROM sqlite_schema m JOIN pragma_index_list(m.name) l JOIN pragma_index_info(l.name) i "
    "LEFT JOIN sqlite_schema s ON s.type = 'index' AND s.name = l.name "
    "WHERE m.type = 'table' ORDER BY m.name, l.seq, i.seqno";

constexpr std::string_view kPostgresIndexes =
    "SELECT c.relname, i.indexrelid::text, i.indisunique::int::text, coalesce(a.attname, ''), "
    "coalesce('WHERE ' || pg_get_expr(i.indpred, i.indrelid), '') FROM pg_index i "
    "JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
    "CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, place) "
    "LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number AND k.number > 0 "
    "WHERE n.nspname = ANY (current_schemas(false)) AND i.indisvalid AND k.place <= "
    "i.indnkeyatts "
    "ORDER BY c.relname, i.indexrelid, k.place";

constexpr std::string_view kSqliteTexts =
    "SELECT tbl_name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'view' ORDER BY rowid";

// A text column of ours has the collation "C" by name, whatever the database's locale.
constexpr std::string_view kPostgresChecks =
    "SELECT c.relname, coalesce(k.conname, ''), coalesce(pg_get_constraintdef(k.oid), '') FROM pg_class c "
    "JOIN pg_namespace n ON n.oid = c.relnamespace "
    "LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'c' "
    "WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY (current_schemas(false)) AND EXISTS (SELECT FROM pg_attribute a "
    "JOIN pg_collation l ON l.oid = a.attcollation WHERE a.attrelid = c.oid AND a.attnum > 0 AND l.collname = 'C')";

/// The column of `… WHERE "column" IS NULL`, whatever quotes and parentheses it has; none for any other condition.
std::optional<std::string> live_column(std::string_view text) {
  const auto at = text.rfind("WHERE ");
  if (at == std::string_view::npos) return std::nullopt;
  std::string plain;
  for (const char c : text.substr(at + 6))
    if (c != '"' && c != '(' && c != ')') plain += c;
  constexpr std::string_view kEnd = " IS NULL";
  if (!plain.ends_with(kEnd)) return std::nullopt;
  plain.resize(plain.size() - kEnd.size());
  if (plain.find(' ') != std::string::npos) return std::nullopt;
  return plain;
}

Result<void> add_indexes(store::Store& store, ConstraintsByTable& found) {
  const bool sqlite = store.dialect() == schema::Dialect::kSqlite;
  BP_TRY(const auto rows, store.query_system(sqlite ? kSqliteIndexes : kPostgresIndexes, {}));
  std::string last;
  for (const auto& row : rows) {
    auto& indexes = found[folded(row[0], store.dialect())].indexes;
    if (const std::string place = row[0] + "\n" + row[1]; place != last) {
      const std::optional<std::string> live = row[4].empty() ? std::string() : live_column(row[4]);
      // One of other rows has no columns that could serve.
      indexes.push_back({.unique = row[2] == "1", .columns = {}, .live = live ? folded(*live, store.dialect()) : ""});
      if (!live) indexes.back().columns.emplace_back();
      last = place;
    }
    indexes.back().columns.push_back(folded(row[3], store.dialect()));
  }
  for (auto& [table, each] : found)
    std::erase_if(each.indexes,
                  [](const auto& index) { return std::ranges::find(index.columns, "") != index.columns.end(); });
  return {};
}

Result<void> add_sqlite_checks(store::Store& store, ConstraintsByTable& found) {
  BP_TRY(const auto rows, store.query_system(kSqliteTexts, {}));
  for (const auto& row : rows) {
    auto& table = found[folded(row[0], store.dialect())];
    if (row[1] != "table") {
      table.extras.push_back(row[2]);
      continue;
    }
    table.own = is_own_table(row[2], row[0]);
    table.create = row[2];
    if (table.own) table.checks = checks_in(row[2]);
  }
  return {};
}

Result<void> add_postgres_checks(store::Store& store, ConstraintsByTable& found) {
  BP_TRY(const auto rows, store.query_system(kPostgresChecks, {}));
  for (const auto& row : rows) {
    auto& table = found[row[0]];
    table.own = true;
    if (!row[1].empty()) table.checks.emplace(row[1], row[2]);
  }
  return {};
}

}  // namespace

std::string folded(std::string_view name, schema::Dialect dialect) {
  std::string out(name);
  if (dialect == schema::Dialect::kSqlite)
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

Result<ConstraintsByTable> find_constraints(store::Store& store) {
  ConstraintsByTable found;
  BP_TRY_VOID(add_indexes(store, found));
  if (store.dialect() == schema::Dialect::kSqlite) {
    BP_TRY_VOID(add_sqlite_checks(store, found));
  } else {
    BP_TRY_VOID(add_postgres_checks(store, found));
  }
  return found;
}

}  // namespace bedplate::migrate
