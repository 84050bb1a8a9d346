#include "sql/idempotency.hpp"

#include "sql/system.hpp"
#include "sql/writer.hpp"

namespace bedplate::sql {
namespace {

constexpr Type kBytes{.scalar = Scalar::kBytes, .nullable = true};
constexpr Type kNumber{.scalar = Scalar::kBigInt, .nullable = true};
constexpr Type kText{.scalar = Scalar::kString, .nullable = true};

void slot(Writer& writer, std::uint16_t index, const Type& type) {
  writer.bind({.kind = Bind::Kind::kSlot, .index = index, .type = type});
}

Statement finish(Writer& writer, std::vector<Column> columns) {
  Statement made;
  made.text = writer.take_text();
  made.binds = writer.take_binds();
  made.columns = std::move(columns);
  return made;
}

// A concurrent twin waits here for the end of the transaction that came first (on SQLite there is no concurrency).
Statement claim(Writer writer) {
  writer.raw("INSERT INTO ").raw(system_table("bp_idempotency", writer.dialect())).raw(" AS kept (scope, request, at)");
  writer.raw(" VALUES (");
  slot(writer, 0, kBytes);
  writer.raw(", ");
  slot(writer, 1, kBytes);
  writer.raw(", ");
  slot(writer, 2, kNumber);
  writer.raw(") ON CONFLICT (scope) DO UPDATE SET request = excluded.request, at = excluded.at, status = NULL, ");
  writer.raw("head = NULL, body = NULL WHERE kept.at <= ");
  slot(writer, 3, kNumber);
  writer.raw(" RETURNING at");
  return finish(writer, {{.type = kNumber}});
}

Statement find(Writer writer) {
  writer.raw("SELECT request, status, head, body FROM ").raw(system_table("bp_idempotency", writer.dialect()));
  writer.raw(" WHERE scope = ");
  slot(writer, 0, kBytes);
  return finish(writer, {{.type = kBytes}, {.type = kNumber}, {.type = kText}, {.type = kBytes}});
}

Statement keep(Writer writer) {
  writer.raw("UPDATE ").raw(system_table("bp_idempotency", writer.dialect())).raw(" SET status = ");
  slot(writer, 1, kNumber);
  writer.raw(", head = ");
  slot(writer, 2, kText);
  writer.raw(", body = ");
  slot(writer, 3, kBytes);
  writer.raw(" WHERE scope = ");
  slot(writer, 0, kBytes);
  return finish(writer, {});
}

// What another transaction holds is left to it, so that sweeps never wait for each other.
Statement sweep(Writer writer) {
  const std::string table = system_table("bp_idempotency", writer.dialect());
  writer.raw("DELETE FROM ").raw(table).raw(" WHERE scope IN (SELECT scope FROM ").raw(table).raw(" WHERE at <= ");
  slot(writer, 0, kNumber);
  writer.raw(" ORDER BY at LIMIT 64");
  writer.raw(writer.sqlite() ? ")" : " FOR UPDATE SKIP LOCKED)");
  return finish(writer, {});
}

}  // namespace

Program compile_idempotency(const model::Model& model, Dialect dialect, std::uint64_t id) {
  const Writer writer(dialect, model);
  Program program;
  program.id = id;
  program.dialect = dialect;
  program.system = true;
  program.statements = {claim(writer), find(writer), keep(writer), sweep(writer)};
  return program;
}

}  // namespace bedplate::sql
