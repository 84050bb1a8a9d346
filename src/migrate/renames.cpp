#include "migrate/renames.hpp"

#include <algorithm>

#include "migrate/constraints.hpp"
#include "model/names.hpp"
#include "sql/ddl.hpp"

namespace bedplate::migrate {
namespace {

template <class Items>
auto find_named(const Items& items, std::string_view name, schema::Dialect dialect) {
  return std::ranges::find_if(items,
                              [&](const auto& each) { return folded(each.name, dialect) == folded(name, dialect); });
}

/// A scalar of a to-one follows the relation's name.
std::string former_column(const model::Model& model, const schema::Table& table, const schema::Column& column) {
  if (column.field == model::kNoField || column.tokens) return {};
  const model::Field& field = model.field(table.entity, column.field);
  if (!field.renamed_from.empty()) return model::snake_case(field.renamed_from);
  if (field.relation == model::kNoField) return {};
  const model::Field& relation = model.field(table.entity, field.relation);
  const std::string now = model::snake_case(relation.name);
  if (relation.renamed_from.empty() || !column.name.starts_with(now + "_")) return {};
  return model::snake_case(relation.renamed_from) + column.name.substr(now.size());
}

class RenamePlan {
 public:
  void table(const std::string& from, const std::string& to) {
    add("ALTER TABLE ", from, " RENAME TO ", to);
    plan_.sentences.push_back("table '" + to + "', which was '" + from + "'");
  }
  void column(const std::string& table, const std::string& from, const std::string& to) {
    add("ALTER TABLE " + sql::quoted_name(table) + " RENAME COLUMN ", from, " TO ", to);
    plan_.sentences.push_back("column '" + table + "." + to + "', which was '" + from + "'");
  }
  Renames take() { return std::move(plan_); }

 private:
  void add(const std::string& head, const std::string& from, const std::string& middle, const std::string& to) {
    plan_.forward.push_back(head + sql::quoted_name(from) + middle + sql::quoted_name(to));
    plan_.back.insert(plan_.back.begin(), head + sql::quoted_name(to) + middle + sql::quoted_name(from));
  }

  Renames plan_;
};

}  // namespace

std::string former_table(const model::Model& model, const schema::Table& table) {
  if (table.entity == model::kNoEntity) return {};
  const std::string& former = model.entity(table.entity).renamed_from;
  return former.empty() ? "" : model::snake_case(model::plural_of(model::camel_case(former)));
}

Renames plan_renames(const model::Model& model, const schema::Schema& schema, schema::Dialect dialect,
                     std::span<const store::FoundTable> found) {
  RenamePlan plan;
  for (const auto& table : schema.tables) {
    auto at = find_named(found, table.name, dialect);
    if (const auto former = former_table(model, table); at == found.end() && !former.empty()) {
      at = find_named(found, former, dialect);
      if (at != found.end()) plan.table(at->name, table.name);
    }
    if (at == found.end()) continue;
    for (const auto& column : table.columns) {
      const auto former = former_column(model, table, column);
      if (former.empty() || find_named(at->columns, column.name, dialect) != at->columns.end()) continue;
      const auto was = find_named(at->columns, former, dialect);
      if (was != at->columns.end()) plan.column(table.name, was->name, column.name);
    }
  }
  return plan.take();
}

}  // namespace bedplate::migrate
