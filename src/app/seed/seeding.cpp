#include "app/seed/seeding.hpp"

#include <algorithm>
#include <charconv>

#include "app/seed/bulk_writer.hpp"
#include "base/uuid7.hpp"
#include "engine/new_row.hpp"
#include "seed/rows.hpp"
#include "sql/ddl.hpp"

namespace bedplate::app {
namespace {

constexpr std::uint64_t kOften = 1000;  // rows between two looks at the watch

std::int64_t number_in(const std::vector<std::vector<std::string>>& rows) {
  std::int64_t value = 0;
  if (!rows.empty() && !rows[0].empty()) {
    const std::string& text = rows[0][0];
    std::from_chars(text.data(), text.data() + text.size(), value);
  }
  return value;
}

Result<std::int64_t> ask_number(store::Store& store, const std::string& value, const model::Entity& entity) {
  BP_TRY(const auto rows, store.query_system("SELECT " + value + " FROM " + sql::quoted_name(entity.table), {}));
  return number_in(rows);
}

Result<bool> has_rows(store::Store& store, const std::string& table) {
  BP_TRY(const auto rows, store.query_system("SELECT 1 FROM " + sql::quoted_name(table) + " LIMIT 1", {}));
  return !rows.empty();
}

/// What new rows have to stay clear of.
Result<seed::Present> look_at(store::Store& store, const model::Entity& entity) {
  seed::Present present;
  BP_TRY(const auto count, ask_number(store, "count(*)", entity));
  present.rows = static_cast<std::uint64_t>(count);
  present.floors.resize(entity.fields.size());
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto& field = entity.fields[f];
    const bool whole = field.type.scalar == Scalar::kInt || field.type.scalar == Scalar::kBigInt;
    const bool alone = field.unique || (field.in_key && entity.key.size() == 1);
    if (!whole || !field.is_column() || !alone) continue;
    BP_TRY(present.floors[f], ask_number(store, "max(" + sql::quoted_name(field.column) + ")", entity));
  }
  return present;
}

Error not_empty(const model::Entity& entity) {
  return Error(Reason::kConflict, "there are rows of " + entity.plural + " already; seed fills empty tables")
      .with_hint("Give --append to add rows beside them, or a --database of its own.");
}

class Seeding {
 public:
  Seeding(store::Store& store, const model::Model& model, const SeedRequest& request, const SeedWatch& watch,
          const std::atomic<bool>* stop)
      : store_(store), model_(model), request_(request), watch_(watch), stop_(stop) {}

  Result<SeedReport> run() {
    BP_TRY(auto plan, seed::make_plan(model_, request_.wanted));
    planned_ = plan.rows();
    BP_TRY(auto present, look(plan));
    seed::Rows rows(model_, std::move(plan), {request_.seed, request_.now}, std::move(present));
    BP_TRY(const auto writer, BulkWriter::open(store_, model_));
    for (std::size_t step = 0; step < rows.plan().steps.size(); ++step) BP_TRY_VOID(fill(rows, step, *writer));
    BP_TRY_VOID(link(rows, *writer));
    report_.remarks = rows.remarks();
    return std::move(report_);
  }

 private:
  Result<std::vector<seed::Present>> look(const seed::Plan& plan) {
    std::vector<seed::Present> present;
    for (const auto& step : plan.steps) {
      const auto& entity = model_.entity(step.entity);
      if (request_.append) {
        BP_TRY(auto found, look_at(store_, entity));
        present.push_back(std::move(found));
      } else {
        BP_TRY(const bool any, has_rows(store_, entity.table));
        if (any) return failure(not_empty(entity));
      }
    }
    return present;
  }

  Result<void> fill(seed::Rows& rows, std::size_t step, BulkWriter& writer) {
    const auto& plan_step = rows.plan().steps[step];
    const auto& entity = model_.entity(plan_step.entity);
    const engine::BulkInsert insert(model_, plan_step.entity, store_.dialect(), writer.next_id());
    std::uint64_t made = 0;
    for (;; ++made) {
      if (made % kOften == 0) BP_TRY_VOID(look_up(entity.plural, made, plan_step.rows));
      Arena& arena = writer.arena();
      BP_TRY(const auto image, rows.next(step, arena));
      if (!image) break;
      BP_TRY_VOID(judge(entity, insert.columns(), image->cells, made));
      auto values = arena.make_array<Cell>(insert.columns().size());
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = image->cells[insert.columns()[i]];
      BP_TRY_VOID(written(writer.add(insert, values), entity.plural));
      ++made_;
    }
    BP_TRY_VOID(written(writer.finish(), entity.plural));
    report_.tables.push_back({entity.plural, made});
    return look_up(entity.plural, made, made);
  }

