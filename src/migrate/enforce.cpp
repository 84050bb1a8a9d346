#include "migrate/enforce.hpp"

#include <algorithm>
#include <array>

#include "migrate/nullability.hpp"
#include "migrate/rebuild.hpp"
#include "migrate/renames.hpp"
#include "sql/ddl.hpp"
#include "sql/ddl_check.hpp"

namespace bedplate::migrate {
namespace {

using Kind = Difference::Kind;
using schema::Dialect;

std::string listed(const std::vector<std::string>& columns, bool quoted) {
  std::string out;
  for (const auto& each : columns) out += (out.empty() ? "" : ", ") + (quoted ? sql::quoted_name(each) : each);
  return out;
}

std::string rows_text(const std::string& count) { return count + (count == "1" ? " row" : " rows"); }

/// PostgreSQL words these bounds its own way; their names alone tell.
bool is_reworded(const Type& type) {
  return type.scalar == Scalar::kDateTime || type.scalar == Scalar::kLocalDateTime || type.scalar == Scalar::kDate ||
         type.scalar == Scalar::kTime || type.scalar == Scalar::kDuration;
}

class Plan {
 public:
  Plan(store::Store& store, const model::Model& model, const ConstraintsByTable& constraints)
      : store_(store), model_(model), constraints_(constraints), dialect_(store.dialect()) {}

  Result<void> table(const schema::Table& wanted, const store::FoundTable& found) {
    static const FoundConstraints kNothing;
    table_ = &wanted;
    at_ = &found;
    const auto at = constraints_.find(folded(wanted.name, dialect_));
    has_ = at == constraints_.end() ? &kNothing : &at->second;
    for (const auto& each : wanted.uniques) BP_TRY_VOID(unique(each));
    for (const auto& each : wanted.indexes) index(each);
    if (!has_->own) return {};
    plan_.own.push_back(table_);
    create_ = has_->create;
    BP_TRY_VOID(nullability());
    BP_TRY_VOID(checks());
    if (create_ != has_->create) {
      BP_TRY(auto statements, rebuild_table(store_, *at_, *has_, create_));
      std::ranges::move(statements, std::back_inserter(plan_.rebuilding));
    }
    return {};
  }
  Enforcing take() { return std::move(plan_); }

 private:
  bool has_column(std::string_view name) const {
    return std::ranges::any_of(at_->columns,
                               [&](const auto& each) { return folded(each.name, dialect_) == folded(name, dialect_); });
  }
  std::vector<std::string> folded_names(const std::vector<std::string>& names) const {
    std::vector<std::string> out;
    for (const auto& each : names) out.push_back(folded(each, dialect_));
    return out;
  }
  Result<std::string> count(const std::string& query) {
    BP_TRY(const auto rows, store_.query_system(query, {}));
    return rows.empty() ? std::string("0") : rows[0][0];
  }

  Result<void> unique(const schema::Unique& wanted) {
    const auto columns = folded_names(wanted.columns);
    const auto same = [&](const std::vector<std::string>& other) {
      return std::ranges::is_permutation(other, columns);
    };
    std::vector<std::string> key;
    for (const auto& each : at_->columns)
      if (each.key_position > 0) key.push_back(folded(each.name, dialect_));
    const std::string live = folded(wanted.live, dialect_);
    const auto has = [&](const std::string& among) {
      return std::ranges::any_of(
          has_->indexes, [&](const auto& each) { return each.unique && each.live == among && same(each.columns); });
    };
    if ((live.empty() && same(key)) || has(live)) return {};
    const std::string what = "unique (" + listed(wanted.columns, false) + ") of " +
                             (live.empty() ? "table '" : "the live rows of table '") + table_->name + "'";
    plan_.missing.push_back({Kind::kUnique, table_, nullptr, "there is no " + what,
                             "add the unique index, or start with --migrate, which does"});
    // A unique of all rows would count those of the trash.
    if (!live.empty() && has("") && !same(key))
      plan_.clashes.push_back({Kind::kUnique, table_, nullptr, what + " can't be made: one of all rows is in its way",
                               "drop the unique (" + listed(wanted.columns, false) + ") of the table first"});
    if (std::ranges::all_of(wanted.columns, [&](const auto& each) { return has_column(each); }))
      BP_TRY_VOID(count_duplicates(wanted, what));
    plan_.adding.push_back(sql::create_unique_index(*table_, wanted));
    plan_.sentences.push_back(what);
    return {};
  }

