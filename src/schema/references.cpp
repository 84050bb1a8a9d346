// Between two tenant types a foreign key is (tenant, key) → (tenant, key), so that the database refuses a link into
// another tenant. ON DELETE SET NULL would set the tenant to null too: there the plain key acts, and the composite
// one only checks.
#include "schema/references.hpp"

#include <algorithm>

namespace bedplate::schema {

namespace {

OnDelete action(model::OnDelete on_delete) {
  switch (on_delete) {
    case model::OnDelete::kCascade:
      return OnDelete::kCascade;
    case model::OnDelete::kSetNull:
      return OnDelete::kSetNull;
    case model::OnDelete::kRestrict:
      break;
  }
  return OnDelete::kRestrict;
}

std::vector<std::string> names(const model::Entity& entity, const std::vector<FieldId>& fields) {
  std::vector<std::string> out;
  for (FieldId field : fields) out.push_back(entity.fields[field].column);
  return out;
}

/// The tenant's column leads where the key of the target does not already tell the tenants apart.
bool crosses_tenants(const model::Entity& from, const model::Entity& to, const std::vector<FieldId>& foreign_key) {
  return from.tenant != model::kNoField && to.tenant != model::kNoField &&
         std::ranges::find(foreign_key, from.tenant) == foreign_key.end() &&
         std::ranges::find(to.key, to.tenant) == to.key.end();
}

void add_foreign_keys(const model::Model& model, const model::Entity& entity, Table& table) {
  for (const model::Field& relation : entity.fields) {
    if (relation.kind != model::FieldKind::kToOne || relation.foreign_key.empty()) continue;
    const model::Entity& target = model.entity(relation.target);
    ForeignKey plain{.name = {},
                     .columns = names(entity, relation.foreign_key),
                     .target = target.table,
                     .target_columns = names(target, target.key),
                     .on_delete = action(relation.on_delete)};
    // Of a key that shares the tenant's column the other one tells which it is.
    const bool shared = relation.foreign_key.size() > 1 && relation.foreign_key.front() == entity.tenant;
    plain.name = table.name + "_" + plain.columns[shared ? 1 : 0] + "_fkey";
    if (!crosses_tenants(entity, target, relation.foreign_key)) {
      table.foreign_keys.push_back(std::move(plain));
      continue;
    }
    ForeignKey composite = plain;
    composite.columns.insert(composite.columns.begin(), entity.fields[entity.tenant].column);
    composite.target_columns.insert(composite.target_columns.begin(), target.fields[target.tenant].column);
    if (plain.on_delete == OnDelete::kSetNull) {
      composite.on_delete = OnDelete::kNoAction;
      composite.name = table.name + "_" + plain.columns.front() + "_tenant_fkey";
      table.foreign_keys.push_back(std::move(plain));
    }
    table.foreign_keys.push_back(std::move(composite));
  }
}

bool is_prefix(const std::vector<std::string>& of, const std::vector<std::string>& columns) {
  return of.size() >= columns.size() && std::equal(columns.begin(), columns.end(), of.begin());
}

/// A foreign key may only refer to columns that are unique together.
void add_target_unique(const ForeignKey& reference, Schema& schema) {
  const auto table = std::ranges::find(schema.tables, reference.target, &Table::name);
  if (table == schema.tables.end() || table->key == reference.target_columns) return;
  for (const Unique& unique : table->uniques)
    if (unique.live.empty() && unique.columns == reference.target_columns) return;
  std::string name = table->name;
  for (const auto& column : reference.target_columns) name += "_" + column;
  name += "_key";
  if (std::ranges::find(table->uniques, name, &Unique::name) != table->uniques.end()) name += "_all";
  table->uniques.push_back({.name = std::move(name), .columns = reference.target_columns, .live = {}});
}

/// What a delete of the target looks up.
void add_index(Table& table, const ForeignKey& reference) {
  if (is_prefix(table.key, reference.columns)) return;
  for (const Unique& unique : table.uniques)
    if (unique.live.empty() && is_prefix(unique.columns, reference.columns)) return;
  for (const Index& index : table.indexes)
    if (is_prefix(index.columns, reference.columns)) return;
  std::string name = table.name;
  for (const auto& column : reference.columns) name += "_" + column;
  table.indexes.push_back({name + "_idx", reference.columns});
}

}  // namespace

void add_references(const model::Model& model, Schema& schema) {
  for (Table& table : schema.tables)
    if (table.entity != model::kNoEntity) add_foreign_keys(model, model.entity(table.entity), table);
  for (std::size_t i = 0; i < schema.tables.size(); ++i)
    for (std::size_t k = 0; k < schema.tables[i].foreign_keys.size(); ++k)
      add_target_unique(schema.tables[i].foreign_keys[k], schema);
  for (Table& table : schema.tables)
    for (const ForeignKey& reference : table.foreign_keys) add_index(table, reference);
}

}  // namespace bedplate::schema
