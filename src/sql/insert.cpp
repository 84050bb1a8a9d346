#include "sql/insert.hpp"

#include <algorithm>

#include "sql/row.hpp"
#include "sql/row_check.hpp"

namespace bedplate::sql {
namespace {

constexpr Type kName{.scalar = Scalar::kString};

/// A number that PostgreSQL gives, which the client gave here.
bool gives_number(const plan::CreateTemplate& plan, const model::Entity& entity) {
  const auto key = entity.key[0];
  return entity.key.size() == 1 && entity.fields[key].default_fn == model::DefaultFn::kSequence &&
         std::ranges::find(plan.given, key) != plan.given.end();
}

/// PostgreSQL's sequence knows nothing of numbers that it did not give, and would give them again. It only moves on,
/// and takes none of its own for that; a table of others may have none, or one that is not ours to move.
void print_sequence_moved(Writer& writer, const model::Entity& entity) {
  const auto& column = entity.fields[entity.key[0]].column;
  writer.raw(" RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') ");
  writer.raw("OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN ");
  writer.identifier(entity.table).raw(".").identifier(column);
  writer.raw(" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, ");
  writer.identifier(entity.table).raw(".").identifier(column);
  writer.raw(") END FROM pg_get_serial_sequence(quote_ident(");
  writer.bind({.kind = Bind::Kind::kConstant, .type = kName, .constant = Cell::text(entity.table)});
  writer.raw("), ");
  writer.bind({.kind = Bind::Kind::kConstant, .type = kName, .constant = Cell::text(column)});
  writer.raw(") AS s)");
}

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
  } else if (dialect == Dialect::kPostgres && gives_number(plan, entity)) {
    print_sequence_moved(writer, entity);
    made.columns.push_back({.type = {.scalar = Scalar::kBigInt, .nullable = true}});
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
