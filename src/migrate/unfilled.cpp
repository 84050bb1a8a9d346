#include "migrate/unfilled.hpp"

#include <algorithm>

#include "migrate/constraints.hpp"
#include "sql/ddl.hpp"

namespace bedplate::migrate {
namespace {

bool takes_rows(const model::Model& model, const schema::Table& table) {
  if (table.entity == model::kNoEntity) return true;
  return std::ranges::any_of(model.entity(table.entity).rules, [](const model::Rule& rule) {
    return rule.allow && rule.verbs.has(model::Verb::kCreate);
  });
}

std::string mend(const schema::Table& table, const store::FoundColumn& column, schema::Dialect dialect) {
  const std::string alter = "ALTER TABLE " + sql::quoted_name(table.name) + " ";
  const std::string name = sql::quoted_name(column.name);
  std::string drop = alter + "DROP COLUMN " + name + " loses its values";
  if (dialect == schema::Dialect::kSqlite) return drop;
  return alter + "ALTER COLUMN " + name + " DROP NOT NULL keeps its values, " + drop;
}

}  // namespace

std::vector<std::string> unfilled(const model::Model& model, const schema::Schema& schema, schema::Dialect dialect,
                                  std::span<const store::FoundTable> found) {
  std::vector<std::string> out;
  const auto same = [&](std::string_view a, std::string_view b) { return folded(a, dialect) == folded(b, dialect); };
  for (const schema::Table& table : schema.tables) {
    const auto at = std::ranges::find_if(found, [&](const auto& each) { return same(each.name, table.name); });
    if (at == found.end() || !takes_rows(model, table)) continue;
    for (const store::FoundColumn& column : at->columns) {
      const bool mapped =
          std::ranges::any_of(table.columns, [&](const auto& own) { return same(own.name, column.name); });
      if (mapped || !column.not_null || column.given || column.key_position > 0) continue;
      out.push_back("column '" + table.name + "." + column.name +
                    "' is NOT NULL without a default, and no field gives it a value: new rows of '" + table.name +
                    "' are refused. Give the model its field back, or the column a default; " +
                    mend(table, column, dialect));
    }
  }
  return out;
}

}  // namespace bedplate::migrate
