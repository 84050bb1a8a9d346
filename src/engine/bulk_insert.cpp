#include "engine/bulk_insert.hpp"

#include "sql/insert.hpp"
#include "sql/links.hpp"

namespace bedplate::engine {

BulkInsert::BulkInsert(const model::Model& model, model::EntityId entity, sql::Dialect dialect, std::uint64_t id) {
  plan::CreateTemplate plan;
  plan.entity = entity;
  const auto& fields = model.entity(entity).fields;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    if (!fields[f].is_column()) continue;
    const auto field = static_cast<model::FieldId>(f);
    plan.columns.push_back({.field = field, .cell = static_cast<std::uint16_t>(columns_.size())});
    columns_.push_back(field);
  }
  rows_ = sql::compile_create(plan, model, dialect, id);
  plan.given = columns_;
  last_ = sql::compile_create(plan, model, dialect, id + 1);
}

BulkInsert::BulkInsert(const model::Model& model, model::EntityId near, model::FieldId relation, sql::Dialect dialect,
                       std::uint64_t id)
    : rows_(sql::compile_links(model, near, relation, dialect, id)),
      last_(sql::compile_links(model, near, relation, dialect, id + 1)) {
  static_assert(sql::kLink == 0, "the first statement inserts");
}

Task<Result<void>> BulkScript::run(store::Transaction& transaction) {
  if (rows_.empty()) co_return Result<void>{};
  store::Transaction::Outcome outcome;
  BP_CO_TRY_VOID(co_await transaction.run(insert_.rows(), 0, rows_.first(rows_.size() - 1), nullptr, outcome));
  BP_CO_TRY_VOID(co_await transaction.run(insert_.last(), 0, rows_.last(1), nullptr, outcome));
  co_return transaction.settle();
}

}  // namespace bedplate::engine
