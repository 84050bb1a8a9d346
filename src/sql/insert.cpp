#include "sql/insert.hpp"

#include "sql/row.hpp"
#include "sql/row_check.hpp"

namespace bedplate::sql {
namespace {

Statement insert(const plan::CreateTemplate& plan, const model::Model& model, Dialect dialect) {
  const auto& entity = model.entity(plan.entity);
  Writer writer(dialect, model);
  writer.raw("INSERT INTO ").identifier(entity.table);
  if (plan.columns.empty()) {
    writer.raw(" DEFAULT VALUES");
  } else {
    writer.raw(" (");
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
      if (i > 0) writer.raw(", ");
      writer.identifier(entity.fields[plan.columns[i].field].column);
    }
    writer.raw(") VALUES (");
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
      if (i > 0) writer.raw(", ");
      print_assigned(writer, entity.fields[plan.columns[i].field], static_cast<std::uint16_t>(i));
    }
    writer.raw(")");
  }
  Statement made;
  if (plan.sequence_key) {
    const auto& key = entity.fields[entity.key[0]];
    writer.raw(" RETURNING ").identifier(key.column);
    made.columns.push_back({.type = key.type, .form = key.form});
  }
  made.text = writer.take_text();
  made.binds = writer.take_binds();
  return made;
}

}  // namespace

Program compile_create(const plan::CreateTemplate& plan, const model::Model& model, Dialect dialect, std::uint64_t id) {
  Program program;
  program.id = id;
  program.dialect = dialect;
  program.statements.push_back(insert(plan, model, dialect));
  for (const auto& check : plan.checks)
    if (check.in_store && !check.only_to_explain)
      program.statements.push_back(
          row_check(*check.condition, {.entity = plan.entity, .key_slot = plan.slots.key}, model, dialect));
  return program;
}

}  // namespace bedplate::sql