  Result<void> count_duplicates(const schema::Unique& wanted, const std::string& what) {
    std::string given;
    for (const auto& each : wanted.columns)
      given += (given.empty() ? "" : " AND ") + sql::quoted_name(each) + " IS NOT NULL";
    if (!wanted.live.empty() && has_column(wanted.live)) given += " AND " + sql::quoted_name(wanted.live) + " IS NULL";
    const std::string columns = listed(wanted.columns, true);
    BP_TRY(const std::string rows,
           count("SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM " + sql::quoted_name(table_->name) +
                 " WHERE " + given + " GROUP BY " + columns + " HAVING count(*) > 1) AS clashes"));
    if (rows != "0")
      plan_.clashes.push_back({Kind::kUnique, table_, nullptr,
                               what + " can't be made: " + rows_text(rows) + " share their values with others",
                               "make the values differ first, or take the unique out of the model"});
    return {};
  }

  /// Indexes make nothing right or wrong: their want is no difference, but with the rest they are made.
  void index(const schema::Index& wanted) {
    const auto columns = folded_names(wanted.columns);
    const auto serves = [&](const std::vector<std::string>& other) {
      return other.size() >= columns.size() && std::equal(columns.begin(), columns.end(), other.begin());
    };
    if (serves(folded_names(table_->key)) ||
        std::ranges::any_of(has_->indexes, [&](const auto& each) { return each.live.empty() && serves(each.columns); }))
      return;
    plan_.adding.push_back("CREATE INDEX IF NOT EXISTS " + sql::quoted_name(wanted.name) + " ON " +
                           sql::quoted_name(table_->name) + " (" + listed(wanted.columns, true) + ")");
    plan_.sentences.push_back("index (" + listed(wanted.columns, false) + ") of table '" + table_->name + "'");
  }

  bool says_the_same(const schema::Check& wanted, const std::string& condition, const std::string& found) const {
    if (dialect_ == Dialect::kSqlite) return condition == found;
    const bool bound = wanted.kind == schema::Check::Kind::kMin || wanted.kind == schema::Check::Kind::kMax;
    return (bound && is_reworded(table_->find(wanted.column)->type)) || literals_in(condition) == literals_in(found);
  }

  Result<void> nullability() {
    BP_TRY(auto plan, plan_nullability(store_, model_, *table_, *at_));
    std::ranges::move(plan.clashes, std::back_inserter(plan_.clashes));
    auto& before = dialect_ == Dialect::kSqlite ? plan_.rebuilding : plan_.adding;
    std::ranges::move(plan.fills, std::back_inserter(before));
    const auto change = [&](const std::string& column, bool not_null) {
      plan_.sentences.push_back("column '" + table_->name + "." + column + "', which " +
                                (not_null ? "is required" : "may be null"));
      if (dialect_ == Dialect::kSqlite)
        create_ = with_not_null(create_, column, not_null);
      else
        plan_.adding.push_back("ALTER TABLE " + sql::quoted_name(table_->name) + " ALTER COLUMN " +
                               sql::quoted_name(column) + (not_null ? " SET" : " DROP") + " NOT NULL");
    };
    for (const auto& each : plan.relaxed) change(each, false);
    for (const auto& each : plan.required) change(each, true);
    return {};
  }

