#include "migrate/prepare.hpp"

#include <algorithm>

#include "migrate/enforce.hpp"
#include "migrate/fill_tokens.hpp"
#include "migrate/renames.hpp"
#include "sql/ddl.hpp"
#include "sql/system.hpp"

namespace bedplate::migrate {

bool is_empty(std::span<const store::FoundTable> found) {
  return std::ranges::all_of(found, [](const auto& table) { return table.name.starts_with("bp_"); });
}

Result<void> ensure_system(store::Store& store) { return store.run_script(sql::create_system_tables(store.dialect())); }

namespace {

/// Those of `found` that lack a column and have rows, by the model's names.
Result<std::vector<Populated>> populated(store::Store& store, std::span<const Difference> differences,
                                         std::span<const store::FoundTable> found) {
  std::vector<Populated> out;
  for (const Difference& each : differences) {
    if (each.kind != Difference::Kind::kNoColumn) continue;
    if (!out.empty() && out.back().name == each.table->name) continue;
    BP_TRY(const auto rows, store.query_system("SELECT 1 FROM " + sql::quoted_name(each.table->name) + " LIMIT 1", {}));
    if (rows.empty()) continue;
    const auto at = std::ranges::find_if(found, [&](const auto& table) {
      return folded(table.name, store.dialect()) == folded(each.table->name, store.dialect());
    });
    out.push_back(*at);
    out.back().name = each.table->name;
  }
  return out;
}

/// One transaction. Rebuilt tables come first: their statements are made from the columns that are there.
Result<Prepared> change(store::Store& store, Additions additions, Enforcing enforcing) {
  std::vector<std::string> script = sql::create_system_tables(store.dialect());
  const std::size_t own = script.size();
  for (auto* part : {&enforcing.rebuilding, &additions.statements, &enforcing.adding})
    std::ranges::move(*part, std::back_inserter(script));
  BP_TRY_VOID(store.run_rebuilding(script));
  script.erase(script.begin(), script.begin() + static_cast<std::ptrdiff_t>(own));
  Prepared prepared{
      .created = false, .added = std::move(additions.sentences), .statements = std::move(script), .warnings = {}};
  std::ranges::move(enforcing.sentences, std::back_inserter(prepared.added));
  return prepared;
}

/// What the enforcing sees to.
bool is_mended(const Difference& difference, const Enforcing& enforcing) {
  return difference.kind == Difference::Kind::kNullable &&
         std::ranges::find(enforcing.own, difference.table) != enforcing.own.end();
}

/// SQLite's tables of the program's own that hold no row and have another type or key than the model says: made anew,
/// they lose nothing.
Result<std::vector<std::string>> empty_misfits(store::Store& store, std::span<const Difference> differences,
                                               const Enforcing& enforcing) {
  using Kind = Difference::Kind;
  std::vector<std::string> out;
  if (store.dialect() != schema::Dialect::kSqlite) return out;
  for (const Difference& each : differences) {
    const std::string& name = each.table->name;
    const bool misfit = each.kind == Kind::kType || each.kind == Kind::kKey;
    if (!misfit || std::ranges::find(out, name) != out.end() ||
        std::ranges::find(enforcing.own, each.table) == enforcing.own.end())
      continue;
    BP_TRY(const auto rows, store.query_system("SELECT 1 FROM " + sql::quoted_name(name) + " LIMIT 1", {}));
    if (rows.empty()) out.push_back(name);
  }
  return out;
}

Result<Prepared> fit(store::Store& store, const model::Model& model, const schema::Schema& schema, Changes changes) {
  const schema::Dialect dialect = store.dialect();
  BP_TRY(auto found, store.describe());
  if (is_empty(found)) {
    std::vector<std::string> script = sql::create_system_tables(store.dialect());
    std::ranges::move(sql::create_schema(schema, store.dialect()), std::back_inserter(script));
    BP_TRY_VOID(store.run_script(script));
    return Prepared{.created = true, .added = {}, .statements = {}, .warnings = {}};
  }
  auto left = differences(schema, dialect, found);
  BP_TRY(auto enforcing, plan_enforcing(store, model, schema, found));
  if (changes == Changes::kNone) {
    std::ranges::move(enforcing.missing, std::back_inserter(left));
    if (!left.empty()) return failure(mismatch(left));
    return change(store, {}, {});
  }
  BP_TRY(const auto anew, empty_misfits(store, left, enforcing));
  if (!anew.empty()) {
    std::erase_if(found, [&](const auto& table) { return std::ranges::find(anew, table.name) != anew.end(); });
    left = differences(schema, dialect, found);
    BP_TRY(enforcing, plan_enforcing(store, model, schema, found));
    for (const auto& name : anew)
      enforcing.rebuilding.insert(enforcing.rebuilding.begin(), "DROP TABLE " + sql::quoted_name(name));
  }
  BP_TRY(const auto rows, populated(store, left, found));
  Additions additions = plan_additions(model, schema, dialect, left, rows);
  left = std::move(additions.left);
  std::erase_if(left, [&](const auto& each) { return is_mended(each, enforcing); });
  std::ranges::move(enforcing.clashes, std::back_inserter(left));
  if (!left.empty()) return failure(mismatch(left));
  return change(store, std::move(additions), std::move(enforcing));
}

}  // namespace

Result<Prepared> prepare(store::Store& store, const model::Model& model, const schema::Schema& schema, Changes changes,
                         const std::function<void()>& before_renames) {
  Renames renames;
  if (changes == Changes::kAdditive) {
    BP_TRY(const auto found, store.describe());
    renames = plan_renames(model, schema, store.dialect(), found);
    if (!renames.forward.empty()) {
      if (before_renames) before_renames();
      BP_TRY_VOID(store.run_script(renames.forward));
    }
  }
  auto fitted = fit(store, model, schema, changes);
  if (!fitted) {
    if (!renames.back.empty()) BP_TRY_VOID(store.run_script(renames.back));
    return fitted;
  }
  Prepared prepared = *std::move(fitted);
  prepared.added.insert(prepared.added.begin(), renames.sentences.begin(), renames.sentences.end());
  prepared.statements.insert(prepared.statements.begin(), renames.forward.begin(), renames.forward.end());
  if (prepared.created) return prepared;
  BP_TRY(const auto found, store.describe());
  prepared.warnings = unfilled(model, schema, store.dialect(), found);
  BP_TRY(auto filled, fill_tokens(store, model));
  std::ranges::move(filled, std::back_inserter(prepared.added));
  return prepared;
}

}  // namespace bedplate::migrate
