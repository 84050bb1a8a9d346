#pragma once
// DDL: a schema's tables as statements of one dialect, whole or piece by piece for migrations. Identifiers are the
// model's; no client's bytes. Foreign keys that lie on a cycle are checked at commit, all others at once. On SQLite
// tables are STRICT where every column has one of its own types. Pure.
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.hpp"
#include "sql/program.hpp"

namespace bedplate::sql {

/// Everything an empty database needs, in order, a statement each.
std::vector<std::string> create_schema(const schema::Schema& schema, Dialect dialect);

/// One table with its key, uniques (of all rows) and checks; on SQLite also its foreign keys, which can't be added
/// later.
std::string create_table(const schema::Schema& schema, const schema::Table& table, Dialect dialect);
std::string create_unique_index(const schema::Table& table, const schema::Unique& unique);
std::vector<std::string> create_indexes(const schema::Table& table, Dialect dialect);
/// ALTER TABLE … ADD CONSTRAINT, PostgreSQL alone.
std::vector<std::string> add_foreign_keys(const schema::Schema& schema, const schema::Table& table);

/// ALTER TABLE … ADD COLUMN with the column's checks. `default_value` is a literal of the dialect's, made by the caller
/// from the model; empty: none. On SQLite a foreign key of that column alone comes with it.
std::string add_column(const schema::Table& table, const schema::Column& column, std::string_view default_value,
                       Dialect dialect);

/// `"name"`.
std::string quoted_name(std::string_view name);

}  // namespace bedplate::sql
