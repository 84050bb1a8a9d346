// What each caller changes and deletes: of all rows, fields and values that the rows have, one of each kind of verdict.
#include <algorithm>
#include <map>

#include "app/trial/trial_run.hpp"

namespace bedplate::app {
namespace {

using model::EntityId;
using model::FieldId;
using model::Verb;
using Kind = Verdict::Kind;

constexpr std::size_t kValues = 4;  // of a field

/// Values that rows of the type have, there or not; of an enum and a Boolean all.
std::vector<Cell> values_of(const TrialRun& run, EntityId entity, FieldId id) {
  const auto& field = run.model.field(entity, id);
  std::vector<Cell> values;
  if (field.type.list || field.type.scalar == Scalar::kJson) return values;
  if (field.type.scalar == Scalar::kEnum)
    for (const auto& each : run.model.enums[field.type.enumeration].values) values.push_back(Cell::text(each.name));
  if (field.type.scalar == Scalar::kBoolean) values = {Cell::boolean(false), Cell::boolean(true)};
  if (!values.empty()) return values;
  const auto take = [&](const auto& rows) {
    for (const Record& row : rows)
      if (values.size() < kValues && !row.cells[id].is_null() &&
          std::ranges::find(values, row.cells[id]) == values.end())
        values.push_back(row.cells[id]);
  };
  if (field.relation == model::kNoField) take(run.data.spare[entity]);
  take(run.data.rows[entity]);
  if (field.type.nullable) values.push_back(Cell::null());
  return values;
}

class Changes {
 public:
  Changes(TrialRun& run, EntityId id, TrialCaller& caller)
      : run_(run), id_(id), entity_(run.model.entity(id)), caller_(caller), judge_(*caller.judge) {}

  void update() {
    struct Chosen {
      Record* row;
      FieldId field;
      std::vector<Cell> cells;
      Verdict verdict;
    };
    std::map<std::string, Chosen> chosen;  // by what is told of it
    for (const auto field : writable())
      for (const Cell value : values_of(run_, id_, field))
        for (Record& row : run_.data.rows[id_]) {
          if (row.cells[field] == value) continue;
          auto cells = row.cells;
          cells[field] = value;
          const FieldId given[] = {field};
          const auto verdict = judge_.update(row, cells, given);
          if (verdict.kind == Kind::kUnclear) continue;
          const std::string told = verdict.kind == Kind::kNotFound ? verdict.why + " is not found"
                                   : verdict.kind == Kind::kGranted
                                       ? entity_.fields[field].name + ": granted"
                                       : entity_.fields[field].name + ": refused, for " + verdict.why;
          chosen.try_emplace(told, Chosen{&row, field, std::move(cells), verdict});
        }
    for (const auto& [told, each] : chosen) {
      const FieldId given[] = {each.field};
      ask("update", told,
          {.method = "PATCH",
           .path = row_path(run_.model, *each.row),
           .headers = {kRolledBack},
           .body = body_of(entity_, each.cells, given)},
          expected(each.verdict, Verb::kUpdate, {204}));
    }
    update_what_is_not_written();
  }

  void remove() {
    std::map<std::string, std::pair<const Record*, Verdict>> chosen;
    for (const Record& row : run_.data.rows[id_]) {
      auto verdict = judge_.remove(row);
      const std::string told = verdict.kind == Kind::kNotFound  ? verdict.why + " is not found"
                               : verdict.kind == Kind::kGranted ? "granted"
                               : verdict.kind == Kind::kRefused ? "refused, for " + verdict.why
                                                                : "granted, but where " + verdict.why;
      chosen.try_emplace(told, &row, std::move(verdict));
    }
    for (const auto& [told, each] : chosen)
      ask("delete", told,
          {.method = "DELETE", .path = row_path(run_.model, *each.first), .headers = {kRolledBack}, .body = {}},
          expected(each.second, Verb::kDelete, {204}));
  }

 private:
  std::vector<FieldId> writable() const {
    std::vector<FieldId> fields;
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto& field = entity_.fields[f];
      const auto id = static_cast<FieldId>(f);
      if (field.in_key || field.unique || field.is_unbuilt() || !field.is_column()) continue;
      if (caller_.view->is_writable(id_, id, Verb::kUpdate)) fields.push_back(id);
    }
    return fields;
  }

  /// A field that some may read and the caller may not write.
  void update_what_is_not_written() {
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto& field = entity_.fields[f];
      const auto id = static_cast<FieldId>(f);
      if (field.in_key || field.hidden || field.is_unbuilt() || !field.is_column() || field.searched != model::kNoField)
        continue;
      if (caller_.view->is_writable(id_, id, Verb::kUpdate) || caller_.view->denied(id_, Verb::kUpdate)) continue;
      const auto row =
          std::ranges::find_if(run_.data.rows[id_], [&](const Record& each) { return judge_.readable(each); });
      if (row == run_.data.rows[id_].end()) return;
      const FieldId given[] = {id};
      return ask("update", field.name + " is a field that the caller may not write",
                 {.method = "PATCH",
                  .path = row_path(run_.model, *row),
                  .headers = {kRolledBack},
                  .body = body_of(entity_, row->cells, given)},
                 {{400}, "it is one as an unknown field is", {}});
    }
  }

  Expected expected(const Verdict& verdict, Verb verb, std::vector<int> fine) const {
    const auto& view = *caller_.view;
    switch (verdict.kind) {
      case Kind::kGranted:
        return {std::move(fine), "granted by " + verdict.why, {}};
      case Kind::kUnclear:
        fine.push_back(409);
        return {std::move(fine), "the rules grant it", {}};
      case Kind::kRefused:
        return {{caller_.refused()}, "refused: " + verdict.why, {}};
      case Kind::kNotFound:
        break;
    }
    if (view.denied(id_, verb) || view.denied(id_, Verb::kRead))
      return {{caller_.refused()}, "no rule could grant it, whatever the row", {}};
    return {{404}, "for this caller there is no such row", {}};
  }

  void ask(const std::string& operation, const std::string& what, const Ask& ask, const Expected& expected) {
    run_.ask(entity_, operation + " as " + caller_.name + ": " + what, caller_, ask, expected);
  }

  TrialRun& run_;
  const EntityId id_;
  const model::Entity& entity_;
  TrialCaller& caller_;
  Judge& judge_;
};

/// Without its tables' rows there is nothing to change.
bool is_served(const model::Entity& entity, Verb verb) {
  return entity.unbuilt(Verb::kRead) == nullptr && entity.unbuilt(verb) == nullptr;
}

}  // namespace

void try_updates(TrialRun& run, EntityId entity) {
  if (!is_served(run.model.entity(entity), Verb::kUpdate) || run.model.entity(entity).version_required) return;
  for (auto& caller : run.callers) Changes(run, entity, caller).update();
}

void try_deletes(TrialRun& run, EntityId entity) {
  if (!is_served(run.model.entity(entity), Verb::kDelete) || run.model.entity(entity).version_required) return;
  for (auto& caller : run.callers) Changes(run, entity, caller).remove();
}

}  // namespace bedplate::app
