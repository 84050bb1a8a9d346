#include "sql/history.hpp"

#include "sql/system.hpp"
#include "sql/writer.hpp"

namespace bedplate::sql {
namespace {

constexpr Type kNumber{.scalar = Scalar::kBigInt, .nullable = true};
constexpr Type kText{.scalar = Scalar::kString, .nullable = true};

void slot(Writer& writer, std::uint16_t index, const Type& type) {
  writer.bind({.kind = Bind::Kind::kSlot, .index = index, .type = type});
}

Program program_of(Writer& writer, std::vector<Column> columns, std::uint64_t id) {
  Program made;
  made.id = id;
  made.dialect = writer.dialect();
  made.system = true;
  Statement& statement = made.statements.emplace_back();
  statement.text = writer.take_text();
  statement.binds = writer.take_binds();
  statement.columns = std::move(columns);
  return made;
}

}  // namespace

Program compile_history_append(const model::Model& model, Dialect dialect, std::uint64_t id) {
  Writer writer(dialect, model);
  writer.raw("INSERT INTO ").raw(system_table("bp_history", dialect));
  writer.raw(" (entity, tenant, key, at, principal, verb, changes) VALUES (");
  for (std::uint16_t i = 0; i < 7; ++i) {
    writer.raw(i == 0 ? "" : ", ");
    slot(writer, i, i == 3 ? kNumber : kText);
  }
  writer.raw(")");
  return program_of(writer, {}, id);
}

Program compile_history_list(const model::Model& model, Dialect dialect, std::uint64_t id) {
  Writer writer(dialect, model);
  const auto of_the_key = [&](std::string_view columns) {
    writer.raw("SELECT ").raw(columns).raw(" FROM ").raw(system_table("bp_history", dialect));
    constexpr std::string_view kConditions[] = {" WHERE entity = ", " AND tenant = ", " AND key = "};
    for (std::uint16_t i = 0; i < 3; ++i) slot(writer.raw(kConditions[i]), i, kText);
  };
  of_the_key("id, at, principal, verb, changes");
  slot(writer.raw(" AND id < "), 3, kNumber);
  slot(writer.raw(" AND (1 = "), 5, kNumber);
  writer.raw(" OR id >= coalesce((");
  of_the_key("max(CASE verb WHEN 'DELETE' THEN id + 1 ELSE id END)");
  writer.raw(" AND verb <> 'UPDATE'), 0))");
  slot(writer.raw(" ORDER BY id DESC LIMIT "), 4, kNumber);
  return program_of(writer, {{.type = kNumber}, {.type = kNumber}, {.type = kText}, {.type = kText}, {.type = kText}},
                    id);
}

}  // namespace bedplate::sql
