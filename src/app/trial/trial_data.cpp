#include "app/trial/trial_data.hpp"

#include <algorithm>

#include "app/seed/bulk_writer.hpp"
#include "engine/bulk_insert.hpp"
#include "seed/rows.hpp"

namespace bedplate::app {
namespace {

constexpr std::uint64_t kFewest = 12, kMost = 24, kSpare = 8;
constexpr std::int64_t kHour = 3'600'000'000;
constexpr std::size_t kTrashEach = 5;  // of so many rows one is in the trash
constexpr std::string_view kDeletion = "01900000-0000-7000-8000-000000000001";

/// Of a one-to-one there are no more rows than of what it refers to.
bool refers_alone(const model::Entity& entity, const model::Field& relation) {
  return entity.key == relation.foreign_key || std::ranges::any_of(entity.indexes, [&](const model::Index& index) {
           return index.unique && index.fields == relation.foreign_key;
         });
}

Result<seed::Plan> plan_of(const model::Model& model) {
  BP_TRY(auto plan, seed::make_plan(model, {.total = kFewest * model.entities.size(), .named = {}}));
  for (auto& step : plan.steps) {
    const auto& entity = model.entity(step.entity);
    if (!entity.tenant_root) step.rows = std::clamp(step.rows, kFewest, kMost);
    for (const auto& field : entity.fields)
      if (field.kind == model::FieldKind::kToOne && refers_alone(entity, field))
        if (const auto* target = plan.find(field.target)) step.rows = std::min(step.rows, target->rows);
  }
  return plan;
}

class Maker {
 public:
  Maker(const model::Model& model, TrialData& data, const seed::Settings& settings)
      : model_(model), data_(data), settings_(settings) {}

  Result<void> make() {
    BP_TRY(auto plan, plan_of(model_));
    data_.rows.resize(model_.entities.size());
    data_.spare.resize(model_.entities.size());
    seed::Rows rows(model_, std::move(plan), settings_);
    for (std::size_t step = 0; step < rows.plan().steps.size(); ++step) {
      const auto entity = rows.plan().steps[step].entity;
      data_.order.push_back(entity);
      for (;;) {
        BP_TRY(const auto image, rows.next(step, data_.arena));
        if (!image) break;
        data_.rows[entity].push_back({entity, {image->cells.begin(), image->cells.end()}});
      }
      put_into_trash(entity);
    }
    link(rows);
    make_spare(rows.plan());
    return {};
  }

 private:
  void put_into_trash(model::EntityId id) {
    const auto& entity = model_.entity(id);
    if (!entity.soft_delete()) return;
    auto& rows = data_.rows[id];
    for (std::size_t i = kTrashEach - 1; i < rows.size(); i += kTrashEach) {
      rows[i].cells[entity.deleted_at] = Cell::integer(settings_.now - kHour);
      rows[i].cells[entity.deletion] = Cell::text(kDeletion);
    }
  }

  void link(const seed::Rows& rows) {
    for (std::size_t step = 0; step < rows.plan().steps.size(); ++step) {
      const auto& entity = model_.entity(rows.plan().steps[step].entity);
      for (const auto& field : entity.fields) {
        // Both sides have the table.
        if (!field.join || field.join->through != model::kNoEntity || data_.links.contains(field.join->table)) continue;
        auto& pairs = data_.links[field.join->table];
        const auto far = rows.plan().place(field.target);
        for (std::uint64_t row = 0; far && row < rows.made(step); ++row)
          for (const std::uint64_t other : rows.links(step, row, *far, field.name)) {
            auto& pair = pairs.emplace_back();
            const auto near_key = rows.key_of(step, row, data_.arena), far_key = rows.key_of(*far, other, data_.arena);
            for (std::size_t i = 0; i < near_key.size(); ++i) pair[field.join->near_columns[i]] = near_key[i];
            for (std::size_t i = 0; i < far_key.size(); ++i) pair[field.join->far_columns[i]] = far_key[i];
            if (!field.join->tenant_column.empty())
              pair[field.join->tenant_column] = rows.tenant_of(step, row, data_.arena);
          }
      }
    }
  }

  seed::Present present_of(model::EntityId id) const {
    const auto& entity = model_.entity(id);
    seed::Present present{data_.rows[id].size(), std::vector<std::int64_t>(entity.fields.size())};
    for (std::size_t f = 0; f < entity.fields.size(); ++f)
      for (const Record& row : data_.rows[id])
        if (row.cells[f].kind() == CellKind::kInteger)
          present.floors[f] = std::max(present.floors[f], row.cells[f].as_integer());
    return present;
  }

  /// Where none is found the writes of such rows go without trials.
  void make_spare(seed::Plan plan) {
    std::vector<seed::Present> present;
    for (auto& step : plan.steps) {
      present.push_back(present_of(step.entity));
      step.rows = std::min(step.rows, kSpare);
    }
    seed::Rows rows(model_, std::move(plan), settings_, std::move(present));
    for (std::size_t step = 0; step < rows.plan().steps.size(); ++step) {
      const auto entity = rows.plan().steps[step].entity;
      for (;;) {
        const auto image = rows.next(step, data_.arena);
        if (!image || !*image) break;
        data_.spare[entity].push_back({entity, {(*image)->cells.begin(), (*image)->cells.end()}});
      }
    }
  }

  const model::Model& model_;
  TrialData& data_;
  const seed::Settings settings_;
};

/// The side of a join table from which it was filled.
struct Side {
  model::EntityId entity;
  model::FieldId relation;
};

Side side_of(const model::Model& model, const TrialData& data, const std::string& table) {
  for (const auto entity : data.order)
    for (std::size_t f = 0; f < model.entity(entity).fields.size(); ++f) {
      const auto& join = model.entity(entity).fields[f].join;
      if (join && join->table == table) return {entity, static_cast<model::FieldId>(f)};
    }
  return {model::kNoEntity, model::kNoField};
}

}  // namespace

Result<std::unique_ptr<TrialData>> make_trial_data(const model::Model& model, std::uint64_t seed, std::int64_t now) {
  auto data = std::make_unique<TrialData>();
  BP_TRY_VOID(Maker(model, *data, {.seed = seed, .now = now}).make());
  return data;
}

Result<void> write_trial_data(store::Store& store, const model::Model& model, const TrialData& data) {
  BP_TRY(const auto writer, BulkWriter::open(store, model));
  for (const auto entity : data.order) {
    const engine::BulkInsert insert(model, entity, store.dialect(), writer->next_id());
    for (const Record& row : data.rows[entity]) {
      std::vector<Cell> values;
      for (const auto column : insert.columns()) values.push_back(row.cells[column]);
      BP_TRY_VOID(writer->add(insert, writer->arena().copy_array<Cell>(std::span<const Cell>(values))));
    }
    BP_TRY_VOID(writer->finish());
  }
  for (const auto& [table, pairs] : data.links) {
    const auto [near, relation] = side_of(model, data, table);
    const auto& join = *model.field(near, relation).join;
    const engine::BulkInsert insert(model, near, relation, store.dialect(), writer->next_id());
    for (const auto& pair : pairs) {
      std::vector<Cell> values;
      for (const auto& column : join.far_columns) values.push_back(pair.at(column));
      for (const auto& column : join.near_columns) values.push_back(pair.at(column));
      if (!join.tenant_column.empty()) values.push_back(pair.at(join.tenant_column));
      BP_TRY_VOID(writer->add(insert, writer->arena().copy_array<Cell>(std::span<const Cell>(values))));
    }
    BP_TRY_VOID(writer->finish());
  }
  return {};
}

}  // namespace bedplate::app
