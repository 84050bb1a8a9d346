#include "sql/insert.hpp"

#include "sql/expression.hpp"

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
      const auto& field = entity.fields[plan.columns[i].field];
      Bind bind{
          .kind = Bind::Kind::kSlot, .index = static_cast<std::uint16_t>(i), .type = field.type, .form = field.form};
      // As text, for jsonb would not keep it as written.
      const bool json = dialect == Dialect::kPostgres && is_json(field.type);
      if (json) bind.type = Type{.scalar = Scalar::kString};
      writer.bind(bind);
      if (json) writer.raw("::json");
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

/// Whether `condition` is TRUE of the row that was just written.
Statement check(const expr::Node& condition, const plan::CreateTemplate& plan, const model::Model& model,
                Dialect dialect) {
  const auto& entity = model.entity(plan.entity);
  Writer writer(dialect, model);
  writer.raw("SELECT CASE WHEN ");
  print_condition(writer, condition, RowNames(0, "t0"));
  writer.raw(" THEN 1 ELSE 0 END FROM ").identifier(entity.table).raw(" AS t0");
  std::uint16_t slot = plan.key_slot;
  for (const auto id : entity.key) {
    const auto& key = entity.fields[id];
    writer.raw(slot == plan.key_slot ? " WHERE " : " AND ").column("t0", key.column).raw(" = ");
    writer.bind({.kind = Bind::Kind::kSlot, .index = slot++, .type = key.type, .form = key.form});
  }
  Statement made;
  made.columns.push_back({.type = {.scalar = Scalar::kInt}});
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
  if (plan.covered_in_store) program.statements.push_back(check(*plan.covered, plan, model, dialect));
  for (const auto* constraint : plan.constraints_in_store)
    program.statements.push_back(check(*constraint->expr, plan, model, dialect));
  return program;
}

}  // namespace bedplate::sql