  Result<void> checks() {
    Checks said;
    for (const auto& each : table_->checks) {
      const std::string condition = sql::check_text(*table_, each, dialect_);
      if (condition.empty() || !has_column(each.column)) continue;  // with a new column comes its check
      const auto found = has_->checks.find(each.name);
      if (found != has_->checks.end() && says_the_same(each, condition, found->second)) continue;
      difference(each.name, found == has_->checks.end() ? "is missing" : "is not what the model says");
      said.emplace(each.name, condition);
      BP_TRY(const std::string rows,
             count("SELECT count(*) FROM " + sql::quoted_name(table_->name) + " WHERE NOT (" + condition + ")"));
      if (rows != "0")
        plan_.clashes.push_back({Kind::kCheck, table_, nullptr,
                                 "constraint '" + each.name + "' (" + condition + ") can't be made: " +
                                     rows_text(rows) + " of table '" + table_->name + "' would break it",
                                 "change these rows first, or the model's constraint"});
    }
    std::vector<std::string> gone;
    for (const auto& [name, condition] : has_->checks)
      if (is_stale(name)) {
        difference(name, "is no longer in the model");
        gone.push_back(name);
      }
    replace(gone, said);
    return {};
  }

  void difference(const std::string& name, const char* what) {
    plan_.missing.push_back({Kind::kCheck, table_, nullptr,
                             "constraint '" + name + "' of table '" + table_->name + "' " + what,
                             "start with --migrate, which brings it to what the model says"});
    plan_.sentences.push_back("constraint '" + name + "' of table '" + table_->name + "'");
  }

  /// A name that schema/ gives, for a column that no longer asks for it, or had another name, or a table that had.
  bool is_stale(std::string_view name) const {
    static constexpr std::array<std::string_view, 6> kSuffixes = {"bool", "enum",       "min",
                                                                  "max",  "min_length", "max_length"};
    if (std::ranges::find(table_->checks, name, &schema::Check::name) != table_->checks.end()) return false;
    for (const std::string_view suffix : kSuffixes) {
      if (!name.ends_with("_" + std::string(suffix))) continue;
      const auto former = former_table(model_, *table_);
      if (!former.empty() && name.starts_with(former + "_")) return true;
      if (!name.starts_with(table_->name + "_")) continue;
      name.remove_prefix(table_->name.size() + 1);
      const auto column = name.substr(0, name.size() - suffix.size() - 1);
      return table_->find(column) != nullptr || !has_column(column);
    }
    return false;
  }

  void replace(const std::vector<std::string>& gone, const Checks& said) {
    if (said.empty() && gone.empty()) return;
    if (dialect_ == Dialect::kSqlite) {
      create_ = with_checks(create_, gone, said);
      return;
    }
    const std::string alter = "ALTER TABLE " + sql::quoted_name(table_->name);
    const auto drop = [&](const std::string& name) {
      plan_.adding.push_back(alter + " DROP CONSTRAINT IF EXISTS " + sql::quoted_name(name));
    };
    for (const auto& name : gone) drop(name);
    for (const auto& [name, condition] : said) {
      drop(name);
      plan_.adding.push_back(alter + " ADD CONSTRAINT " + sql::quoted_name(name) + " CHECK (" + condition + ")");
    }
  }

  store::Store& store_;
  const model::Model& model_;
  const ConstraintsByTable& constraints_;
  const Dialect dialect_;
  const schema::Table* table_ = nullptr;
  const store::FoundTable* at_ = nullptr;
  const FoundConstraints* has_ = nullptr;
  std::string create_;  // SQLite: the table's statement as it shall be
  Enforcing plan_;
};

}  // namespace

Result<Enforcing> plan_enforcing(store::Store& store, const model::Model& model, const schema::Schema& schema,
                                 std::span<const store::FoundTable> found) {
  BP_TRY(const auto constraints, find_constraints(store));
  Plan plan(store, model, constraints);
  for (const auto& table : schema.tables)
    for (const auto& each : found)
      if (folded(each.name, store.dialect()) == folded(table.name, store.dialect()))
        BP_TRY_VOID(plan.table(table, each));
  return plan.take();
}

}  // namespace bedplate::migrate
