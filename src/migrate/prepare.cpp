#include "migrate/prepare.hpp"

#include <algorithm>

#include "sql/ddl.hpp"
#include "sql/system.hpp"

namespace bedplate::migrate {

bool is_empty(std::span<const store::FoundTable> found) {
  return std::ranges::all_of(found, [](const auto& table) { return table.name.starts_with("bp_"); });
}

Result<void> ensure_system(store::Store& store) { return store.run_script(sql::create_system_tables(store.dialect())); }

Result<Prepared> prepare(store::Store& store, const model::Model& model, const schema::Schema& schema,
                         Changes changes) {
  const schema::Dialect dialect = store.dialect();
  BP_TRY(auto found, store.describe());
  Prepared prepared;
  std::vector<std::string> script = sql::create_system_tables(store.dialect());
  if (is_empty(found)) {
    prepared.created = true;
    std::ranges::move(sql::create_schema(schema, store.dialect()), std::back_inserter(script));
    BP_TRY_VOID(store.run_script(script));
    return prepared;
  }
  auto left = differences(schema, dialect, found);
  if (changes == Changes::kAdditive && !left.empty()) {
    Additions additions = plan_additions(model, schema, dialect, left);
    std::ranges::move(additions.statements, std::back_inserter(script));
    prepared.added = std::move(additions.sentences);
    left = std::move(additions.left);
  }
  if (!left.empty()) return failure(mismatch(left));
  BP_TRY_VOID(store.run_script(script));
  return prepared;
}

}  // namespace bedplate::migrate
