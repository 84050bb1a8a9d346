#include "sql/links.hpp"

#include "sql/writer.hpp"

namespace bedplate::sql {
namespace {

/// A column of the table and the slot that it takes, with the field that says how it is stored.
struct LinkColumn {
  std::string_view name;
  const model::Field* like = nullptr;
};

std::vector<LinkColumn> columns_of(const model::Model& model, const model::Entity& near, const model::Field& relation) {
  const model::JoinTable& join = *relation.join;
  const model::Entity& far = model.entity(relation.target);
  std::vector<LinkColumn> made;
  for (std::size_t i = 0; i < far.key.size(); ++i) made.push_back({join.far_columns[i], &far.fields[far.key[i]]});
  for (std::size_t i = 0; i < near.key.size(); ++i) made.push_back({join.near_columns[i], &near.fields[near.key[i]]});
  if (!join.tenant_column.empty()) made.push_back({join.tenant_column, &near.fields[near.tenant]});
  return made;
}

void print_value(Writer& writer, const LinkColumn& column, std::size_t slot) {
  writer.bind({.kind = Bind::Kind::kSlot,
               .index = static_cast<std::uint16_t>(slot),
               .type = column.like->type,
               .form = column.like->form});
}

/// From the column `first` on.
void print_where(Writer& writer, std::span<const LinkColumn> columns, std::size_t first = 0) {
  for (std::size_t i = first; i < columns.size(); ++i) {
    writer.raw(i == first ? " WHERE " : " AND ").identifier(columns[i].name).raw(" = ");
    print_value(writer, columns[i], i);
  }
}

Statement finish(Writer& writer) {
  Statement made;
  made.text = writer.take_text();
  made.binds = writer.take_binds();
  return made;
}

// The table of an existing database may let a pair stand twice; of two that link at once one finds the pair there.
Statement link(Writer writer, const std::string& table, std::span<const LinkColumn> columns) {
  writer.raw("INSERT INTO ").identifier(table).raw(" (");
  for (std::size_t i = 0; i < columns.size(); ++i) writer.raw(i == 0 ? "" : ", ").identifier(columns[i].name);
  writer.raw(") SELECT ");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) writer.raw(", ");
    print_value(writer, columns[i], i);
  }
  writer.raw(" WHERE NOT EXISTS (SELECT 1 FROM ").identifier(table);
  print_where(writer, columns);
  writer.raw(") ON CONFLICT DO NOTHING");
  return finish(writer);
}

Statement unlink(Writer writer, const std::string& table, std::span<const LinkColumn> columns) {
  writer.raw("DELETE FROM ").identifier(table);
  print_where(writer, columns);
  return finish(writer);
}

Statement linked(Writer writer, const std::string& table, std::span<const LinkColumn> columns, std::size_t far) {
  std::vector<Column> keys;
  writer.raw("SELECT ");
  for (std::size_t i = 0; i < far; ++i) {
    writer.raw(i == 0 ? "" : ", ").identifier(columns[i].name);
    keys.push_back({.type = columns[i].like->type, .form = columns[i].like->form});
  }
  writer.raw(" FROM ").identifier(table);
  print_where(writer, columns, far);
  // Rows are locked in this order.
  for (std::size_t i = 0; i < far; ++i) writer.raw(i == 0 ? " ORDER BY " : ", ").identifier(columns[i].name);
  Statement made = finish(writer);
  made.columns = std::move(keys);
  return made;
}

}  // namespace

Program compile_links(const model::Model& model, model::EntityId entity, model::FieldId relation, Dialect dialect,
                      std::uint64_t id) {
  const model::Entity& near = model.entity(entity);
  const model::Field& field = near.fields[relation];
  const auto columns = columns_of(model, near, field);
  Program program;
  program.id = id;
  program.dialect = dialect;
  program.statements.push_back(link(Writer(dialect, model), field.join->table, columns));
  program.statements.push_back(unlink(Writer(dialect, model), field.join->table, columns));
  const std::size_t far = model.entity(field.target).key.size();
  program.statements.push_back(linked(Writer(dialect, model), field.join->table, columns, far));
  return program;
}

}  // namespace bedplate::sql
