#include "schema/join_tables.hpp"

namespace bedplate::schema {

namespace {

void add_columns(const model::Entity& entity, const std::vector<std::string>& columns, Table& table) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const model::Field& key = entity.fields[entity.key[i]];
    table.columns.push_back({.name = columns[i],
                             .type = key.type,
                             .form = key.form,
                             .not_null = true,
                             .storage = {storage_type(key, Dialect::kSqlite), storage_type(key, Dialect::kPostgres)}});
    table.key.push_back(columns[i]);
  }
}

std::vector<std::string> with_tenant(const std::string& tenant, std::vector<std::string> columns) {
  if (!tenant.empty()) columns.insert(columns.begin(), tenant);
  return columns;
}

/// From the join table to one of its ends. The end's rows take their links with them.
ForeignKey reference(const model::Entity& end, const std::vector<std::string>& columns, const Table& table,
                     const std::string& tenant_column) {
  std::vector<std::string> target;
  if (!tenant_column.empty()) target.push_back(end.fields[end.tenant].column);
  for (FieldId part : end.key) target.push_back(end.fields[part].column);
  return {.name = table.name + "_" + columns.front() + "_fkey",
          .columns = with_tenant(tenant_column, columns),
          .target = end.table,
          .target_columns = std::move(target),
          .on_delete = OnDelete::kCascade};
}

Table make_table(const model::Model& model, const model::Entity& near, const model::Field& list) {
  const model::JoinTable& join = *list.join;
  const model::Entity& far = model.entity(list.target);
  Table table{.name = join.table};
  if (!join.tenant_column.empty()) {
    const model::Field& tenant = near.fields[near.tenant];
    table.columns.push_back(
        {.name = join.tenant_column,
         .type = tenant.type,
         .not_null = true,
         .storage = {storage_type(tenant, Dialect::kSqlite), storage_type(tenant, Dialect::kPostgres)}});
  }
  add_columns(near, join.near_columns, table);
  add_columns(far, join.far_columns, table);
  table.foreign_keys.push_back(reference(near, join.near_columns, table, join.tenant_column));
  table.foreign_keys.push_back(reference(far, join.far_columns, table, join.tenant_column));
  return table;
}

}  // namespace

void add_join_tables(const model::Model& model, Schema& schema) {
  for (const model::Entity& entity : model.entities)
    for (const model::Field& field : entity.fields)
      if (field.join && field.join->through == model::kNoEntity && schema.find(field.join->table) == nullptr)
        schema.tables.push_back(make_table(model, entity, field));
}

}  // namespace bedplate::schema