  /// What the API says of a client's row.
  Result<void> judge(const model::Entity& entity, std::span<const model::FieldId> fields, std::span<const Cell> row,
                     std::uint64_t number) const {
    auto judged = engine::check_values(model_, entity, fields, fields, row);
    if (judged) return {};
    return failure(Error(Reason::kConstraintViolation, "row " + std::to_string(number + 1) + " of " + entity.plural +
                                                           " cannot be made up: " + judged.error().message())
                       .with_hint("Patterns are made up of literals, classes, groups, alternatives and repetitions. "
                                  "--rows with the names of other types leaves this one out."));
  }

  Result<void> link(const seed::Rows& rows, BulkWriter& writer) {
    std::vector<std::string_view> done;
    for (const auto& step : rows.plan().steps) {
      const auto& entity = model_.entity(step.entity);
      for (std::size_t f = 0; f < entity.fields.size(); ++f) {
        const auto& field = entity.fields[f];
        if (!field.join || field.join->through != model::kNoEntity) continue;
        // Both sides have the table.
        if (std::ranges::find(done, field.join->table) != done.end()) continue;
        done.push_back(field.join->table);
        if (const auto far = rows.plan().place(field.target))
          BP_TRY_VOID(link(rows, step.entity, static_cast<model::FieldId>(f), *far, writer));
      }
    }
    return {};
  }

  Result<void> link(const seed::Rows& rows, model::EntityId near, model::FieldId relation, std::size_t far,
                    BulkWriter& writer) {
    const auto& field = model_.field(near, relation);
    const std::string name = model_.entity(near).plural + "." + field.name;
    const std::size_t step = *rows.plan().place(near);
    const engine::BulkInsert insert(model_, near, relation, store_.dialect(), writer.next_id());
    std::uint64_t made = 0;
    for (std::uint64_t row = 0; row < rows.made(step); ++row) {
      if (row % kOften == 0) BP_TRY_VOID(look_up(name, made, made));
      for (const std::uint64_t other : rows.links(step, row, far, field.name)) {
        Arena& arena = writer.arena();
        std::vector<Cell> cells;
        for (const Cell cell : rows.key_of(far, other, arena)) cells.push_back(cell);
        for (const Cell cell : rows.key_of(step, row, arena)) cells.push_back(cell);
        if (!field.join->tenant_column.empty()) cells.push_back(rows.tenant_of(step, row, arena));
        BP_TRY_VOID(written(writer.add(insert, arena.copy_array<Cell>(cells)), name));
        ++made;
      }
    }
    BP_TRY_VOID(written(writer.finish(), name));
    report_.tables.push_back({name, made});
    return look_up(name, made, made);
  }

  static Result<void> written(Result<void> outcome, const std::string& table) {
    if (outcome) return {};
    if (outcome.error().reason() != Reason::kUniqueViolation) return failure(std::move(outcome).error());
    return failure(Error(Reason::kUniqueViolation, "a row of " + table + " has values that another one has already")
                       .with_hint("Rows that were there have them: give another --seed.")
                       .caused_by(outcome.error().message()));
  }

  Result<void> look_up(std::string_view table, std::uint64_t made, std::uint64_t planned) {
    if (stop_ != nullptr && *stop_) return failure(Reason::kCancelled, "the process that makes the rows is ending");
    watch_({table, made, planned, made_, planned_});
    return {};
  }

  store::Store& store_;
  const model::Model& model_;
  const SeedRequest& request_;
  const SeedWatch& watch_;
  const std::atomic<bool>* stop_;
  std::uint64_t made_ = 0, planned_ = 0;
  SeedReport report_;
};

}  // namespace

Result<SeedReport> seed_database(store::Store& store, const model::Model& model, const SeedRequest& request,
                                 const SeedWatch& watch, const std::atomic<bool>* stop) {
  return Seeding(store, model, request, watch, stop).run();
}

}  // namespace bedplate::app
