#include "migrate/additions.hpp"

#include <algorithm>

#include "migrate/default_literal.hpp"
#include "migrate/type_class.hpp"
#include "sql/ddl.hpp"

namespace bedplate::migrate {
namespace {

sql::Dialect sql_dialect(schema::Dialect dialect) {
  return dialect == schema::Dialect::kSqlite ? sql::Dialect::kSqlite : sql::Dialect::kPostgres;
}

const Populated* find(std::span<const Populated> populated, const schema::Table& table) {
  const auto at = std::ranges::find(populated, table.name, &Populated::name);
  return at == populated.end() ? nullptr : &*at;
}

/// A column that the model has no more and that could hold the new one's values: maybe the same under a new name.
std::string former_name(const schema::Table& table, const schema::Column& column, const Populated& found,
                        schema::Dialect dialect) {
  std::string only;
  for (const auto& each : found.columns) {
    if (table.find(each.name) != nullptr || !can_hold(column, dialect, each.declared_type)) continue;
    if (!only.empty()) return {};
    only = each.name;
  }
  return only;
}

std::string hint_without_value(const std::string& former) {
  const std::string hint =
      "rows that are there would have no value: drop the field's '!', give it a @default(value:), or add the "
      "column yourself; if the rows don't matter, remove the database and start anew";
  if (former.empty()) return hint;
  return "if this is '" + former + "' under a new name, say @renamedFrom(name: …) with the field's former name; else " +
         hint;
}

}  // namespace

Additions plan_additions(const model::Model& model, const schema::Schema& schema, schema::Dialect dialect,
                         std::span<const Difference> differences, std::span<const Populated> populated) {
  using Kind = Difference::Kind;
  const sql::Dialect to = sql_dialect(dialect);
  Additions made;
  std::vector<const schema::Table*> new_tables;
  for (const Difference& each : differences) {
    if (each.kind == Kind::kNoTable) {
      new_tables.push_back(each.table);
      made.statements.push_back(sql::create_table(schema, *each.table, to));
      made.sentences.push_back("table '" + each.table->name + "'");
    } else if (each.kind == Kind::kNoColumn) {
      const std::string value = default_literal(model, *each.table, *each.column, dialect);
      const Populated* rows = find(populated, *each.table);
      if (each.column->not_null && value.empty() && rows != nullptr) {
        made.left.push_back(each);
        made.left.back().hint = hint_without_value(former_name(*each.table, *each.column, *rows, dialect));
        continue;
      }
      made.statements.push_back(sql::add_column(*each.table, *each.column, value, to));
      made.sentences.push_back("column '" + each.table->name + "." + each.column->name + "'");
    } else {
      made.left.push_back(each);
    }
  }
  // Indexes and foreign keys of a new table come when all tables are there.
  for (const schema::Table* table : new_tables) {
    if (to == sql::Dialect::kPostgres)
      std::ranges::move(sql::add_foreign_keys(schema, *table), std::back_inserter(made.statements));
    std::ranges::move(sql::create_indexes(*table, to), std::back_inserter(made.statements));
  }
  return made;
}

}  // namespace bedplate::migrate
