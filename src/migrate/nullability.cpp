#include "migrate/nullability.hpp"

#include <algorithm>

#include "migrate/constraints.hpp"
#include "migrate/default_literal.hpp"
#include "sql/ddl.hpp"

namespace bedplate::migrate {
namespace {

Result<void> require(store::Store& store, const model::Model& model, const schema::Table& table,
                     const schema::Column& column, Nullability& plan) {
  const std::string from = sql::quoted_name(table.name) + " WHERE " + sql::quoted_name(column.name) + " IS NULL";
  BP_TRY(const auto counted, store.query_system("SELECT count(*) FROM " + from, {}));
  const std::string& rows = counted[0][0];
  if (rows != "0") {
    const std::string value = default_literal(model, table, column, store.dialect());
    if (value.empty()) {
      plan.clashes.push_back({Difference::Kind::kNullable, &table, &column,
                              "column '" + table.name + "." + column.name + "' can't be required: " + rows +
                                  (rows == "1" ? " row has" : " rows have") + " no value",
                              "give these rows one first, give the field a @default(value:), or drop its '!'"});
      return {};
    }
    plan.fills.push_back("UPDATE " + sql::quoted_name(table.name) + " SET " + sql::quoted_name(column.name) + " = " +
                         value + " WHERE " + sql::quoted_name(column.name) + " IS NULL");
  }
  plan.required.push_back(column.name);
  return {};
}

}  // namespace

Result<Nullability> plan_nullability(store::Store& store, const model::Model& model, const schema::Table& wanted,
                                     const store::FoundTable& found) {
  Nullability plan;
  for (const auto& each : found.columns) {
    if (each.key_position > 0) continue;
    const auto same = [&](const schema::Column& column) {
      return folded(column.name, store.dialect()) == folded(each.name, store.dialect());
    };
    const auto column = std::ranges::find_if(wanted.columns, same);
    const bool wants = column != wanted.columns.end() && column->not_null;
    const bool mapped = column != wanted.columns.end();
    if (each.not_null && !wants && (mapped || !each.given)) plan.relaxed.push_back(each.name);
    if (!each.not_null && wants) BP_TRY_VOID(require(store, model, wanted, *column, plan));
  }
  return plan;
}

}  // namespace bedplate::migrate
