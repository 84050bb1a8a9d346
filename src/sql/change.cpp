#include "sql/change.hpp"

#include "sql/detached.hpp"
#include "sql/row.hpp"
#include "sql/row_check.hpp"

namespace bedplate::sql {
namespace {

Statement write(const plan::ChangeTemplate& plan, const model::Model& model, Dialect dialect) {
  const auto& entity = model.entity(plan.entity);
  Writer writer(dialect, model);
  if (plan.removes) {
    writer.raw("DELETE FROM ").identifier(entity.table);
  } else {
    writer.raw("UPDATE ").identifier(entity.table).raw(" SET ");
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
      const auto& field = entity.fields[plan.columns[i].field];
      writer.raw(i == 0 ? "" : ", ").identifier(field.column).raw(" = ");
      print_assigned(writer, field, static_cast<std::uint16_t>(i));
    }
  }
  print_key_condition(writer, entity, "", static_cast<std::uint16_t>(plan.columns.size()));
  Statement made;
  made.text = writer.take_text();
  made.binds = writer.take_binds();
  return made;
}

}  // namespace

Program compile_change(const plan::ChangeTemplate& plan, const model::Model& model, Dialect dialect, std::uint64_t id) {
  Program program;
  program.id = id;
  program.dialect = dialect;
  const CheckedRow row{
      .entity = plan.entity, .key_slot = plan.slots.key, .image = plan.stored, .image_slot = plan.slots.image};
  program.statements.push_back(write(plan, model, dialect));
  for (const auto& check : plan.checks)
    if (check.in_store && !check.only_to_explain)
      program.statements.push_back(row_check(*check.condition, row, model, dialect));
  if (plan.removes)
    for (auto& statement : raise_detached(plan.entity, model, dialect))
      program.statements.push_back(std::move(statement));
  return program;
}

}  // namespace bedplate::sql
