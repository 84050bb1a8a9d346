#include "schema/schema.hpp"

#include <algorithm>

#include "schema/checks.hpp"
#include "schema/join_tables.hpp"
#include "schema/references.hpp"

namespace bedplate::schema {

const Column* Table::find(std::string_view column) const {
  const auto at = std::ranges::find(columns, column, &Column::name);
  return at == columns.end() ? nullptr : &*at;
}

const Table* Schema::find(std::string_view table) const {
  const auto at = std::ranges::find(tables, table, &Table::name);
  return at == tables.end() ? nullptr : &*at;
}

namespace {

std::vector<std::string> names(const model::Entity& entity, const std::vector<FieldId>& fields) {
  std::vector<std::string> out;
  for (FieldId field : fields) out.push_back(entity.fields[field].column);
  return out;
}

Column make_column(const model::Field& field, FieldId id) {
  return {.name = field.column,
          .type = field.type,
          .form = field.form,
          .not_null = !field.type.nullable,
          .storage = {storage_type(field, Dialect::kSqlite), storage_type(field, Dialect::kPostgres)},
          .sequence = field.default_fn == model::DefaultFn::kSequence,
          .tokens = field.searched != model::kNoField,
          .field = id};
}

/// Within a tenant unless it says otherwise: (tenant, …).
std::vector<std::string> unique_columns(const model::Entity& entity, const model::Index& index) {
  auto columns = names(entity, index.fields);
  if (entity.tenant == model::kNoField || index.global) return columns;
  const std::string& tenant = entity.fields[entity.tenant].column;
  if (std::ranges::find(columns, tenant) == columns.end()) columns.insert(columns.begin(), tenant);
  return columns;
}

Table make_table(const model::Model& model, EntityId id) {
  const model::Entity& entity = model.entity(id);
  Table table{.name = entity.table, .entity = id};
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    const model::Field& field = entity.fields[i];
    if (!field.is_column()) continue;
    table.columns.push_back(make_column(field, static_cast<FieldId>(i)));
    add_checks(model, field, table);
  }
  table.key = names(entity, entity.key);
  for (const model::Index& index : entity.indexes)
    if (index.unique)
      table.uniques.push_back({.name = index.name,
                               .columns = unique_columns(entity, index),
                               .live = entity.soft_delete() ? entity.fields[entity.deleted_at].column : ""});
    else
      table.indexes.push_back({index.name, names(entity, index.fields)});
  return table;
}

}  // namespace

Schema make_schema(const model::Model& model) {
  Schema schema;
  for (std::size_t id = 0; id < model.entities.size(); ++id)
    schema.tables.push_back(make_table(model, static_cast<EntityId>(id)));
  add_join_tables(model, schema);
  add_references(model, schema);
  return schema;
}

}  // namespace bedplate::schema
